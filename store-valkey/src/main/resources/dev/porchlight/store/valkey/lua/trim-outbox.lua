-- Drops a piece's entries of an outbox whose events are old.
-- KEYS: out, held
-- ARGV: instant (12) before which they are old, where the piece begins ("-", or what was answered), how many entries it has
-- Answers how many were dropped, and where the next piece begins, or an empty text after the last.
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

local dropped, next = 0, ''
local page = redis.call('XRANGE', KEYS[1], ARGV[2], '+', 'COUNT', ARGV[3])
for _, entry in ipairs(page) do
  local id, user = entry[1], entry[2][2]
  if isOld(entry[2][4]) then
    dropped = dropped + redis.call('XDEL', KEYS[1], id)
    local held = redis.call('HGET', KEYS[2], user)
    if held and string.sub(held, 25) == id then
      redis.call('HDEL', KEYS[2], user)
    end
  end
  next = '(' .. id
end
if #page < tonumber(ARGV[3]) then
  next = ''
end
return { dropped, next }
