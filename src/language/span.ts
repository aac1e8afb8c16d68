// A stretch of a text.

/** UTF-16 code units into a text, `end` exclusive: `text.slice(start, end)` is what it covers. */
export interface Span {
  start: number
  end: number
}

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
