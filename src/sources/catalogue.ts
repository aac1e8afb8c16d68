// `index.jsonl`: what somebody noted about the documents of a folder, by id.
import { readFile } from 'node:fs/promises'
import { InputError } from '../errors.ts'
import { isDay } from './day.ts'

/** What an index says of one document; null where it is silent. */
export interface IndexEntry {
  publishedOn: string | null
  title: string | null
  publisher: string | null
  genre: string | null
  url: string | null
}

/** Reads an index: one JSON object a line with `id` and `published` (or `publishedOn`). Throws InputError with the line. */
export async function readIndex(file: string): Promise<Map<string, IndexEntry>> {
  return indexFromText(await readText(file), file)
}

/** The index in `text`; `file` is for messages. Throws InputError with the line. */
export function indexFromText(text: string, file: string): Map<string, IndexEntry> {
  const lines = text.split('\n')
  const entries = new Map<string, IndexEntry>()
  lines.forEach((line, i) => {
    if (line.trim()) entries.set(...entryOf(line, `${file}:${i + 1}`))
  })
  return entries
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new InputError(`The index ${file} cannot be read`, 'Give the path of a JSON Lines file.', error)
  }
}

function entryOf(line: string, at: string): [string, IndexEntry] {
  const row = parseRow(line, at)
  const word = (key: string): string | null =>
    typeof row[key] === 'string' && row[key] ? (row[key] as string) : null
  const publishedOn = word('publishedOn') ?? word('published')
  const id = typeof row.id === 'number' ? String(row.id) : word('id')
  if (!id)
    throw new InputError(
      `${at}: no "id"`,
      'Each line names a document: {"id": "…", "published": "2024-04-10"}.',
    )
  if (publishedOn !== null && !isDay(publishedOn))
    throw new InputError(`${at}: "${publishedOn}" is no day of the calendar`, 'Write YYYY-MM-DD.')
  return [
    id,
    {
      publishedOn,
      title: word('title'),
      publisher: word('publisher'),
      genre: genreOf(word('genre')),
      url: word('url'),
    },
  ]
}

function parseRow(line: string, at: string): Record<string, unknown> {
  try {
    const row = JSON.parse(line) as unknown
    if (typeof row === 'object' && row !== null) return row as Record<string, unknown>
  } catch (error) {
    throw new InputError(`${at}: not JSON`, 'Write one JSON object a line.', error)
  }
  throw new InputError(`${at}: not an object`, 'Write one JSON object a line.')
}

const otherGenres: Record<string, string> = {
  'joint-statement': 'communique',
  'press-conference': 'press-briefing',
  statement: 'communique',
}
const genres = new Set([
  'news',
  'readout',
  'communique',
  'press-briefing',
  'speech',
  'chronology',
  'analysis',
  'announcement',
])

/** The reader's genre for a word of an index; null for one it does not know. */
export function genreOf(word: string | null): string | null {
  const genre = word === null ? null : (otherGenres[word] ?? word)
  return genre !== null && genres.has(genre) ? genre : null
}
