// Writes docs/03-questions.md: definitions from the declarations, worked examples from the base record.
import { readFileSync, writeFileSync } from 'node:fs'
import { loadKnowledge } from '../src/knowledge/knowledge.ts'
import { type Example, writeHandbook } from '../src/questions/handbook.ts'
import { contextFor } from '../src/questions/index.ts'
import { openRecord } from '../src/record/open.ts'
import { seedRecord } from '../src/record/seed.ts'

async function write(): Promise<void> {
  const at = (name: string): URL => new URL(name, import.meta.url)
  const examples = JSON.parse(readFileSync(at('questions.examples.json'), 'utf8')) as Example[]
  const knowledge = loadKnowledge()
  const database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  writeFileSync(at('03-questions.md'), await writeHandbook(contextFor(database, knowledge), examples))
  await database.close()
}

await write()
