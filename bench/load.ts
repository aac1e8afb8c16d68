// `chancery serve` under load: many readers at once while one writer files documents. Requests a second, the time of half and of all but
// one in a hundred, errors, and the memory of the server from the first third to the last.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { connect } from '../src/http/client.ts'
import { openRecord } from '../src/record/open.ts'
import { inventText } from './lengths.ts'
import { serveRecord } from './served.ts'
import { fillWorld, seeded, stateCode } from './world.ts'

const exchanges = Number(process.env.CHANCERY_BENCH_EXCHANGES ?? 100_000)
const seconds = Number(process.env.CHANCERY_BENCH_SECONDS ?? 30)
const READERS = 16
/** Between two documents filed: a busy desk, not a flood. */
const PAUSE_MS = 250

/** What pages and programs ask most, over many pairs: each is asked in turn. */
function makeRequests(): string[] {
  const random = seeded(11)
  const some = (): string => stateCode(Math.floor(random() * 60))
  return Array.from({ length: 40 }, () => [some(), some()] as const).flatMap(([a, b]) => [
    `/api/exchanges?states=${a},${b}&limit=50`,
    `/api/questions/highest?from=${a}&to=${b}`,
    `/api/questions/last?from=${a}&to=${b}&level=5`,
    `/api/questions/timeline?states=${a},${b}&since=2020&until=2022`,
    `/api/questions/pace?a=${a}&b=${stateCode(70)}&with=${b}&since=2020&until=2022`,
    `/api/search?q=person%20${a}`,
    '/api/record',
    '/',
  ])
}

/** Files a new document every now and then until stopped; gives back how many were acknowledged, and each one's milliseconds. */
function startWriter(address: string) {
  const client = connect(address)
  const took: number[] = []
  let going = true
  const done = (async () => {
    for (let n = 0; going; n++) {
      const start = performance.now()
      await client.file({ text: inventText(300, n), title: `Load ${n}`, publishedOn: '2025-06-01' })
      took.push(performance.now() - start)
      await new Promise((next) => setTimeout(next, PAUSE_MS))
    }
  })()
  const stop = async (): Promise<number[]> => {
    going = false
    await done
    return took.sort((a, b) => a - b)
  }
  return { stop }
}

/** Megabytes that a process holds, every second. */
function watchMemory(pid: number) {
  const held: number[] = []
  const timer = setInterval(() => {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    held.push(Number(kilobytes) / 1024)
  }, 1000)
  return {
    stop: () => {
      clearInterval(timer)
      return held
    },
  }
}

const mean = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const thirds = (held: number[]): number[] => {
  const third = Math.floor(held.length / 3)
  return [0, 1, 2].map((n) => Math.round(mean(held.slice(n * third, (n + 1) * third))))
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
  const location = process.env.CHANCERY_BENCH_RECORD ?? join(folder, 'record')
  if (!process.env.CHANCERY_BENCH_RECORD) await fill(location)
  const { server, address } = await serveRecord(location)
  try {
    const requests = makeRequests().map((path) => ({ path }))
    await autocannon({ url: address, connections: READERS, duration: 5, requests })
    for (const writes of [false, true]) {
      const writer = writes ? startWriter(address) : null
      const memory = watchMemory(server.pid!)
      const loaded = await autocannon({ url: address, connections: READERS, duration: seconds, requests })
      console.log(describe(loaded, memory.stop(), (await writer?.stop()) ?? null))
    }
  } finally {
    server.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

function describe(loaded: autocannon.Result, held: number[], took: number[] | null): string {
  const { requests, latency, errors, timeouts, non2xx, duration } = loaded
  const at = (share: number): string => took![Math.floor(took!.length * share)]!.toFixed(0)
  const wrote =
    took === null
      ? 'nobody writing'
      : `${(took.length / duration).toFixed(1)} documents a second filed beside (p50 ${at(0.5)} ms, p99 ${at(0.99)} ms)`
  return (
    `${READERS} readers, ${duration.toFixed(0)} s, ${wrote}: ${requests.average.toFixed(0)} requests a second, p50 ${latency.p50} ms, p99 ${latency.p99} ms; ` +
    `${errors + timeouts} errors, ${non2xx} refused; memory by thirds ${thirds(held).join(', ')} MB`
  )
}

async function fill(path: string): Promise<void> {
  const database = await openRecord(path)
  await fillWorld(database, exchanges)
  await database.close()
}
