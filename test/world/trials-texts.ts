// Trials of "readouts", "brief", "hypothesis" and "check".
import { counts, hasState, inWindow, passes, visitors } from './naive.ts'
import { stateIds } from './random.ts'
import { ids, type Scene, type Trial, twoStates, windows } from './scene.ts'
import { rankByHand } from './sums.ts'

export function readoutsTrial({ world, rows, die }: Scene): Trial | null {
  const readout = die.one(world.readouts)
  const row = rows.find((r) => r.id === readout?.exchange)
  if (!readout || !row) return null
  const guests = visitors(row).map((p) => p.person)
  const parts = rows.filter(
    (r) =>
      r.id === row.id ||
      (inWindow(r, row.from, row.to) &&
        row.states.every((s) => hasState(r, s)) &&
        visitors(r).some((p) => guests.includes(p.person))),
  )
  const held = world.readouts.filter((r) => parts.some((p) => p.id === r.exchange)).flatMap((r) => r.sides)
  const topic = die.one(['canal tolls', 'fishing', 'northern straits'])
  const sides = [...new Set(held.map((s) => s.state))].sort()
  const mentioned = held.some((s) => s.topics.includes(topic))
  const all = ['canal tolls', 'northern straits', 'fishing', 'year of friendship', 'harvest loans'].filter(
    (t) =>
      sides.length > 1 && sides.every((side) => held.some((s) => s.state === side && s.topics.includes(t))),
  )
  return {
    question: 'readouts',
    raw: { exchange: row.id, topic },
    // Lists of topics are no texts: a silence in them proves nothing.
    expected: {
      held: held.length,
      all: all.sort(),
      verdict: mentioned ? 'fails' : 'untestable',
      missing: [...new Set(parts.flatMap((r) => r.states))].filter((s) => !sides.includes(s)).sort(),
    },
    seen: (a) => ({
      held: a.result.readouts.length,
      all: [...a.result.topics.all].sort(),
      verdict: a.verdict?.verdict,
      missing: a.result.missing,
    }),
  }
}

export function briefTrial({ rows, die, rule }: Scene): Trial {
  const states = twoStates(die)
  const window = die.one(windows)
  const passed = rows.filter(
    (row) =>
      states.every((s) => hasState(row, s)) &&
      inWindow(row, window.since, window.until) &&
      counts(rule, row) &&
      row.confirmed,
  )
  return {
    question: 'brief',
    raw: { states: states.join(','), ...window },
    expected: { passed: ids(passed), bare: 0, headings: 1 },
    seen: (a) => ({
      passed: a.result.sections[0].lines.map((l: { row: string }) => l.row).sort(),
      bare: a.result.sections
        .flatMap((s: { lines: { citations: number[] }[] }) => s.lines)
        .filter((l: { citations: number[] }) => l.citations.length === 0).length,
      headings: (a.result.markdown.match(/^# /gm) ?? []).length,
    }),
  }
}

export function hypothesisTrial({ rows, die }: Scene): Trial {
  const pieces = [0, 1, 2, 3].map((i) => ({ id: `e${i}`, exchange: die.one(rows).id, ratedOn: '2027-01-01' }))
  const hypotheses = ['h1', 'h2', 'h3'].map((id) => ({ id, text: `Hypothesis ${id}` }))
  const ratings = pieces.flatMap((e) =>
    hypotheses
      .filter(() => die.chance(0.8))
      .map((h) => ({
        evidence: e.id,
        hypothesis: h.id,
        rating: die.one(['CC', 'C', 'N', 'I', 'II'] as const),
        reason: 'invented',
      })),
  )
  const weight = (id: string): number =>
    rows.find((r) => r.id === pieces.find((e) => e.id === id)!.exchange)!.confirmed ? 1 : 0.4
  return {
    question: 'hypothesis',
    raw: { matrix: JSON.stringify({ hypotheses, evidence: pieces, ratings }) },
    expected: rankByHand(
      hypotheses.map((h) => h.id),
      pieces.map((e) => e.id),
      ratings,
      weight,
    ),
    seen: (a) => ({
      against: Object.fromEntries(
        a.result.hypotheses.map((h: { id: string; against: number }) => [h.id, h.against.toFixed(3)]),
      ),
      turning: [...a.result.wouldChange].sort(),
    }),
  }
}

/** Who is said not to have been somewhere since a year: the plainest claim that `check` reads. */
export function checkTrial({ world, rows, die, rule }: Scene): Trial {
  const guest = die.one(world.knowledge.gazetteer.people)
  const to = die.one(stateIds.filter((s) => s !== guest.state))
  const place = world.knowledge.gazetteer.states.find((s) => s.id === to)!.name
  const year = 2019 + die.below(4)
  const published = '2024-02-10'
  const stays = rows.filter(
    (row) =>
      row.host === to &&
      visitors(row).some((p) => p.person === guest.id) &&
      passes(rule, row, guest.state ?? undefined) &&
      row.from <= published,
  )
  const own = stays.filter((row) => row.confirmed || rule.unconfirmed)
  const after = own.filter((row) => row.from > `${year}-12-31`)
  const before = own.filter((row) => row.to <= `${year}-12-31`)
  return {
    question: 'check',
    raw: { text: `${guest.name} has not been to ${place} since ${year}.`, published },
    expected: {
      broken: after.length > 0,
      // What is known only in general breaks no claim, and bears none out.
      borne:
        !stays.some((row) => row.from > `${year}-12-31`) && before.some((row) => row.to >= `${year}-01-01`),
    },
    seen: (a) => ({
      broken: a.result.claims[0]?.verdict === 'fails',
      borne: a.result.claims[0]?.verdict === 'holds',
    }),
  }
}
