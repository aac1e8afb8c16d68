// Tables for the terminal: columns as wide as their widest cell, wide letters counted as two, the last column cut to the window.
import pc from 'picocolors'

// Chinese, Japanese and Korean letters and full-width forms take two cells.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g
// Escape sequences of colours, and marks that join the letter before, take none.
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour sequences start with one
const narrow = /\u001b\[[\d;]*m|\p{Mn}|\u200d|\ufe0f/gu

/** How many cells of a terminal `text` takes. */
export const cellsOf = (text: string): number => {
  const plain = text.replace(narrow, '')
  return [...plain].length + (plain.match(wide)?.length ?? 0)
}

/** Rows under headings, two blanks between columns. Headings left out when every one is empty. */
export function drawTable(headings: string[], rows: string[][], width = terminalWidth()): string {
  const all = headings.some(Boolean) ? [headings, ...rows] : rows
  const widths = headings.map((_, column) => Math.max(0, ...all.map((row) => cellsOf(row[column] ?? ''))))
  return all
    .map((row, i) => {
      const cells = row.map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat(Math.max(0, widths[column]! - cellsOf(cell))),
      )
      const line = cutTo(cells.join('  ').trimEnd(), width)
      return i === 0 && all !== rows ? pc.bold(line) : line
    })
    .join('\n')
}

/** Cuts a line to the window; none is cut where the output is no terminal. */
export function cutTo(line: string, width: number): string {
  if (cellsOf(line) <= width || line.includes('\u001b')) return line
  let cells = 0
  let cut = ''
  for (const letter of line) {
    cells += cellsOf(letter)
    if (cells >= width) break
    cut += letter
  }
  return `${cut}…`
}

export const terminalWidth = (): number =>
  process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY

/** Prose in lines of at most `width` cells, with `indent` before each. */
export function wrapText(text: string, indent = '', width = Math.min(terminalWidth(), 100)): string {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!
    if (line && cellsOf(indent + line) + 1 + cellsOf(word) > width) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.map((line) => indent + line).join('\n')
}
