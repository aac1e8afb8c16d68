// The annotated texts of a gold folder: text, annotation, publication day and genre, in order of id.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../src/errors.ts'
import type { SourceText } from '../src/reading/reading.ts'

export interface GoldParticipant {
  name: string | null
  state: string | null
  office: string | null
  role: string
}

export interface GoldExchange {
  id: string
  kind: string
  status: string
  date: string | null
  place: string | null
  host: string | null
  states: string[]
  participants: GoldParticipant[]
  partOf: string | null
  evidence: string[]
  optional?: boolean
}

export interface GoldAnnotation {
  id: string
  published: string | null
  exchanges: GoldExchange[]
  officials: { name: string; state: string | null; office: string | null }[]
  claims: { kind: string; evidence: string }[]
}

export interface GoldText {
  source: SourceText
  annotation: GoldAnnotation
  genre: string
}

/** Reads `folder`: ID.json with ID.txt beside it or in `textFolder`, and index.jsonl. Throws InputError when it holds no annotated text. */
export function loadGold(folder: string, textFolder: string = folder): GoldText[] {
  if (!existsSync(folder))
    throw new InputError(`There is no folder ${folder}.`, 'Give a folder of annotated texts.')
  const genres = readGenres(join(folder, 'index.jsonl'))
  const texts = readdirSync(folder)
    .filter((file) => /^[^.].*\.json$/.test(file) && file !== 'index.json')
    .sort()
    .map((file) => readGoldText(folder, textFolder, file.slice(0, -'.json'.length), genres))
  if (texts.length === 0)
    throw new InputError(`${folder} holds no annotations.`, 'It needs ID.txt with ID.json beside it.')
  return texts
}

function readGenres(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map()
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
  return new Map(
    rows.map((line) => {
      const row = JSON.parse(line) as { id: string; genre?: string }
      return [row.id, row.genre ?? 'unknown'] as const
    }),
  )
}

function readGoldText(
  folder: string,
  textFolder: string,
  name: string,
  genres: Map<string, string>,
): GoldText {
  const annotation = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as GoldAnnotation
  const beside = join(folder, `${name}.txt`)
  const text = readFileSync(existsSync(beside) ? beside : join(textFolder, `${name}.txt`), 'utf8')
  const source: SourceText = { id: annotation.id, text, publishedOn: annotation.published }
  return { source, annotation, genre: genres.get(annotation.id) ?? 'unknown' }
}
