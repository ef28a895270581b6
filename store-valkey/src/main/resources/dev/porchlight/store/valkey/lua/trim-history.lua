-- Drops what is old of the events and readings of some of a shard's users.
-- KEYS: presences, readings, what the keys of histories begin with (they lie in the same slot)
-- ARGV: instant (12) before which they are old, where the piece begins ("0", or what was answered), how many users it has
-- Answers how many were dropped, and where the next piece begins; "0" after the last.
local before = ARGV[1]
local function isOld(told)
  for i = 1, 12 do
    local a, b = string.byte(told, i), string.byte(before, i)
    if a ~= b then
      return a < b
    end
  end
  return false
end

local function trimmed(history)
  local first = redis.call('LINDEX', history, 0)
  local dropped = 0
  while first and isOld(first) do
    local old = 0
    for _, told in ipairs(redis.call('LRANGE', history, 0, 99)) do
      if not isOld(told) then
        break
      end
      old = old + 1
    end
    redis.call('LTRIM', history, old, -1)
    dropped = dropped + old
    first = redis.call('LINDEX', history, 0)
  end
  return dropped, not first
end

local read = redis.call('EXISTS', KEYS[2]) == 1
local dropped = 0
local piece = redis.call('HSCAN', KEYS[1], ARGV[2], 'COUNT', ARGV[3])
for i = 1, #piece[2], 2 do
  local user, row = piece[2][i], piece[2][i + 1]
  if user ~= '' then
    local count, empty = trimmed(KEYS[3] .. user)
    dropped = dropped + count
    if read then
      dropped = dropped + redis.call('ZREMRANGEBYLEX', KEYS[2], '[' .. user, '(' .. user .. before)
    end
    if row == '' and empty and #redis.call('ZRANGEBYLEX', KEYS[2], '[' .. user, '[' .. user .. '\255', 'LIMIT', 0, 1) == 0 then
      redis.call('HDEL', KEYS[1], user)
    end
  end
end
return { dropped, piece[1] }
