// Whose words a quotation gives: the ways of telling, in the order they are tried.
import type { Draft } from './draft.ts'
import { colon, complement, label, nextSentence, wordsOf } from './speakers-around.ts'
import { carried, resolvePronoun, subjectOfSentenceBefore, toldBefore } from './speakers-carried.ts'
import type { Attribution, PlacedRun, Previous } from './speakers-run.ts'
import { before, behind, split } from './speakers-saying.ts'
import type { SpeechCues } from './speakers-verbs.ts'

const NOBODY: Attribution = { how: 'none', speaker: null }

/** Finds the speaker of a run; `previous` is the run before with its attribution. */
export function attribute(draft: Draft, cues: SpeechCues, run: PlacedRun, previous: Previous): Attribution {
  const told =
    behind(draft, cues, run) ??
    complement(draft, cues, run) ??
    wordsOf(draft, cues, run) ??
    split(run, previous) ??
    before(draft, cues, run, previous) ??
    label(draft, run) ??
    colon(draft, cues, run) ??
    nextSentence(draft, cues, run) ??
    carried(draft, run, previous) ??
    toldBefore(draft, cues, run) ??
    subjectOfSentenceBefore(draft, cues, run) ??
    NOBODY
  return resolvePronoun(draft, run, told, previous)
}
