-- Reads some rows of a table in the order of their keys.
-- KEYS: its order (a sorted set of keys), its rows (a hash)
-- ARGV: bound at which to begin, bound at which to end, how many at most, 1 for downwards
-- Answers key, value, key, value ...; the value is empty where the table has keys only.
local found
if ARGV[4] == '1' then
  found = redis.call('ZRANGE', KEYS[1], ARGV[1], ARGV[2], 'BYLEX', 'REV', 'LIMIT', 0, ARGV[3])
else
  found = redis.call('ZRANGE', KEYS[1], ARGV[1], ARGV[2], 'BYLEX', 'LIMIT', 0, ARGV[3])
end
local page = {}
for _, key in ipairs(found) do
  page[#page + 1] = key
  page[#page + 1] = redis.call('HGET', KEYS[2], key) or ''
end
return page
