-- Looks for the oldest entries of an outbox that are ready, of each user the first only, and holds them.
-- KEYS: out, held
-- ARGV: now (instant 12), until when they are held (instant 12) or empty to look only, number of this taking (8), limit
-- Answers whether anything waits, ready or not; then, looking only, the ids; taking, id, attempts and event of each. What was
-- held before by the same number is taken.
local now, hold, number, limit = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local function isAfter(one, other)
  for i = 1, 12 do
    local a, b = string.byte(one, i), string.byte(other, i)
    if a ~= b then
      return a > b
    end
  end
  return false
end

local answer, passed, taken, from = { 0 }, {}, 0, '-'
local page
repeat
  page = redis.call('XRANGE', KEYS[1], from, '+', 'COUNT', 64)
  for _, entry in ipairs(page) do
    answer[1] = 1
    local id, user = entry[1], entry[2][2]
    from = '(' .. id
    if taken < limit and not passed[user] then
      passed[user] = true
      -- Ready again at 12, number of the taking 8, attempts 4, id.
      local held = redis.call('HGET', KEYS[2], user)
      local attempts, ready = 0, true
      if held and string.sub(held, 25) == id then
        attempts = struct.unpack('>I4', held, 21)
        ready = string.sub(held, 13, 20) == number or not isAfter(string.sub(held, 1, 12), now)
      end
      if ready then
        taken = taken + 1
        answer[#answer + 1] = id
        if hold ~= '' then
          redis.call('HSET', KEYS[2], user, hold .. number .. struct.pack('>I4', attempts) .. id)
          answer[#answer + 1] = attempts
          answer[#answer + 1] = entry[2][4]
        end
      end
    end
  end
until #page < 64 or taken >= limit
return answer
