// "The highest-ranking official to visit since …" → the question "highest", with everybody else in the window as rivals.
import { countUnder, firstDay } from '../counting.ts'
import { type Candidate, highest, rankCandidates } from '../highest.ts'
import { breakTie, placesOf, recallHeld } from '../ladder.ts'
import { recallReach, recallVisits } from '../recall.ts'
import { windowOf } from '../window.ts'
import { type Figure, figuresIn, readFigures } from './figures.ts'
import { type Period, resolvePeriod } from './period.ts'
import { type ClaimVerdict, readRoute, type Setting, untestable } from './setting.ts'

const rankWords = /\b(?:rank(?:ing|ed)?|senior|(?:highest|top)[- ]level)\b/i

export async function checkSuperlative(setting: Setting): Promise<ClaimVerdict> {
  const { claim, context } = setting
  if (!rankWords.test(claim.exact))
    return untestable('The record ranks officials; it does not measure what this superlative is about.')
  const hero = pickHero(setting, await readFigures(setting))
  const route = readRoute(setting, hero?.state ?? claim.states[0])
  if (!route)
    return untestable('The text does not say from which state to which, or the reader could not tell.')
  const period = await resolvePeriod(setting)
  if ('unknown' in period) return untestable(period.unknown)
  if (!hero) return untestable('The claim names nobody whose rank could be compared.')
  const input = {
    ...route,
    since: period.from ?? undefined,
    until: period.to,
    as: 'visitor' as const,
    ladder: 'level',
  }
  const answer = await highest.ask(context, input)
  const field = await findRivals(setting, route, period)
  const judged = await compare(setting, { hero, ...field, period, route })
  return {
    ...(judged.verdict === 'holds' ? await holdToReach(setting, { period, route }, judged) : judged),
    question: 'highest',
    input,
    answer,
  }
}

type Judged = Pick<ClaimVerdict, 'verdict' | 'reason' | 'reworded'>

/** Nobody higher on record says nothing where the record of the two does not reach back to the day counted from. */
async function holdToReach(
  setting: Setting,
  { period, route }: Pick<Contest, 'period' | 'route'>,
  judged: Judged,
): Promise<Judged> {
  const reach = await recallReach(setting.context, [route.from, route.to])
  const counted = period.after ?? period.from
  if (reach.from && counted && reach.from <= counted) return judged
  const begins = reach.from ? `begins on ${reach.from}` : 'holds nothing'
  return {
    verdict: 'untestable',
    reason: `${judged.reason} But the record of ${route.from} and ${route.to} ${begins}, and the claim reaches back ${period.from ? `to ${period.from}` : 'without end'}.`,
    reworded: null,
  }
}

/** Whom the superlative is said of: the name after "… was", else the last before it, in the clause or ("Xu, the most senior …") its sentence. */
function pickHero(setting: Setting, figures: Figure[]): Figure | null {
  const { claim, text } = setting
  const cue = claim.start + Math.max(0, claim.exact.search(/\b(?:highest|most|top)\b/i))
  const windowAt = claim.window ? text.indexOf(claim.window.exact, claim.start) : claim.end
  const verb = /\b(?:was|is|were|has been|remains|remained)\b/i.exec(text.slice(cue, claim.end))
  const after = verb && figures.find((f) => f.mentions.some((m) => m.start >= cue + verb.index))
  if (after) return after
  const before = (list: Figure[]): Figure | undefined =>
    list.filter((f) => f.mentions.some((m) => m.end <= cue)).at(-1)
  return (
    before(figures) ??
    before(figuresIn(setting, setting.sentence)) ??
    figures.find((f) => f.mentions.some((m) => m.start < windowAt)) ??
    null
  )
}

async function findRivals(
  setting: Setting,
  route: { from: string; to: string },
  period: Period,
): Promise<{ rivals: Candidate[]; doubtful: Candidate[] }> {
  const { context } = setting
  const rows = await recallVisits(context, route, windowOf(period.from, period.to))
  const count = countUnder(context.rule, rows, { side: route.from, knowledge: context.knowledge })
  const field = await rankCandidates(context, count, { side: route.from, ladder: 'level', as: 'visitor' })
  return { rivals: field.confirmed, doubtful: field.unconfirmed }
}

interface Contest {
  hero: Figure
  rivals: Candidate[]
  /** Known only in general: they do not compete, and may stand against a claim. */
  doubtful: Candidate[]
  period: Period
  route: { from: string; to: string }
}

async function compare(setting: Setting, contest: Contest): Promise<Judged> {
  const { hero, rivals, period, route } = contest
  const level = await levelOfHero(setting, hero, rivals)
  if (level === null)
    return {
      verdict: 'untestable',
      reason: `The rank of ${hero.name} that day is not known.`,
      reworded: null,
    }
  const others = rivals.filter(
    (c) =>
      c.place !== null &&
      (hero.person === null || c.party.person !== hero.person) &&
      c.party.name !== hero.name,
  )
  const higher = others.filter((c) => c.place! < level)
  const equal = others.filter((c) => c.place === level)
  const note = period.note ? ` ${period.note}` : ''
  if (higher.length > 0)
    return {
      verdict: 'fails',
      reason: `${list(higher)} ranked higher (${hero.name} is level ${level}) and went from ${route.from} to ${route.to} ${period.words}.${note}`,
      reworded: rewordAfter(contest, level, higher),
    }
  if (equal.length > 0) return judgeTie(setting, { ...contest, level, equal, note })
  const rival = contest.doubtful.find(
    (c) => c.place !== null && c.place <= level && c.party.person !== hero.person,
  )
  if (rival)
    return {
      verdict: 'untestable',
      reason: `No sourced visit of level ${level} or better by anybody but ${hero.name} ${period.words}, but one known only in general would ${rival.place === level ? 'tie' : 'rank higher'}: ${list([rival])}.${note}`,
      reworded: null,
    }
  const next = others[0]
  const runner = next ? `; next: ${list([next])}` : ''
  return {
    verdict: 'holds',
    reason: `Nobody of level ${level} or better but ${hero.name} is on record ${period.words}, of ${others.length} other visitors${runner}.${note}`,
    reworded: null,
  }
}

/** Level on the day of the visit where the record has it, by tenure on the day of the text, else as the reader made it out. */
async function levelOfHero(setting: Setting, hero: Figure, rivals: Candidate[]): Promise<number | null> {
  const own = rivals
    .filter((c) => c.party.person !== null && c.party.person === hero.person)
    .map((c) => c.place)
    .filter((p) => p !== null)
  if (own.length > 0) return Math.min(...own)
  const [held] = hero.person
    ? await recallHeld(setting.context, [{ person: hero.person, day: setting.today }])
    : []
  return held?.length ? Math.min(...held.map((h) => h.level)) : hero.level
}

async function judgeTie(
  setting: Setting,
  tie: Contest & { level: number; equal: Candidate[]; note: string },
) {
  const { hero, equal, level, note } = tie
  const [held] = hero.person
    ? await recallHeld(setting.context, [{ person: hero.person, day: setting.today }])
    : [[]]
  const finer = breakTie([
    placesOf(held ?? [], setting.today),
    ...equal.map((c) => placesOf(c.held, firstDay(c.row))),
  ])
  if (finer) {
    const first = finer.order[0] === 0
    const reason = `A tie at level ${level} with ${list(equal)}; the ladder “${finer.ladder}” puts ${first ? hero.name : equal[finer.order[0]! - 1]!.party.name} first.${note}`
    return { verdict: first ? ('holds' as const) : ('fails' as const), reason, reworded: null }
  }
  return {
    verdict: 'untestable' as const,
    reason: `A tie: ${list(equal)} ${equal.length === 1 ? 'is' : 'are'} of level ${level} too, and no finer ladder in the packs puts them in order.${note}`,
    reworded: `${hero.name} shares the highest level (${level}) with ${equal.map((c) => c.party.name).join(' and ')} ${tie.period.words}.`,
  }
}

/** From the day after the last higher visitor: the longest window in which it would hold. */
function rewordAfter(contest: Contest, level: number, higher: Candidate[]): string {
  const last = [...higher].sort((a, b) => (b.row.latest ?? '').localeCompare(a.row.latest ?? ''))[0]!
  const since = last.row.latest ?? last.row.earliest ?? ''
  const tied = contest.rivals.filter(
    (c) => c.place === level && c.party.person !== contest.hero.person && firstDay(c.row) > since,
  )
  const shared =
    tied.length > 0
      ? `shares the highest level (${level}) with ${[...new Set(tied.map((c) => c.party.name))].join(' and ')} among`
      : 'is the highest-ranking of'
  return `${contest.hero.name} ${shared} the visitors from ${contest.route.from} to ${contest.route.to} since ${last.party.name}’s visit of ${last.row.occurredOn}.`
}

const list = (candidates: Candidate[]): string =>
  [
    ...new Set(
      candidates
        .slice(0, 4)
        .map((c) => `${c.party.name ?? c.party.office} (level ${c.place}, ${c.row.occurredOn})`),
    ),
  ].join(', ')
