-- Puts an entry of an outbox back, if it is still there.
-- KEYS: out, held
-- ARGV: user, id of the entry, what is noted of it (ready again at 12, no number 8, attempts 4, id)
if #redis.call('XRANGE', KEYS[1], ARGV[2], ARGV[2]) == 1 then
  redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
end
return 1
