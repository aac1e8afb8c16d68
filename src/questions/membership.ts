// Who belongs to a camp on a day: listed states always, a grouping's members from day to day, as known on the day asked.
import { findOrganization, memberRoles, readCamp } from './names.ts'
import type { QuestionContext } from './question.ts'
import { asKnown, runQuery } from './recall.ts'
import { dayKnown } from './window.ts'

export interface Membership {
  id: string
  state: string
  role: string
  /** As the source has them (day, month or year); null when open or not known. */
  from: string | null
  to: string | null
  confirmed: boolean
  sources: string[]
  /** The same as days; `ends` is the day after the last one. Null: without end on that side. */
  starts: string | null
  ends: string | null
}

/** Every membership of the grouping that was known on the day asked, whenever it was. */
export const recallMemberships = (context: QuestionContext, organization: string): Promise<Membership[]> =>
  runQuery(
    context,
    (p) => `
    select id, state_id as state, role, from_text as from, to_text as to, confirmed, sources,
      lower(valid)::text as starts, upper(valid)::text as ends from known_membership m
    where ${asKnown('m', context, p)} and organization_id = ${p(organization)} and not isempty(valid) order by role, state_id`,
  )

export const heldOn = (memberships: Membership[], day: string): Membership[] =>
  memberships.filter((m) => (m.starts ?? '') <= day && day < (m.ends ?? '9999'))

/** States that are full members on the day, sorted; observers and partners are none. */
export const membersOf = (memberships: Membership[], day: string): string[] =>
  [
    ...new Set(
      heldOn(memberships, day)
        .filter((m) => memberRoles.has(m.role))
        .map((m) => m.state),
    ),
  ].sort()

/** A camp as asked for: in words, and whether a state belonged to it on a day. */
export interface Camp {
  words: string
  has: (state: string | null, day: string) => boolean
}

/** "LAO, MMR" or the name of a grouping. Throws InputError for what is neither. */
export async function recallCamp(context: QuestionContext, field: string, text: string): Promise<Camp> {
  const grouping = findOrganization(context, text)
  if (!grouping) {
    const states = readCamp(context, field, text, dayKnown(context))
    return { words: states.join(', '), has: (state) => state !== null && states.includes(state) }
  }
  const memberships = await recallMemberships(context, grouping.id)
  return {
    words: `members of ${grouping.name} on that day`,
    has: (state, day) => state !== null && membersOf(memberships, day).includes(state),
  }
}
