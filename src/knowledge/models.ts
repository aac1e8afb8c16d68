// The trained tagger and parser, as a pack: one binary file that the language layer knows how to read.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packFolder } from './knowledge.ts'

/** Bytes of `models/english.bin` in `folder`; null when the pack is not there (the reader then guesses tags). */
export function loadModel(folder: string = packFolder): Uint8Array | null {
  const file = join(folder, 'models', 'english.bin')
  return existsSync(file) ? readFileSync(file) : null
}
