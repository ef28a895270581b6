-- Changes rows of the directory's tables, all of them or none, if what was read still stands.
-- KEYS: the node's last change, then of each table touched: its rows (a hash), its order (a sorted set of keys)
-- ARGV: number of the change (of the node, never used twice), seconds to remember it, then steps, each begun by a letter and the
--       number of its table (from 1):
--         g key value         guard: the row is that             a key   guard: there is no such row
--         s from to n key...  guard: these are all keys from, to (bounds of ZRANGE)
--         p key value         put a row and its key              k key   put a key without a row
--         h key value         put a row without its key          d key   delete row and key
--         r from to           delete all rows between the bounds
-- Answers 1 where all is stored, now or before by the same number; 0 where something else stands by now.
if redis.call('GET', KEYS[1]) == ARGV[1] then
  -- Written again, so that whoever waits for the replicas now waits for this.
  redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
  return 1
end

local function rows(table)
  return KEYS[2 * table]
end

local function order(table)
  return KEYS[2 * table + 1]
end

local function stands(table, from, to, first, count)
  local keys = redis.call('ZRANGE', order(table), from, to, 'BYLEX')
  if #keys ~= count then
    return false
  end
  for i = 1, count do
    if keys[i] ~= ARGV[first + i - 1] then
      return false
    end
  end
  return true
end

local last = #ARGV
local at = 3
while at <= last do
  local step, table = ARGV[at], tonumber(ARGV[at + 1])
  if step == 'g' then
    if redis.call('HGET', rows(table), ARGV[at + 2]) ~= ARGV[at + 3] then
      return 0
    end
    at = at + 4
  elseif step == 'a' then
    if redis.call('HEXISTS', rows(table), ARGV[at + 2]) == 1 then
      return 0
    end
    at = at + 3
  elseif step == 's' then
    local count = tonumber(ARGV[at + 4])
    if not stands(table, ARGV[at + 2], ARGV[at + 3], at + 5, count) then
      return 0
    end
    at = at + 5 + count
  else
    break
  end
end

redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
while at <= last do
  local step, table, key = ARGV[at], tonumber(ARGV[at + 1]), ARGV[at + 2]
  if step == 'p' then
    redis.call('HSET', rows(table), key, ARGV[at + 3])
    redis.call('ZADD', order(table), 0, key)
    at = at + 4
  elseif step == 'k' then
    redis.call('ZADD', order(table), 0, key)
    at = at + 3
  elseif step == 'h' then
    redis.call('HSET', rows(table), key, ARGV[at + 3])
    at = at + 4
  elseif step == 'd' then
    redis.call('HDEL', rows(table), key)
    redis.call('ZREM', order(table), key)
    at = at + 3
  else
    for _, gone in ipairs(redis.call('ZRANGE', order(table), key, ARGV[at + 3], 'BYLEX')) do
      redis.call('HDEL', rows(table), gone)
      redis.call('ZREM', order(table), gone)
    end
    at = at + 4
  end
end
return 1
