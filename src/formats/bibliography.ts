// The sources of a slice as BibTeX and as CSL-JSON.
import { createHash } from 'node:crypto'
import type { RecordSlice, SliceSource } from '../record/slice.ts'
import { type ExportFormat, printJson } from './format.ts'

/** Each source once, in a stable order. */
async function sourcesOf(slice: RecordSlice): Promise<SliceSource[]> {
  const sources = new Map<string, SliceSource>()
  for await (const exchange of slice.exchanges())
    for (const source of exchange.sources) sources.set(source.documentId ?? source.url ?? '', source)
  return [...sources.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source)
}

const keyOf = (source: SliceSource): string =>
  `chancery-${createHash('sha256')
    .update(source.documentId ?? source.url ?? '')
    .digest('hex')
    .slice(0, 10)}`
const titleOf = (source: SliceSource): string => source.title ?? source.url ?? source.documentId ?? 'untitled'
const loses = ['what each source says', 'the exchanges themselves']

export const bibtex: ExportFormat = {
  name: 'bibtex',
  title: 'BibTeX of the sources',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  loses,
  async *write(slice) {
    for (const source of await sourcesOf(slice)) yield entry(source)
  },
}

function entry(source: SliceSource): string {
  const fields = {
    title: `{${texEscape(titleOf(source))}}`,
    organization: source.publisher && `{${texEscape(source.publisher)}}`,
    date: source.publishedOn && `{${source.publishedOn}}`,
    url: source.url && `{${source.url.replace(/[{}\s]/g, encodeURIComponent)}}`,
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []))
  return `@online{${keyOf(source)},\n${lines.join(',\n')}\n}\n\n`
}

const texEscape = (text: string): string =>
  text
    .replaceAll('\\', '\\textbackslash ')
    .replace(/[&%$#_{}]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde ')
    .replaceAll('^', '\\textasciicircum ')

export const cslJson: ExportFormat = {
  name: 'csl',
  title: 'CSL-JSON of the sources',
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  loses,
  async *write(slice) {
    yield printJson(
      (await sourcesOf(slice)).map((source) => ({
        id: keyOf(source),
        type: 'webpage',
        title: titleOf(source),
        ...(source.publisher ? { publisher: source.publisher } : {}),
        ...(source.publishedOn
          ? { issued: { 'date-parts': [source.publishedOn.split('-').map(Number)] } }
          : {}),
        ...(source.url ? { URL: source.url } : {}),
      })),
    )
  },
}
