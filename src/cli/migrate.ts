// `chancery migrate`: brings the record's schema up to this program's, and lays it over the nodes of a Citus cluster.
import { distribute } from '../record/citus.ts'
import { schemaOf } from '../record/migrations.ts'
import { openRecord, recordLocation } from '../record/open.ts'
import type { GivenFor } from './arguments.ts'
import { print, printJson, tell } from './output.ts'

/** Opening a record migrates it; `--citus` then distributes what is not distributed yet. Throws RecordError without Citus. */
export async function migrate(given: GivenFor<'migrate'>): Promise<void> {
  const database = await openRecord(recordLocation(given.database), {
    onProgress: (message) => tell(`chancery: ${message}`),
  })
  try {
    const schema = await schemaOf(database)
    const distributed = given.citus ? await distribute(database) : []
    const told = given.citus ? `, ${distributed.length} tables distributed` : ''
    await (given.json ? printJson({ schema, distributed }) : print(`The schema is at ${schema}${told}`))
  } finally {
    await database.close()
  }
}
