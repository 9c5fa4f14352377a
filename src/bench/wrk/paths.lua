-- Asks for the paths of a file in turn, prepared beforehand, and says what came of it in one line.
local requests = {}
local at = 0
local threads = 0

-- each thread has its own Lua; they begin in different places
function setup(thread)
  thread:set("threadNumber", threads)
  threads = threads + 1
end

function init(args)
  for path in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
  at = threadNumber * math.floor(#requests / 2)
end

function request()
  at = at % #requests + 1
  return requests[at]
end

-- requests, microseconds, errors, median and 99th percentile of the latency in microseconds
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
end
