-- Which of some entries of an outbox are still there.
-- KEYS: out
-- ARGV: ids of entries
-- Answers 1 or 0 for each.
local answer = {}
for i, id in ipairs(ARGV) do
  answer[i] = #redis.call('XRANGE', KEYS[1], id, id)
end
return answer
