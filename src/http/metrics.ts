// What the server has measured of itself, as Prometheus text.
import type { MiddlewareHandler } from 'hono'

// Seconds: from an answer out of an index to a long check.
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

interface Series {
  buckets: number[]
  sum: number
  count: number
}

export interface Metrics {
  measure: MiddlewareHandler
  /** Prometheus text format 0.0.4. */
  print(): string
}

/** Counts requests by method, route and status, and how long they took. Routes, not paths: no ids in labels. */
export function makeMetrics(version: string): Metrics {
  const counts = new Map<string, number>()
  const series = new Map<string, Series>()
  return {
    measure: async (c, next) => {
      const start = performance.now()
      await next()
      const label = `method="${c.req.method}",route="${areaOf(c.req.path)}"`
      const counted = `${label},status="${c.res.status}"`
      counts.set(counted, (counts.get(counted) ?? 0) + 1)
      observe(series, label, (performance.now() - start) / 1000)
    },
    print: () => printMetrics(version, counts, series),
  }
}

/** The first two parts of an API path; everything else is the workbench. */
const areaOf = (path: string): string =>
  path.startsWith('/api/')
    ? path
        .split('/', 3)
        .join('/')
        .replace(/[^\w/.-]/g, '')
    : /^\/(healthz|readyz|metrics|mcp|login|logout)$/.test(path)
      ? path
      : '/'

function observe(series: Map<string, Series>, label: string, seconds: number): void {
  const one = series.get(label) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 }
  // Labels come from paths that anybody may ask for: their number is capped.
  if (!series.has(label) && series.size >= 200) return
  series.set(label, one)
  bounds.forEach((bound, i) => {
    if (seconds <= bound) one.buckets[i]!++
  })
  one.sum += seconds
  one.count++
}

function printMetrics(version: string, counts: Map<string, number>, series: Map<string, Series>): string {
  const { rss, heapUsed } = process.memoryUsage()
  const lines = [
    '# TYPE chancery_info gauge',
    `chancery_info{version="${version}",node="${process.versions.node}"} 1`,
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime()}`,
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${rss}`,
    '# TYPE nodejs_heap_used_bytes gauge',
    `nodejs_heap_used_bytes ${heapUsed}`,
    '# TYPE http_requests_total counter',
    ...[...counts].map(([label, count]) => `http_requests_total{${label}} ${count}`),
    '# TYPE http_request_duration_seconds histogram',
    ...[...series].flatMap(([label, one]) => printSeries(label, one)),
  ]
  return `${lines.join('\n')}\n`
}

const printSeries = (label: string, { buckets, sum, count }: Series): string[] => [
  ...bounds.map((bound, i) => `http_request_duration_seconds_bucket{${label},le="${bound}"} ${buckets[i]}`),
  `http_request_duration_seconds_bucket{${label},le="+Inf"} ${count}`,
  `http_request_duration_seconds_sum{${label}} ${sum}`,
  `http_request_duration_seconds_count{${label}} ${count}`,
]
