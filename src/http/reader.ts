// The reader as the faces use it: packs and model loaded once.
import type { Knowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader, type Reader } from '../reading/read.ts'

/** Makes a reader over the packs and the model that come with the package. */
export const openReader = (knowledge: Knowledge): Reader => makeReader({ knowledge, model: loadModel() })
