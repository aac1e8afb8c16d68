// Typed silence: for each exchange and side, whether its readout is on record, was read, and mentions the topic; and the verdict on an omission.
import type { Verdict } from './answer.ts'
import { type Certificate, type Silence, silenceOf } from './omission.ts'
import type { Recalled } from './recall.ts'
import { labelExchange } from './rows.ts'

/** A side of an exchange that a readout could be of, and what its readouts on record show. */
export interface Side {
  exchange: string
  label: string
  side: string
  silence: Silence
}

const toldOf = new Set<Recalled['kind']>(['meeting', 'talks', 'summit', 'call', 'visit'])

/** Meetings, talks and calls that took place; a visit where it is all the record has, or a readout is of the visit as a whole. */
export function sidesOf(rows: Recalled[], certificate: Certificate, sides: string[]): Side[] {
  const past = rows.filter((row) => toldOf.has(row.kind) && /^(occurred|ongoing)$/.test(row.status))
  const inner = past.filter((row) => row.kind !== 'visit')
  const isTold = (row: Recalled): boolean => certificate.held.some((h) => h.exchangeId === row.id)
  const told = past.filter((row) => row.kind !== 'visit' || inner.length === 0 || isTold(row))
  return told.flatMap((row) =>
    sides
      .filter((side) => row.states.includes(side))
      .map((side) => ({
        exchange: row.id,
        label: labelExchange(row),
        side,
        silence: silenceOf(certificate, row.id, side),
      })),
  )
}

/** The verdict on "{sides} did not mention {topic}": it holds only where the readouts of every exchange are held and were read. */
export function judge(certificate: Certificate, topic: string, sides: Side[], asked: string[]): Verdict {
  const mentions = certificate.held.filter((h) => asked.includes(h.state) && h.mention)
  if (mentions.length > 0)
    return {
      verdict: 'fails',
      reason: `${mentions.map((m) => `${m.publisher ?? m.state}: “${m.mention}”`).join('; ')} mentions ${topic}.`,
      reworded: null,
    }
  const silent = sides.filter((s) => s.silence === 'covered and silent')
  const tried = `${certificate.terms.length} ${certificate.terms.length === 1 ? 'term' : 'terms'} tried (${certificate.terms.slice(0, 5).join(', ')})`
  const also = certificate.mentionedBy.length ? ` ${certificate.mentionedBy.join(', ')} did mention it.` : ''
  if (sides.length > 0 && silent.length === sides.length)
    return {
      verdict: 'holds',
      reason: `Every readout asked about is on record, was read, and has ${topic} under none of ${tried}: ${listSides(silent)}.${also}`,
      reworded: null,
    }
  return {
    verdict: 'untestable',
    reason: `${explainGaps(sides, topic)} ${tried}.${also}`,
    reworded: rewordSilence(sides, topic),
  }
}

const listSides = (sides: Side[]): string => sides.map(({ side, label }) => `${side} on ${label}`).join('; ')

/** "Silence about X is shown for 1 of 3 …: covered and silent: …; not read: …; not covered: …" */
function explainGaps(sides: Side[], topic: string): string {
  if (sides.length === 0) return `The record holds no exchange of which a readout could mention ${topic}.`
  const why: [Silence, string][] = [
    ['covered and silent', 'Covered and silent'],
    ['not read', 'Not read (only topics, an address or a press report is on record)'],
    ['not covered', 'Not covered (no readout on record)'],
  ]
  const parts = why.flatMap(([silence, words]) => {
    const those = sides.filter((s) => s.silence === silence)
    return those.length > 0 ? [`${words}: ${listSides(those)}`] : []
  })
  const shown = sides.filter((s) => s.silence === 'covered and silent').length
  return `Silence about ${topic} is shown for ${shown} of ${sides.length}. ${parts.join('. ')}.`
}

/** What can be said of the readouts that are known, and no more. */
function rewordSilence(sides: Side[], topic: string): string | null {
  const known = sides.filter((s) => s.silence !== 'not covered')
  if (known.length === 0) return null
  const read = known.every((s) => s.silence === 'covered and silent')
  return `${read ? 'The readouts on record do' : 'What is on record of the readouts does'} not mention ${topic}: ${listSides(known)}.`
}
