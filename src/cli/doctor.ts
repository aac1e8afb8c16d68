// `chancery doctor`: looks the installation and the record over, says what is wrong and what to do.
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import pc from 'picocolors'
import { ChanceryError } from '../errors.ts'
import type { ShownAccount } from '../http/accounts.ts'
import { isWorkbenchBuilt } from '../http/assets.ts'
import { openReader } from '../http/reader.ts'
import type { ShownToken } from '../http/tokens.ts'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { isServer } from '../record/location.ts'
import { recordLocation } from '../record/open.ts'
import { ownerOf } from '../record/owner.ts'
import type { Soundness } from '../record/soundness.ts'
import type { GivenFor } from './arguments.ts'
import { type Connection, connect } from './connect.ts'
import { print, printJson } from './output.ts'
import { wrapText } from './table.ts'

interface Finding {
  what: string
  state: 'well' | 'mind' | 'wrong'
  detail: string
  /** What to do; empty where nothing need be done. */
  next: string
}

/** Prints a finding for each thing looked at. Exit code 1 when something is wrong. */
export async function doctor(given: GivenFor<'doctor'>): Promise<void> {
  const location = recordLocation(given.database)
  const findings = [
    lookAtNode(),
    ...(await look('packs and reader', lookAtReader)),
    lookAtWorkbench(),
    ...(await look('disk', () => lookAtDisk(location))),
    ...lookAtOwner(location),
    ...(await look('record', () => lookAtRecord(given.database))),
  ]
  const well = findings.every((finding) => finding.state !== 'wrong')
  if (!well) process.exitCode = 1
  await (given.json ? printJson({ well, location, findings }) : print(findings.map(draw).join('\n')))
}

const well = (what: string, detail: string): Finding => ({ what, state: 'well', detail, next: '' })

/** What `see` finds; an error is a finding too. */
async function look(what: string, see: () => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await see()
  } catch (error) {
    const next = error instanceof ChanceryError ? error.next : ''
    return [{ what, state: 'wrong', detail: error instanceof Error ? error.message : String(error), next }]
  }
}

function lookAtNode(): Finding {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number]
  if (major > 20 || (major === 20 && minor >= 19)) return well('Node', process.versions.node)
  return {
    what: 'Node',
    state: 'wrong',
    detail: `${process.versions.node} is too old`,
    next: 'Install Node 20.19 or later.',
  }
}

function lookAtReader(): Finding[] {
  const knowledge = loadKnowledge()
  const { people, offices, tenures } = knowledge.gazetteer
  const start = performance.now()
  const reading = openReader(knowledge).read({
    id: 'trial',
    text: 'The foreign minister of France visited Japan on 3 May 2021.',
    publishedOn: '2021-05-04',
  })
  const packs = well(
    'packs',
    `${people.length} people, ${offices.length} offices, ${tenures.length} tenures, ${knowledge.rules.length} counting rules`,
  )
  const model: Finding =
    loadModel() === null
      ? {
          what: 'model',
          state: 'mind',
          detail: 'the trained tagger is not there: tags are guessed',
          next: 'Install the package anew.',
        }
      : well('model', 'there')
  const read: Finding =
    reading.warnings.length > 0
      ? { what: 'reader', state: 'mind', detail: reading.warnings.join('; '), next: 'Report it.' }
      : well('reader', `ready and one sentence read in ${Math.round(performance.now() - start)} ms`)
  return [packs, model, read]
}

const lookAtWorkbench = (): Finding =>
  isWorkbenchBuilt()
    ? well('workbench', 'built')
    : { what: 'workbench', state: 'mind', detail: 'not built', next: 'Run `npm run build`.' }

// PGlite needs room to recover, and a record of some years takes some hundred megabytes.
const scarce = 1_000_000_000

async function lookAtDisk(location: string): Promise<Finding[]> {
  if (isServer(location)) return []
  const { bavail, bsize } = await statfs(dirname(location)).catch(() => statfs('.'))
  const free = bavail * bsize
  const detail = `${(free / 1e9).toFixed(1)} GB free beside the record`
  return [
    free > scarce
      ? well('disk', detail)
      : { what: 'disk', state: 'mind', detail, next: 'Make room, or move the record with --database.' },
  ]
}

function lookAtOwner(location: string): Finding[] {
  const owner = isServer(location) ? null : ownerOf(location)
  if (!owner) return []
  return [
    well(
      'owner',
      `process ${owner.pid} has the record open since ${owner.openedAt}${owner.address ? `, served at ${owner.address}` : ''}`,
    ),
  ]
}

async function lookAtRecord(flag: string | undefined): Promise<Finding[]> {
  const connection = await connect(flag)
  try {
    const about = await connection.call<{ location: string; engine: string; counts: Record<string, number> }>(
      'GET',
      '/api/record',
    )
    const found = await connection.call<Soundness>('GET', '/api/record/soundness')
    const { exchanges, documents, people, proposed } = about.counts
    return [
      well(
        'record',
        `${about.location}, ${about.engine}, ${found.engine}, ${(found.bytes / 1e6).toFixed(0)} MB`,
      ),
      well(
        'holds',
        `${exchanges} exchanges (${proposed} waiting for review), ${documents} documents, ${people} people`,
      ),
      await lookAtAccess(connection),
      lookAtEvidence(found),
      ...lookAtDangling(found),
    ]
  } finally {
    await connection.close()
  }
}

/** Who may come in over the network. */
async function lookAtAccess(connection: Connection): Promise<Finding> {
  const accounts = await connection.call<ShownAccount[]>('GET', '/api/accounts')
  const tokens = await connection.call<ShownToken[]>('GET', '/api/tokens')
  const admins = accounts.filter(({ role }) => role === 'admin').length
  const detail = `${accounts.length} accounts (${admins} of administrators), ${tokens.length} tokens`
  const endless = tokens.filter(({ scope, expiresAt }) => scope !== 'feeds' && expiresAt === null)
  if (endless.length === 0) return well('access', detail)
  return {
    what: 'access',
    state: 'mind',
    detail: `${detail}, of which ${endless.length} open the API and never expire: ${endless.map(({ name }) => name).join(', ')}`,
    next: 'Revoke them, and make them anew with --days.',
  }
}

function lookAtEvidence({ evidence: { checked, orphaned, examples } }: Soundness): Finding {
  if (orphaned === 0) return well('evidence', `${checked} quotes stand where they say`)
  const detail = `${orphaned} of ${checked} quotes no longer stand in their document, for example of ${examples.join(', ')}`
  return {
    what: 'evidence',
    state: 'wrong',
    detail,
    next: 'Restore a backup, or ingest those documents anew.',
  }
}

const lookAtDangling = ({ dangling }: Soundness): Finding[] =>
  Object.entries(dangling)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => ({
      what: 'references',
      state: 'wrong',
      detail: `${count} ${what}`,
      next: 'Restore a backup, and report it.',
    }))

const marks = { well: pc.green('✓'), mind: pc.yellow('!'), wrong: pc.red('✗') }

const draw = ({ what, state, detail, next }: Finding): string =>
  `${marks[state]} ${pc.bold(what.padEnd(10))} ${detail}${next ? `\n${wrapText(next, '             ')}` : ''}`
