-- Takes back what was loaded of a user.
-- KEYS: presences, due, history of the user, readings
-- ARGV: user, row or empty, how many events, the events, then instant (12) and document of each reading
local user, row, events = ARGV[1], ARGV[2], tonumber(ARGV[3])
local function dropReading(reading)
  local from, document = user .. string.sub(reading, 1, 12), string.sub(reading, 13)
  for _, member in ipairs(redis.call('ZRANGEBYLEX', KEYS[4], '[' .. from, '[' .. from .. '\255')) do
    if string.sub(member, #from + 9) == document then
      redis.call('ZREM', KEYS[4], member)
    end
  end
end

for i = 4, #ARGV do
  if i < 4 + events then
    redis.call('LREM', KEYS[3], -1, ARGV[i])
  else
    dropReading(ARGV[i])
  end
end
local old = redis.call('HGET', KEYS[1], user)
if old and row ~= '' and string.sub(old, 1, 16) == string.sub(row, 1, 16) then
  if string.byte(old, 17) == 1 then
    redis.call('ZREM', KEYS[2], string.sub(old, 18, 29) .. user)
  end
  redis.call('HSET', KEYS[1], user, '')
  old = ''
end
-- An empty row goes with the last that it stands for.
if old == '' and redis.call('EXISTS', KEYS[3]) == 0
    and #redis.call('ZRANGEBYLEX', KEYS[4], '[' .. user, '[' .. user .. '\255', 'LIMIT', 0, 1) == 0 then
  redis.call('HDEL', KEYS[1], user)
end
return 1
