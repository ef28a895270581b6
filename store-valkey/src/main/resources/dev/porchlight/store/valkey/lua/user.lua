-- All that a shard keeps of a user.
-- KEYS: presences, history of the user, readings
-- ARGV: user
-- Answers the row (empty where there is no presence), the events and the readings, oldest first.
local user = ARGV[1]
return {
  redis.call('HGET', KEYS[1], user) or '',
  redis.call('LRANGE', KEYS[2], 0, -1),
  redis.call('ZRANGEBYLEX', KEYS[3], '[' .. user, '[' .. user .. '\255')
}
