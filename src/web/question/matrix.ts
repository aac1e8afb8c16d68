// The matrix of competing hypotheses while it is written: plain data, kept as JSON in the address. Pure.

export const ratings = ['CC', 'C', 'N', 'I', 'II'] as const
export type Rating = (typeof ratings)[number]

/** What each rating says. */
export const ratingWords: Record<Rating, string> = {
  CC: 'very consistent',
  C: 'consistent',
  N: 'says nothing',
  I: 'inconsistent',
  II: 'very inconsistent',
}

export interface Piece {
  id: string
  /** Id of an exchange of the record. */
  exchange: string
  /** Day it was rated: a record that changed since reopens it. */
  ratedOn: string
  note?: string
}

export interface Matrix {
  title: string
  hypotheses: { id: string; text: string }[]
  evidence: Piece[]
  ratings: { evidence: string; hypothesis: string; rating: Rating; reason: string }[]
}

export const emptyMatrix: Matrix = {
  title: 'Competing hypotheses',
  hypotheses: [
    { id: 'h1', text: '' },
    { id: 'h2', text: '' },
  ],
  evidence: [],
  ratings: [],
}

/** The matrix of an address; the empty one where there is none or it is broken. */
export function readMatrix(text: string | undefined): Matrix {
  if (!text) return emptyMatrix
  try {
    return { ...emptyMatrix, ...(JSON.parse(text) as Partial<Matrix>) }
  } catch {
    return emptyMatrix
  }
}

/** "h1", "h2", "h4" → "h5": an id that is free. */
export const nextId = (letter: string, used: { id: string }[]): string =>
  letter + (1 + Math.max(0, ...used.map(({ id }) => Number(id.slice(1)) || 0)))

export function addEvidence(matrix: Matrix, exchange: string, day: string): Matrix {
  if (matrix.evidence.some((piece) => piece.exchange === exchange)) return matrix
  return {
    ...matrix,
    evidence: [...matrix.evidence, { id: nextId('e', matrix.evidence), exchange, ratedOn: day }],
  }
}

export function dropEvidence(matrix: Matrix, id: string): Matrix {
  return {
    ...matrix,
    evidence: matrix.evidence.filter((piece) => piece.id !== id),
    ratings: matrix.ratings.filter((one) => one.evidence !== id),
  }
}

export const ratingOf = (
  matrix: Matrix,
  evidence: string,
  hypothesis: string,
): Matrix['ratings'][number] | undefined =>
  matrix.ratings.find((one) => one.evidence === evidence && one.hypothesis === hypothesis)

/** Rates a piece against a hypothesis; an empty rating takes it away. */
export function rate(
  matrix: Matrix,
  at: { evidence: string; hypothesis: string },
  rating: Rating | '',
  reason: string,
): Matrix {
  const others = matrix.ratings.filter(
    (one) => one.evidence !== at.evidence || one.hypothesis !== at.hypothesis,
  )
  return { ...matrix, ratings: rating ? [...others, { ...at, rating, reason }] : others }
}

/** What is still missing before the record can be asked; null when nothing is. */
export function missingIn(matrix: Matrix): string | null {
  if (matrix.hypotheses.some(({ text }) => !text.trim())) return 'Write each hypothesis in a sentence.'
  if (!matrix.evidence.length) return 'Add at least one exchange as evidence.'
  if (matrix.ratings.some(({ reason }) => !reason.trim())) return 'Give a reason with each rating.'
  return null
}
