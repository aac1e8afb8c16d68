// What makes a claim: cue patterns by kind, each with the kind of sentence that needed it. Patterns have bounded gaps only.
import { coincidencesCues } from './claims-coincidences.ts'
import { guessesCues } from './claims-guesses.ts'
import { paceCues } from './claims-pace.ts'
import { silencesCues } from './claims-silences.ts'
import { superlativesCues } from './claims-superlatives.ts'
import { timesCues } from './claims-times.ts'
import type { ClaimCue } from './claims-words.ts'

/** In the order they are tried: an earlier kind takes its clause from a later one. */
export const claimCues: ClaimCue[] = [
  ...superlativesCues,
  ...timesCues,
  ...paceCues,
  ...coincidencesCues,
  ...silencesCues,
  ...guessesCues,
]
