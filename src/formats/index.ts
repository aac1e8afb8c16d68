// The lists of export and import formats.
import { join } from 'node:path'
import { loadCodebook } from '../knowledge/codebook.ts'
import { loadCodes, loadMiddles } from '../knowledge/codes.ts'
import { type Knowledge, packFolder } from '../knowledge/knowledge.ts'
import { bibtex, cslJson } from './bibliography.ts'
import { gdelt, polecat } from './coded.ts'
import { colt, coltImport } from './colt.ts'
import { csv } from './csv.ts'
import { dataPackage } from './datapackage.ts'
import { atom, jsonFeed } from './feeds.ts'
import { followTheMoney, ftmImport } from './followthemoney.ts'
import type { ExportFormat } from './format.ts'
import { geoJson } from './geojson.ts'
import { gexf, graphml } from './graph.ts'
import { historianImport } from './historian.ts'
import { icalendar, icalendarImport } from './icalendar.ts'
import type { ImportFormat } from './imported.ts'
import { jsonLines, jsonLinesImport } from './jsonlines.ts'
import { jsonLd } from './linkeddata.ts'
import { ifgImport } from './ministers.ts'
import { parquet } from './parquet.ts'
import { popolo, popoloImport } from './popolo.ts'
import { stix } from './stix.ts'
import { tableImport } from './table.ts'
import { wikidataImport } from './wikidata.ts'

/** Every export format, in the order the docs list them. */
export function exportFormats(knowledge: Knowledge, folder: string = packFolder): ExportFormat[] {
  const codebook = loadCodebook(join(folder, 'codebook'))
  const iso2 = loadCodes(join(folder, 'gazetteer'))
  return [
    csv,
    jsonLines,
    parquet,
    dataPackage(knowledge.rules),
    followTheMoney(iso2),
    popolo,
    colt,
    polecat(codebook),
    gdelt(codebook),
    jsonLd,
    stix,
    graphml,
    gexf,
    geoJson(loadMiddles(join(folder, 'gazetteer'))),
    icalendar,
    atom,
    jsonFeed,
    bibtex,
    cslJson,
  ]
}

/** Every import format, in the order the docs list them. */
export const importFormats = (folder: string = packFolder): ImportFormat[] => [
  coltImport,
  historianImport,
  tableImport,
  ftmImport(loadCodes(join(folder, 'gazetteer'))),
  popoloImport,
  wikidataImport,
  ifgImport,
  icalendarImport,
  jsonLinesImport,
]
