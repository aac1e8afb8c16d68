// A worker thread of `chancery read`: takes documents' paths, gives readings as JSON.
import { parentPort } from 'node:worker_threads'
import { openReader } from '../http/reader.ts'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { type Job, readJob, tryJob } from './jobs.ts'

const reader = openReader(loadKnowledge())

parentPort!.on('message', async (job: Job) => {
  parentPort!.postMessage(await tryJob(job, () => readJob(reader, job)))
})
