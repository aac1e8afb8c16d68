// What makes a claim: cue patterns by kind, each with the kind of sentence that needed it. Patterns have bounded gaps only.
import { absencesCues } from './claims-absences.ts'
import { accountsCues } from './claims-accounts.ts'
import { beginningsCues } from './claims-beginnings.ts'
import { clashesCues } from './claims-clashes.ts'
import { coincidencesCues } from './claims-coincidences.ts'
import { comparisonsCues } from './claims-comparisons.ts'
import { customsCues } from './claims-customs.ts'
import { guessesCues } from './claims-guesses.ts'
import { paceCues } from './claims-pace.ts'
import { readingsCues } from './claims-readings.ts'
import { silencesCues } from './claims-silences.ts'
import { superlativesCues } from './claims-superlatives.ts'
import { talliesCues } from './claims-tallies.ts'
import { timesCues } from './claims-times.ts'
import type { ClaimCue } from './claims-words.ts'

/** In the order they are tried: an earlier kind takes its clause from a later one. */
export const claimCues: ClaimCue[] = [
  ...superlativesCues,
  ...comparisonsCues,
  ...timesCues,
  ...absencesCues,
  ...beginningsCues,
  ...paceCues,
  ...talliesCues,
  ...coincidencesCues,
  ...clashesCues,
  ...silencesCues,
  ...accountsCues,
  ...customsCues,
  ...guessesCues,
  ...readingsCues,
]
