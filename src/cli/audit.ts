// `chancery audit`: what was done over the network, and by whom.
import type { AuditLine } from '../record/audit.ts'
import type { GivenFor } from './arguments.ts'
import { connect } from './connect.ts'
import { print, printJson } from './output.ts'
import { drawTable } from './table.ts'

export async function audit({ actor, limit, json, database }: GivenFor<'audit'>): Promise<void> {
  const connection = await connect(database)
  try {
    const query = new URLSearchParams({ limit: String(limit), ...(actor ? { actor } : {}) })
    const lines = await connection.call<AuditLine[]>('GET', `/api/audit?${query}`)
    if (json) return await printJson(lines)
    if (lines.length === 0) return await print('Nothing was written over the network.')
    await print(
      drawTable(
        ['when', 'who', 'from', 'what', 'of', 'answered'],
        lines.map((line) => [
          line.at.slice(0, 19),
          line.actor,
          line.address ?? '–',
          line.action,
          line.subject ?? '–',
          String(line.status),
        ]),
      ),
    )
  } finally {
    await connection.close()
  }
}
