// Makes the prepared record that comes with the package: `node dist/record/template.js` after the build.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { sha256 } from './columns.ts'
import { embeddedDatabase, startEngine } from './embedded.ts'
import { templateFile, templateNote } from './folder.ts'
import { migrate, schemaHash } from './migrations.ts'
import { packHashes, seedRecord } from './seed.ts'

/** Writes dist/template.tar.gz with schema and packs in it; false when the one there was made from the same. */
export async function makeTemplate(): Promise<boolean> {
  const knowledge = loadKnowledge()
  const note = JSON.stringify({ schema: schemaHash(), packs: packHashes(knowledge) })
  if (existsSync(templateNote) && existsSync(templateFile) && isCurrent(note)) return false
  const engine = await startEngine({})
  const database = embeddedDatabase(engine)
  await migrate(database)
  await seedRecord(database, knowledge)
  await engine.exec('vacuum analyze')
  await engine.exec('checkpoint')
  const dump = Buffer.from(await (await engine.dumpDataDir('gzip')).arrayBuffer())
  await database.close()
  writeFileSync(templateFile, dump)
  writeFileSync(templateNote, JSON.stringify({ ...(JSON.parse(note) as object), template: sha256(dump) }))
  return true
}

function isCurrent(note: string): boolean {
  const { template, ...rest } = JSON.parse(readFileSync(templateNote, 'utf8')) as { template: string }
  return JSON.stringify(rest) === note && template === sha256(readFileSync(templateFile))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.error((await makeTemplate()) ? `wrote ${templateFile}` : 'the prepared record is up to date')
}
