-- Some of a shard's users.
-- KEYS: presences
-- ARGV: where the piece begins ("0", or what was answered), how many it has, roughly
-- Answers where the next piece begins ("0" after the last), then the users; one may come twice.
local piece = redis.call('HSCAN', KEYS[1], ARGV[1], 'COUNT', ARGV[2])
local answer = { piece[1] }
for i = 1, #piece[2], 2 do
  if piece[2][i] ~= '' then
    answer[#answer + 1] = piece[2][i]
  end
end
return answer
