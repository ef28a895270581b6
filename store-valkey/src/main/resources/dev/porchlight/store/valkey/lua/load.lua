-- Adds what an archive holds of a user: all of it, or, where the presence cannot be added, nothing.
-- KEYS: presences, due, history of the user, readings
-- ARGV: user, row or empty, how many events, the events, then instant (12) and document of each reading
-- Answers -1 where there is a presence, or was one of that revision or a later one; else for the row, if it is given, each
-- event and each reading 1, or 0 for what was there.
local user, row, events = ARGV[1], ARGV[2], tonumber(ARGV[3])
local function isAfter(one, other, bytes)
  for i = 1, bytes do
    local a, b = string.byte(one, i), string.byte(other, i)
    if a ~= b then
      return a > b
    end
  end
  return false
end

local function addRow()
  local found = redis.call('HMGET', KEYS[1], user, '')
  local old = found[1]
  if row == '' then
    redis.call('HSETNX', KEYS[1], user, '')
    return 0
  end
  if old and string.sub(old, 1, 16) == string.sub(row, 1, 16) then
    redis.call('HSET', KEYS[1], user, row)
    return 1
  end
  if (old and old ~= '') or not isAfter(row, found[2] or '\0\0\0\0\0\0\0\0', 8) then
    return -1
  end
  redis.call('HSET', KEYS[1], user, row)
  if string.byte(row, 17) == 1 then
    redis.call('ZADD', KEYS[2], 0, string.sub(row, 18, 29) .. user)
  end
  return 1
end

local function addEvent(told)
  local at = -1
  local last = redis.call('LINDEX', KEYS[3], at)
  while last and isAfter(last, told, 20) do
    at = at - 1
    last = redis.call('LINDEX', KEYS[3], at)
  end
  if last and string.sub(last, 1, 20) == string.sub(told, 1, 20) then
    return 0
  elseif not last then
    redis.call('LPUSH', KEYS[3], told)
  elseif at == -1 then
    redis.call('RPUSH', KEYS[3], told)
  else
    redis.call('LINSERT', KEYS[3], 'AFTER', last, told)
  end
  return 1
end

local function addReading(reading)
  local from, document = user .. string.sub(reading, 1, 12), string.sub(reading, 13)
  local there = redis.call('ZRANGEBYLEX', KEYS[4], '[' .. from, '[' .. from .. '\255')
  for _, member in ipairs(there) do
    if string.sub(member, #from + 9) == document then
      return 0
    end
  end
  redis.call('ZADD', KEYS[4], 0, from .. struct.pack('>I8', #there + 1) .. document)
  return 1
end

local answer = { addRow() }
if answer[1] == -1 then
  return answer
end
for i = 4, #ARGV do
  answer[#answer + 1] = i < 4 + events and addEvent(ARGV[i]) or addReading(ARGV[i])
end
return answer
