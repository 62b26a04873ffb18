-- Asks for the paths of a file (its name is the script's argument), one after the other, and prints what came of it:
-- requests, seconds, errors, then the median, the 99th percentile and the greatest latency in microseconds. A second argument
-- is the content coding that the caller accepts.
local paths, at, headers = {}, 0, {}

function init(args)
  for path in io.lines(args[1]) do
    paths[#paths + 1] = path
  end
  at = math.random(#paths)
  headers["Accept-Encoding"] = args[2]
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], headers)
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format("figures %d %.3f %d %d %d %d", summary.requests, summary.duration / 1e6, failed,
    latency:percentile(50), latency:percentile(99), latency.max))
end
