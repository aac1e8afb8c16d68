// All the packs together.

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Codebook, loadCodebook } from './codebook.ts'
import { type BaseRecord, loadBaseRecord } from './exchanges.ts'
import { type Gazetteer, loadGazetteer } from './gazetteer.ts'
import { type Lexicon, loadLexicon } from './lexicon.ts'
import { loadOccurrences, type Occurrence } from './occurrences.ts'
import { type CountingRule, loadRules } from './rules.ts'
import { loadSites, type PublisherSite } from './sites.ts'

export interface Knowledge {
  gazetteer: Gazetteer
  lexicon: Lexicon
  rules: CountingRule[]
  /** Dated events that texts count from. */
  occurrences: Occurrence[]
  codebook: Codebook
  /** What addresses of big publishers tell. */
  sites: PublisherSite[]
  /** Read on first use: the reader alone never needs it. */
  baseRecord(): BaseRecord
}

/** The folder of packs that comes with the package. */
export const packFolder: string = fileURLToPath(new URL('../../knowledge', import.meta.url))

/** Loads and checks the packs of `folder`. Throws PackError with file and line. */
export function loadKnowledge(folder: string = packFolder): Knowledge {
  let base: BaseRecord | undefined
  return {
    gazetteer: loadGazetteer(join(folder, 'gazetteer')),
    lexicon: loadLexicon(join(folder, 'lexicon')),
    rules: loadRules(join(folder, 'rules')),
    occurrences: loadOccurrences(join(folder, 'gazetteer')),
    codebook: loadCodebook(join(folder, 'codebook')),
    sites: loadSites(join(folder, 'publishers')),
    baseRecord: () => (base ??= loadBaseRecord(join(folder, 'exchanges'))),
  }
}
