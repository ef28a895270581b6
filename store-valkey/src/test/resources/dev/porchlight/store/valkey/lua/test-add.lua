-- Adds to a number, once for each name, and tells a channel.
-- KEYS[1] the number, KEYS[2] the set of names. ARGV[1] how much, ARGV[2] the name, ARGV[3] the channel or nothing.
-- Answers the number.
if redis.call('SADD', KEYS[2], ARGV[2]) == 0 then
  return tonumber(redis.call('GET', KEYS[1]))
end
local sum = redis.call('INCRBY', KEYS[1], ARGV[1])
if ARGV[3] ~= '' then
  redis.call('SPUBLISH', ARGV[3], ARGV[2])
end
return sum
