// The public API, in the order of the flow: documents → reading → record → questions → answers and files.

// Errors
export * from './errors.ts'
// Formats
export { exportFormats, importFormats } from './formats/index.ts'
export { type IngestContext, type Ingested, type IngestSource, ingest, ingestAll } from './ingest.ts'
// Knowledge and reading
export { type Knowledge, loadKnowledge } from './knowledge/knowledge.ts'
export { loadModel } from './knowledge/models.ts'
export type { Answer, AnswerRow, Citation, Sensitivity, Verdict } from './questions/answer.ts'
// Questions
export { ask, checkReading, contextFor, questionNamed, questions } from './questions/index.ts'
export type { Question, QuestionContext } from './questions/question.ts'
export { makeReader, type Reader } from './reading/read.ts'
export type * from './reading/reading.ts'
export type { Database } from './record/database.ts'
export { findPerson, listPeople, searchRecord } from './record/directory.ts'
export type { Evidence } from './record/evidence.ts'
export {
  type ExchangeFilter,
  findExchange,
  type ListedExchange,
  listExchanges,
  type WholeExchange,
} from './record/listing.ts'
// Record
export { openRecord, recordLocation } from './record/open.ts'
export { seedRecord } from './record/seed.ts'
export { findDocument, listDocuments } from './record/shelf.ts'
export { type RecordSlice, type SliceFilter, sliceRecord } from './record/slice.ts'
export { type IndexEntry, readIndex } from './sources/catalogue.ts'
// Documents
export { type ByteSource, documentFromBytes, type SourceDocument } from './sources/document.ts'
export { documentFromFile, documentsFromPaths, type FileOutcome } from './sources/folder.ts'
export { documentsAtAddress, findAtAddress } from './sources/web.ts'
