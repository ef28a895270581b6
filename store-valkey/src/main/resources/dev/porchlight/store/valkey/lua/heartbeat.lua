-- Notes by the server's clock that a node lives, or has left, and forgets those that were not heard of.
-- KEYS: nodes
-- ARGV: node, "1" where it lives or "0" where it leaves, milliseconds after which a node is forgotten
-- Answers the nodes that live.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
if ARGV[2] == '1' then
  redis.call('ZADD', KEYS[1], now, ARGV[1])
else
  redis.call('ZREM', KEYS[1], ARGV[1])
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('(%.0f', now - tonumber(ARGV[3])))
return redis.call('ZRANGE', KEYS[1], 0, -1)
