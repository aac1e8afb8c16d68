// One line that names an exchange, and the row of an answer made from it.
import type { AnswerRow } from './answer.ts'
import type { Citations } from './citations.ts'
import type { Party, Recalled } from './recall.ts'

/** Rows an answer carries in full; its `count` is exact whatever their number. */
export const shownRows = 200

const named = (party: Party): string => {
  const marks = [party.state, party.level === null ? null : `level ${party.level}`].filter(
    (mark) => mark !== null,
  )
  return `${party.name ?? party.office ?? 'somebody'}${marks.length ? ` (${marks.join(', ')})` : ''}`
}

function listed(parties: Party[]): string {
  const first = parties.slice(0, 3).map(named)
  const rest = parties.length - first.length
  if (rest > 0) return `${first.join(', ')} and ${rest} more`
  return first.length > 1 ? `${first.slice(0, -1).join(', ')} and ${first.at(-1)}` : (first[0] ?? 'somebody')
}

const joint: Record<string, string> = {
  meeting: 'met',
  talks: 'held talks with',
  summit: 'met at a summit with',
  call: 'spoke by telephone or video with',
  message: 'sent a message to',
  ceremony: 'attended a ceremony with',
  agreement: 'made an agreement with',
  'people-to-people': 'exchanged with',
  visit: 'visited',
}
const ahead: Record<string, string> = {
  announced: 'announced: ',
  cancelled: 'cancelled: ',
  postponed: 'postponed: ',
  denied: 'denied: ',
  possible: 'possible: ',
  ongoing: 'under way: ',
}

/** "Ana Brill (ARD, level 5) visited BOR, 2021-03-02/2021-03-04". */
export function labelExchange(row: Recalled): string {
  const guests = row.participants.filter((party) => party.role === 'visitor')
  const others = row.participants.filter((party) => party.role !== 'visitor')
  const [left, right] = guests.length > 0 ? [guests, others] : [others.slice(0, 1), others.slice(1)]
  const place = row.kind === 'visit' ? '' : row.place ? ` in ${row.place}` : ''
  const whom =
    row.kind === 'visit' && row.host ? row.host : right.length > 0 ? listed(right) : row.states.join(', ')
  const doubt = row.confirmed ? '' : ' (unconfirmed)'
  const occasion = row.occasion ? `, ${row.occasion}` : ''
  const subject = left.length > 0 ? listed(left) : row.states.join(', ')
  return `${ahead[row.status] ?? ''}${subject} ${joint[row.kind]} ${whom}${place}${occasion}, ${row.occurredOn ?? 'undated'}${doubt}`
}

/** The exchange as a row of an answer. */
export function exchangeRow(row: Recalled, citations: Citations): AnswerRow {
  const {
    id,
    kind,
    status,
    place,
    host,
    states,
    occasion,
    level,
    partOf,
    basis,
    note,
    announcedOn,
    review,
    grade,
  } = row
  return {
    type: 'exchange',
    id,
    label: labelExchange(row),
    date: row.occurredOn,
    confirmed: row.confirmed,
    citations: citations.of(id),
    fields: {
      kind,
      grade,
      status,
      place,
      host,
      states,
      occasion,
      level,
      partOf,
      basis,
      note,
      announcedOn,
      review,
      earliest: row.earliest,
      latest: row.latest,
      participants: row.participants,
    },
  }
}
