// Gets the treebanks: every CoNLL-U file of a folder, sorted into training, development and test by its name.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConllu, type TreebankSentence } from '../conllu.ts'

export interface Treebanks {
  train: TreebankSentence[]
  /** By name: "en_ewt-ud-dev". */
  dev: Map<string, TreebankSentence[]>
  test: Map<string, TreebankSentence[]>
}

/** Parts of GUM whose texts are non-commercial, or for conversations not free to change: left out of training. */
const closed = /^GUM_(?:essay|fiction|letter|podcast|whow|reddit|conversation)_/

/** Reads `folder` with its subfolders. Files named "…dev…" and "…test…" are held out; all others are for training. */
export function readTreebanks(folder: string): Treebanks {
  const banks: Treebanks = { train: [], dev: new Map(), test: new Map() }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.conllu'),
  )
  for (const file of files.sort()) {
    const sentences = readConllu(readFileSync(join(folder, file), 'utf8')).filter((s) => !closed.test(s.id))
    const name = file.replace(/\.conllu$/, '').replace(/^.*\//, '')
    if (name.includes('test')) banks.test.set(name, sentences)
    else if (name.includes('dev')) banks.dev.set(name, sentences)
    else for (const sentence of sentences) banks.train.push(sentence)
  }
  return banks
}
