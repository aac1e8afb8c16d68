// Question "grouping": who was in it and who chaired it on a day; how it meets: full house or pairs; who sent a deputy.
import { z } from 'zod'
import type { AnswerRow } from './answer.ts'
import type { Citations } from './citations.ts'
import { composeAnswer, unconfirmedNote } from './compose.ts'
import { bestLevel, countUnder, firstDay, joinNested } from './counting.ts'
import { sinceField, untilField } from './fields.ts'
import { heldOn, type Membership, membersOf, recallMemberships } from './membership.ts'
import { foldName, memberRoles, readOrganization } from './names.ts'
import { closeWindow } from './pace.ts'
import type { Question, QuestionContext } from './question.ts'
import { type Recalled, recallWhere } from './recall.ts'
import { smallNumbersNote } from './statistics/interval.ts'
import { baseRate } from './statistics/wilson.ts'
import { leftOutNotes } from './timeline.ts'
import { dayKnown, readDay, readWindow, type Window } from './window.ts'
import { rowInWords } from './wording.ts'

const input = z.object({
  grouping: z.string().trim().min(1).describe('The grouping: id or name (BRICS, Quad)'),
  on: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('Day on which members and chair are wanted; default: the day asked as known on'),
  since: sinceField,
  until: untilField,
})

/** Members meet as a whole only in small groupings; in large ones only occasions named after the grouping tell. */
const smallGrouping = 6

export const grouping: Question<typeof input> = {
  name: 'grouping',
  title: 'A grouping, its members and how it meets',
  sentence: 'the members and chair of {grouping} on {on}, and how it met from {since} to {until}',
  definition:
    'Members, observers and the chair on one day, from dated memberships with their sources. Meetings are the exchanges of the window whose occasion names the grouping and, in groupings of at most six members, every exchange of at least two members and nobody else. ' +
    'A **full house** is one with all members of that day; the share of full houses among the meetings of members only (with its interval) says whether a small grouping is truly many-sided or a hub with spokes. ' +
    'For each member it is told how often its best representative was of which level. At a meeting where another member’s best representative is a leader (level 1 or 2), a member whose best is below that **sent a deputy**.',
  input,
  async ask(context, given) {
    const organization = readOrganization(context, 'grouping', given.grouping)
    const window = closeWindow(context, readWindow(context.knowledge, given))
    const on = given.on ? readDay('on', given.on) : dayKnown(context)
    const everybody = await recallMemberships(context, organization.id)
    const memberships = heldOn(everybody, on)
    const members = membersOf(everybody, on)
    const chair = memberships.filter((m) => m.role === 'chair')
    const found = await recallMeetings(context, organization, statesEver(everybody), window)
    const rows = found.filter((row) => row.named || isOfMembers(row, everybody))
    const count = countUnder(context.rule, rows, { knowledge: context.knowledge })
    const meetings = joinNested(count.rows).map((group) => meetingOf(group, everybody))
    const full = meetings.filter((m) => m.present.length === m.members && m.members > 1)
    const pairs = meetings.filter((m) => m.present.length === 2 && m.members > 2).map((m) => m.present)
    const alone = meetings.filter((m) => m.alone)
    const rate = baseRate(alone.filter((m) => full.includes(m)).length, alone.length)
    return composeAnswer(context, {
      question: 'grouping',
      input: { ...given, grouping: organization.id, on },
      states: members,
      window,
      summary: `${organization.name} on ${on}: ${members.length} members (${members.join(', ') || 'none on record'})${chair.length ? `, chair ${chair.map((c) => c.state).join(', ')}` : ', chair not known'}. ${meetings.length} meetings ${window.words}: ${full.length} full house, ${pairs.length} in pairs.`,
      rows: count.rows,
      result: (show, citations) => ({
        organization: { id: organization.id, name: organization.name, kind: organization.kind },
        on,
        members: memberships.map((m) => rowInWords(context, membershipRow(m, organization.id, citations))),
        chair: chair.map((m) => m.state),
        meetings: count.rows.map((row) => ({
          exchange: show(row),
          present: presentAt(row, everybody),
          deputies: deputiesAt(row, membersOf(everybody, firstDay(row))),
        })),
        attendance: attendanceOf(count.rows, everybody),
        fullHouse: { full: full.length, pairs: pairs.length, rate },
        pairCounts: tallyOf(pairs.map((pair) => pair.join('–'))),
      }),
      chosenFrom: {
        rows,
        description: `exchanges of ${organization.name} or of its members alone ${window.words}`,
      },
      unknowns: [
        memberships.some((m) => !m.confirmed) &&
          `${memberships.filter((m) => !m.confirmed).length} of ${memberships.length} memberships are known only in general.`,
        chair.length > 1 && 'Two chairs on one day: the handover fell on it or the sources disagree.',
        members.length > smallGrouping &&
          'A large grouping: only occasions named after it are looked at, pairs of members are not.',
        smallNumbersNote(full.length, pairs.length),
        unconfirmedNote(count.unconfirmed, 'they are not among the meetings.'),
        ...leftOutNotes(count.leftOut),
      ],
    })
  },
}

const statesEver = (memberships: Membership[]): string[] =>
  [...new Set(memberships.filter((m) => memberRoles.has(m.role)).map((m) => m.state))].sort()

/** Those present that were members that day. */
const presentAt = (row: Recalled, memberships: Membership[]): string[] => {
  const then = membersOf(memberships, firstDay(row))
  return row.states.filter((state) => then.includes(state))
}

/** An exchange of at least two members of that day and nobody else; who had left, or was yet to join, is somebody else. */
const isOfMembers = (row: Recalled, memberships: Membership[]): boolean => {
  const present = presentAt(row, memberships).length
  return present > 1 && present === row.states.length
}

/** A meeting in one or several rows: who of that day's members came, how many they were, and whether nobody else came. */
const meetingOf = (group: Recalled[], memberships: Membership[]) => {
  const present = [...new Set(group.flatMap((row) => presentAt(row, memberships)))].sort()
  const states = new Set(group.flatMap((row) => row.states))
  return {
    present,
    members: membersOf(memberships, group.map(firstDay).sort()[0]!).length,
    alone: present.length > 1 && present.length === states.size,
  }
}

/** For each member how often its best representative was of which level; "unknown" where nobody of known level is named. */
function attendanceOf(
  rows: Recalled[],
  memberships: Membership[],
): { state: string; meetings: number; byLevel: Record<string, number> }[] {
  const seen = rows.flatMap((row) => presentAt(row, memberships).map((state) => ({ row, state })))
  return [...new Set(seen.map(({ state }) => state))].sort().map((state) => {
    const theirs = seen.filter((one) => one.state === state)
    const levels = theirs.map(({ row }) => bestLevel(row.participants.filter((p) => p.state === state)))
    return {
      state,
      meetings: theirs.length,
      byLevel: tallyOf(levels.map((level) => String(level ?? 'unknown'))),
    }
  })
}

function tallyOf(keys: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys.sort()) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** Exchanges whose occasion names the grouping and, of a small one, those of states that ever were members alone. */
async function recallMeetings(
  context: QuestionContext,
  organization: { id: string; name: string; names: string[] },
  members: string[],
  window: Window,
): Promise<(Recalled & { named: boolean })[]> {
  const names = [organization.name, ...organization.names, organization.id].map((name) =>
    foldName(name).replace(/[^\p{L}\d ]/gu, '.'),
  )
  const words = names.map((name) => `\\m${name}\\M`).join('|')
  const spoken = new RegExp(`(?<![\\p{L}\\d_])(?:${names.join('|')})(?![\\p{L}\\d_])`, 'u')
  const small = members.length >= 2 && members.length <= smallGrouping
  const rows = await recallWhere(
    context,
    window,
    (p) => `
    replace(lower(coalesce(x.occasion, '')), '-', ' ') ~ ${p(words)}
    or (${p(small)}::boolean and cardinality(x.states) >= 2 and x.states <@ ${p(members)}::text[])`,
    members,
  )
  return rows.map((row) => ({
    ...row,
    named: spoken.test((row.occasion ?? '').toLowerCase().replaceAll('-', ' ')),
  }))
}

function membershipRow(m: Membership, organization: string, citations: Citations): AnswerRow {
  citations.addUrls(m.id, m.sources)
  const label = `${m.state}: ${m.role} of ${organization}, ${m.from ?? '…'} to ${m.to ?? '…'}${m.confirmed ? '' : ' (unconfirmed)'}`
  return {
    type: 'membership',
    id: m.id,
    label,
    date: `${m.from ?? ''}/${m.to ?? '..'}`,
    confirmed: m.confirmed,
    citations: citations.of(m.id),
    fields: { state: m.state, role: m.role, from: m.from, to: m.to },
  }
}

/** Members whose best representative is below leader where another's is one. */
export function deputiesAt(row: Recalled, members: string[]): { state: string; level: number }[] {
  const best = new Map<string, number>()
  for (const { state, level } of row.participants)
    if (state && level !== null && members.includes(state))
      best.set(state, Math.min(level, best.get(state) ?? 9))
  if (![...best.values()].some((level) => level <= 2)) return []
  return [...best].filter(([, level]) => level > 2).map(([state, level]) => ({ state, level }))
}
