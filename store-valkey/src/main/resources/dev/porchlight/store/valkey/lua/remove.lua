-- Takes a user out of a shard, if the revision is the one that was seen. The floor rises above it.
-- KEYS: presences, due, out, held, history of the user, readings, channel of the user
-- ARGV: user, revision seen (8 bytes), the one after it (8 bytes)
-- Answers 1 where the user is out, 0 where the revision is another.
local user = ARGV[1]
local found = redis.call('HMGET', KEYS[1], user, '')
local old, floor = found[1], found[2] or '\0\0\0\0\0\0\0\0'
if old == '' then
  old = false
end
local seen = old and string.sub(old, 1, 8) or floor
if seen ~= ARGV[2] then
  return (not old and floor == ARGV[3]) and 1 or 0
end

local function isAfter(one, other)
  for i = 1, 8 do
    local a, b = string.byte(one, i), string.byte(other, i)
    if a ~= b then
      return a > b
    end
  end
  return false
end

if isAfter(ARGV[3], floor) then
  redis.call('HSET', KEYS[1], '', ARGV[3])
end
redis.call('HDEL', KEYS[1], user)
if old and string.byte(old, 17) == 1 then
  redis.call('ZREM', KEYS[2], string.sub(old, 18, 29) .. user)
end
local from, page = '-'
repeat
  page = redis.call('XRANGE', KEYS[3], from, '+', 'COUNT', 64)
  for _, entry in ipairs(page) do
    from = '(' .. entry[1]
    if entry[2][2] == user then
      redis.call('XDEL', KEYS[3], entry[1])
    end
  end
until #page < 64
redis.call('HDEL', KEYS[4], user)
redis.call('DEL', KEYS[5])
redis.call('ZREMRANGEBYLEX', KEYS[6], '[' .. user, '[' .. user .. '\255')
redis.call('SPUBLISH', KEYS[7], '')
return 1
