-- wrk's script: GET or PUT presence_status of a user drawn at random, the request as curl writes the seed's.
-- Arguments: method, number of users, token, Host header, seed.

local HEAD = "%s /v2/users/"
local FIELD = '--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
local BOUNDARY = "------------------------20dbc036260ef3e9"
local UPDATES = {
  { "Available", "Available1221" }, { "Do_Not_Disturb", "1221" }, { "Away", "1221" }, { "Presenting", "1221" },
  { "In_Calendar_Event", "1221" }, { "On_A_Call", "1221" }, { "In_A_Zoom_Meeting", "1221" },
}

local head, users
local tails = {}
local next = 0

local function body(status, duration)
  return FIELD:format(BOUNDARY, "status", status) .. FIELD:format(BOUNDARY, "duration", duration) .. "--" .. BOUNDARY .. "--\r\n"
end

local threads = 0

-- Each thread of wrk draws users of its own.
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  local method, token, host = args[1], args[3], args[4]
  users = tonumber(args[2])
  math.randomseed(tonumber(args[5]) * 1000 + number)
  head = HEAD:format(method)
  local common = "/presence_status HTTP/1.1\r\nHost: " .. host .. "\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\n"
    .. "Authorization: Bearer " .. token .. "\r\n"
  if method == "GET" then
    tails[1] = common .. "\r\n"
    return
  end
  for i, update in ipairs(UPDATES) do
    local form = body(update[1], update[2])
    tails[i] = common .. "Content-Length: " .. #form .. "\r\nContent-Type: multipart/form-data; boundary=" .. BOUNDARY
      .. "\r\n\r\n" .. form
  end
end

-- The same as Load.userId.
local function user(n)
  return string.format("bench-%08x%08x", (n * 48271 + 11) % 2147483647, (n * 69621 + 7) % 2147483647)
end

function request()
  next = next % #tails + 1
  return head .. user(math.random(0, users - 1)) .. tails[next]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("result requests=%d micros=%d p50=%d p99=%d max=%d refused=%d broken=%d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
    e.status, e.connect + e.read + e.write + e.timeout))
end
