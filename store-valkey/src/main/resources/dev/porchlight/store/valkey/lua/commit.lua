-- Stores a presence over the revision before it, with its alarm and event.
-- KEYS: presences, due, out, history of the user, channel of the user
-- ARGV: user, revision seen (8 bytes), row (revision 8, number of the commit 8, alarm 1 + 12, document),
--       event as told (instant 12, revision 8, document), or empty
-- Answers 1 where the row is stored, 0 where the revision is another; what was stored before by the same number is stored.
local call = redis.call
local user, row, told = ARGV[1], ARGV[3], ARGV[4]
local found = call('HMGET', KEYS[1], user, '')
local old = found[1]
if old == '' then
  old = false
end
local seen = old and string.sub(old, 1, 8) or found[2] or '\0\0\0\0\0\0\0\0'
if seen ~= ARGV[2] then
  if old and string.sub(old, 1, 16) == string.sub(row, 1, 16) then
    -- Written again, so that whoever waits for the replicas now waits for this.
    call('HSET', KEYS[1], user, row)
    return 1
  end
  return 0
end
call('HSET', KEYS[1], user, row)

local was = old and string.sub(old, 17, 29) or '\0'
local alarm = string.sub(row, 17, 29)
if was ~= alarm then
  if string.byte(was) == 1 then
    call('ZREM', KEYS[2], string.sub(was, 2) .. user)
  end
  if string.byte(alarm) == 1 then
    call('ZADD', KEYS[2], 0, string.sub(alarm, 2) .. user)
  end
end
if told == '' then
  return 1
end

-- Numbers are compared: the order of texts is that of the server's language.
local second, low, nano, high, revision = struct.unpack('>I4I4I4I4I4', told)
local function isAfterTold(other)
  local s, l, n, h, r = struct.unpack('>I4I4I4I4I4', other)
  if l ~= low or s ~= second then
    return s > second or (s == second and l > low)
  elseif n ~= nano then
    return n > nano
  end
  return h > high or (h == high and r > revision)
end

local last = call('LINDEX', KEYS[4], -1)
if last and isAfterTold(last) then
  -- The clock was behind.
  local i = -2
  repeat
    last = call('LINDEX', KEYS[4], i)
    i = i - 1
  until not (last and isAfterTold(last))
  if last then
    call('LINSERT', KEYS[4], 'AFTER', last, told)
  else
    call('LPUSH', KEYS[4], told)
  end
else
  call('RPUSH', KEYS[4], told)
end

local now = call('TIME')
local id = now[1] .. string.format('%06d', now[2]) .. '-0'
local added = redis.pcall('XADD', KEYS[3], id, 'u', user, 'e', told)
if type(added) == 'table' then
  -- The last entry is of this microsecond, or the clock was put back.
  local top = call('XINFO', 'STREAM', KEYS[3])
  for i = 1, #top, 2 do
    if top[i] == 'last-generated-id' then
      id = string.format('%.0f', tonumber(string.match(top[i + 1], '^%d+')) + 1) .. '-0'
    end
  end
  call('XADD', KEYS[3], id, 'u', user, 'e', told)
end
call('SPUBLISH', KEYS[5], told)
return 1
