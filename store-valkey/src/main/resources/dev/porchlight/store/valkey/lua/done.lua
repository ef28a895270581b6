-- Removes an entry from an outbox.
-- KEYS: out, held
-- ARGV: user, id of the entry
redis.call('XDEL', KEYS[1], ARGV[2])
local held = redis.call('HGET', KEYS[2], ARGV[1])
if held and string.sub(held, 25) == ARGV[2] then
  redis.call('HDEL', KEYS[2], ARGV[1])
end
return 1
