// Speakers carried on from what stands before, and whom "he said" means.
import type { Draft } from './draft.ts'
import { entityAt, mentionsBetween } from './entities.ts'
import { sentenceSubject } from './speakers-around.ts'
import type { Attribution, PlacedRun, Previous } from './speakers-run.ts'
import { isInflected, isNounHere, isTalk } from './speakers-saying.ts'
import { subjectBefore, unknownSpeaker } from './speakers-subject.ts'
import type { SpeechCues } from './speakers-verbs.ts'

/** A quotation that fills its sentence goes on with the speaker of the one before in the paragraph, or across a repeated opening mark. */
export function carried(draft: Draft, run: PlacedRun, previous: Previous): Attribution | null {
  if (!previous || previous.told.how === 'none') return null
  const alone = run.first - 1 <= run.sentence.first
  // 'hoped that they would "…" and that both sides would "…"'
  if (previous.run.sentence === run.sentence) return { how: 'carried', speaker: previous.told.speaker }
  const near =
    previous.run.paragraph === run.paragraph ||
    previous.run.continues ||
    (run.paragraph - previous.run.paragraph === 1 && alone)
  if (!near) return null
  const joined = /^(,|and|or|but|,\s*and)$/.test(
    draft.analysis.text.slice(previous.run.close, run.open).trim(),
  )
  return alone || joined || previous.run.continues ? { how: 'carried', speaker: previous.told.speaker } : null
}

/** A quotation that is a paragraph of its own: "Okello said she was appealing to the rich." stood in the sentence before. */
export function toldBefore(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const earlier = draft.analysis.sentences[run.sentence.index - 1]
  if (!earlier || run.first - 1 > run.sentence.first || run.sentence.paragraph - earlier.paragraph > 1)
    return null
  for (let at = earlier.last - 1; at > earlier.first; at--) {
    const word = draft.analysis.tokens[at]!.text.toLowerCase()
    if (!isInflected(cues, word) || isNounHere(draft, cues, at) || isTalk(draft, at)) continue
    const speaker = subjectBefore(draft, cues, earlier.first, at)
    if (speaker && !speaker.pronoun) return { how: 'carried', speaker }
  }
  return null
}

/** 'Falk was blunt. "This cannot go on."': a quotation alone in its sentence, behind one about a single person. */
export function subjectOfSentenceBefore(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const earlier = draft.analysis.sentences[run.sentence.index - 1]
  if (!earlier || run.first - 1 > run.sentence.first || run.sentence.paragraph !== earlier.paragraph)
    return null
  if (run.after < run.sentence.last) return null
  const people = mentionsBetween(draft, earlier.first, earlier.last).filter((one) => one.kind === 'person')
  const speaker = sentenceSubject(draft, cues, { ...run, sentence: earlier }, earlier.last)
  return people.length === 1 && speaker?.name ? { how: 'carried', speaker } : null
}

/** "she said … he added": two people. */
function isOtherPronoun(draft: Draft, a: number, b: number): boolean {
  const [one, other] = [a, b].map((at) => draft.analysis.tokens[at]?.text.toLowerCase() ?? '')
  return /^(he|she)$/.test(one!) && /^(he|she)$/.test(other!) && one !== other
}

/** "He added" is whoever spoke before in the paragraph; else the person the coreference step found; else the last speaker of that kind. */
export function resolvePronoun(
  draft: Draft,
  run: PlacedRun,
  told: Attribution,
  previous: Previous,
): Attribution {
  const speaker = told.speaker
  if (!speaker?.pronoun) return told
  const last = previous?.told.speaker ?? null
  const fits =
    last !== null && (speaker.pronoun === 'he') === !last.body && !isOtherPronoun(draft, last.at, speaker.at)
  const named =
    previous !== null &&
    mentionsBetween(draft, previous.run.after, speaker.at).some((mention) => mention.kind === 'person')
  if (fits && !named && previous!.run.paragraph === run.paragraph)
    return { ...told, speaker: { ...last, at: speaker.at } }
  const entity = entityAt(draft, speaker.at)
  if (entity && (entity.kind === 'person' || entity.kind === 'organization')) {
    const body = entity.kind === 'organization'
    return {
      ...told,
      speaker: {
        ...unknownSpeaker(speaker.at),
        name: entity.name,
        person: body ? null : entity.id,
        state: entity.state,
        office: entity.office,
        body,
      },
    }
  }
  return { ...told, speaker: fits ? { ...last, at: speaker.at } : { ...speaker, pronoun: null } }
}
