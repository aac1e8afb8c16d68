// What makes a claim: cue patterns by kind, each with the kind of sentence that needed it. Patterns have bounded gaps only.
import { absencesCues } from './claims-absences.ts'
import { accountsCues } from './claims-accounts.ts'
import { beginningsCues } from './claims-beginnings.ts'
import { clashesCues } from './claims-clashes.ts'
import { coincidencesCues } from './claims-coincidences.ts'
import { comparisonsCues } from './claims-comparisons.ts'
import { customsCues } from './claims-customs.ts'
import { customBrokenCues, exceptionsCues } from './claims-exceptions.ts'
import { gapsCues } from './claims-gaps.ts'
import { guessesCues } from './claims-guesses.ts'
import { heightsCues } from './claims-heights.ts'
import { meanwhileCues } from './claims-meanwhile.ts'
import { noveltiesCues } from './claims-novelties.ts'
import { paceCues } from './claims-pace.ts'
import { ratesCues } from './claims-rates.ts'
import { readingsCues } from './claims-readings.ts'
import { silencesCues } from './claims-silences.ts'
import { superlativesCues } from './claims-superlatives.ts'
import { suppositionsCues } from './claims-suppositions.ts'
import { talliesCues } from './claims-tallies.ts'
import { timesCues } from './claims-times.ts'
import { withheldCues } from './claims-withheld.ts'
import type { ClaimCue } from './claims-words.ts'

/** In the order they are tried: an earlier kind takes its clause from a later one. */
export const claimCues: ClaimCue[] = [
  ...superlativesCues,
  ...comparisonsCues,
  ...heightsCues,
  ...customBrokenCues,
  ...timesCues,
  ...absencesCues,
  ...beginningsCues,
  ...gapsCues,
  ...noveltiesCues,
  ...paceCues,
  ...talliesCues,
  ...ratesCues,
  ...coincidencesCues,
  ...clashesCues,
  ...meanwhileCues,
  ...silencesCues,
  ...accountsCues,
  ...withheldCues,
  ...customsCues,
  ...exceptionsCues,
  ...guessesCues,
  ...readingsCues,
  ...suppositionsCues,
]
