-- Readers: each asks for one of the paths of a file, thinks for a while, and asks for another.
-- wrk … -s readers.lua ADDRESS -- FILE SECONDS   (the longest thought; half of it is usual)
local paths, longest = {}, 1

function init(args)
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
  longest = tonumber(args[2]) * 1000
  math.randomseed(#paths)
end

function delay() return math.random(0, longest) end

function request()
  return wrk.format("GET", paths[math.random(#paths)], { Host = "localhost", ["Accept-Encoding"] = "gzip" })
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '{"asked": %d, "seconds": %.1f, "p50": %.1f, "p95": %.1f, "p99": %.1f, "most": %.1f, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
