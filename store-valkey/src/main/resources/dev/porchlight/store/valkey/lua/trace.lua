-- Notes a reading of a history. The same again changes nothing.
-- KEYS: presences, readings
-- ARGV: user, instant of the reading (12), reading
local from = ARGV[1] .. ARGV[2]
local there = redis.call('ZRANGEBYLEX', KEYS[2], '[' .. from, '[' .. from .. '\255')
for _, member in ipairs(there) do
  if string.sub(member, #from + 9) == ARGV[3] then
    redis.call('ZADD', KEYS[2], 0, member)
    return 1
  end
end
redis.call('HSETNX', KEYS[1], ARGV[1], '')
redis.call('ZADD', KEYS[2], 0, from .. struct.pack('>I8', #there + 1) .. ARGV[3])
return 1
