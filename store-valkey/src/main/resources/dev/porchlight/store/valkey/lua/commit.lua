-- Stores a presence over the revision before it, with its alarm and event.
-- KEYS: presences, due, out, history of the user, channel of the user
-- ARGV: user, revision seen (8 bytes), row (revision 8, number of the commit 8, alarm 1 + 12, document),
--       event as told (instant 12, revision 8, document), or empty
-- Answers 1 where the row is stored, 0 where the revision is another; what was stored before by the same number is stored.
local user, row, told = ARGV[1], ARGV[3], ARGV[4]
local found = redis.call('HMGET', KEYS[1], user, '')
local old = found[1]
if old == '' then
  old = false
end
local seen = old and string.sub(old, 1, 8) or found[2] or '\0\0\0\0\0\0\0\0'
if seen ~= ARGV[2] then
  if old and string.sub(old, 1, 16) == string.sub(row, 1, 16) then
    -- Written again, so that whoever waits for the replicas now waits for this.
    redis.call('HSET', KEYS[1], user, row)
    return 1
  end
  return 0
end
redis.call('HSET', KEYS[1], user, row)

local was = old and string.sub(old, 17, 29) or '\0'
local alarm = string.sub(row, 17, 29)
if was ~= alarm then
  if string.byte(was) == 1 then
    redis.call('ZREM', KEYS[2], string.sub(was, 2) .. user)
  end
  if string.byte(alarm) == 1 then
    redis.call('ZADD', KEYS[2], 0, string.sub(alarm, 2) .. user)
  end
end
if told == '' then
  return 1
end

-- Strings are compared byte by byte: Lua's own order is that of the server's language.
local function isAfter(one, other)
  for i = 1, 20 do
    local a, b = string.byte(one, i), string.byte(other, i)
    if a ~= b then
      return a > b
    end
  end
  return false
end

local last = redis.call('LINDEX', KEYS[4], -1)
if last and isAfter(last, told) then
  -- The clock was behind.
  local i = -2
  repeat
    last = redis.call('LINDEX', KEYS[4], i)
    i = i - 1
  until not (last and isAfter(last, told))
  if last then
    redis.call('LINSERT', KEYS[4], 'AFTER', last, told)
  else
    redis.call('LPUSH', KEYS[4], told)
  end
else
  redis.call('RPUSH', KEYS[4], told)
end

local now = redis.call('TIME')
local id = now[1] .. string.format('%06d', now[2]) .. '-0'
local added = redis.pcall('XADD', KEYS[3], id, 'u', user, 'e', told)
if type(added) == 'table' then
  -- The last entry is of this microsecond, or the clock was put back.
  local top = redis.call('XINFO', 'STREAM', KEYS[3])
  for i = 1, #top, 2 do
    if top[i] == 'last-generated-id' then
      id = string.format('%.0f', tonumber(string.match(top[i + 1], '^%d+')) + 1) .. '-0'
    end
  end
  redis.call('XADD', KEYS[3], id, 'u', user, 'e', told)
end
redis.call('SPUBLISH', KEYS[5], told)
return 1
