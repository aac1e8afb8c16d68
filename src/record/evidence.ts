// Where in a document something stands: W3C Web Annotation selectors over a snapshot with a hash.

/** Text quote and text position together. Exact or orphaned, never fuzzy. */
export interface Evidence {
  documentId: string
  /** SHA-256 (hex) of the text the offsets are into. */
  textHash: string
  start: number
  end: number
  exact: string
  /** Up to 40 characters before and after, as a reader's help. */
  prefix: string
  suffix: string
}
