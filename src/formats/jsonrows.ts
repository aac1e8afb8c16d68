// JSON as imports read it: a whole document, or one value a line.

/** The value, or null where the text is not JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Each line's value with its line number from 1; null where the line is not JSON. */
export const jsonRows = (text: string): { row: number; value: unknown }[] =>
  text.split('\n').flatMap((line, i) => (line.trim() ? [{ row: i + 1, value: parseJson(line) }] : []))
