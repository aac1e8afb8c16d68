// A worker process on a server's queue, with a reader of invented texts; it may be killed at any moment. Run: tsx worker.ts URL.
import { writeSync } from 'node:fs'
import { openRecord } from '../../src/record/open.ts'
import { work } from '../../src/work.ts'
import { inventedReader } from './reports.ts'
import { inventedKnowledge } from './world.ts'

const workerRules = { lease: 2, most: 50, backoff: 0.1 }

const database = await openRecord(process.argv[2]!)
writeSync(1, 'open\n')
await work(
  { database, reader: inventedReader, knowledge: inventedKnowledge() },
  {
    ended: () => false,
    rules: workerRules,
    pauseMs: 50,
    told: (turn) => void writeSync(1, `${turn instanceof Error ? turn.message : turn.filed}\n`),
  },
)
