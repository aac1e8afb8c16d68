// Markdown as a document: its words without the markup, and what its front matter says.
import { parse } from 'yaml'
import { readDay } from './day.ts'

export interface MarkdownText {
  text: string
  title: string | null
  publishedOn: string | null
  publisher: string | null
  url: string | null
}

/** Reads Markdown. Front matter gives title, date, publisher and url; else the first heading is the title. */
export function readMarkdown(markdown: string): MarkdownText {
  const [front, body] = splitFrontMatter(markdown)
  const text = plainOf(body)
  const heading = /^#{1,2}[^\S\r\n]+(\S.*)$/m
    .exec(body)?.[1]
    ?.trimEnd()
    .replace(/(?<!#)#+$/, '')
  return {
    text,
    title: wordOf(front.title) ?? (heading ? plainOf(heading) : null),
    publishedOn: readDay(wordOf(front.date) ?? wordOf(front.published) ?? wordOf(front.publishedOn)),
    publisher: wordOf(front.publisher),
    url: wordOf(front.url),
  }
}

function splitFrontMatter(markdown: string): [Record<string, unknown>, string] {
  const end = /^---\r?\n/.test(markdown) ? markdown.slice(4, 20_000).search(/\n---\r?(\n|$)/) : -1
  if (end < 0) return [{}, markdown]
  const body = markdown.slice(4 + end).replace(/^\n---\r?\n?/, '')
  try {
    const value = parse(markdown.slice(4, 4 + end)) as unknown
    return [typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}, body]
  } catch {
    return [{}, body]
  }
}

const wordOf = (value: unknown): string | null => {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

/** Line marks (headings, quotes, bullets, rules, fences), links and emphasis go; the words stay in order. */
function plainOf(markdown: string): string {
  return markdown
    .split(/\r?\n/)
    .filter((line) => !/^\s*(```|~~~|([-*_] ?){3,}$)/.test(line))
    .map((line) =>
      line
        .replace(/^ {0,3}(#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)/, '')
        .replace(/!\[[^\]]{0,300}\]\([^)]{0,500}\)/g, '')
        .replace(/\[([^\]]{1,300})\]\([^)]{0,500}\)/g, '$1')
        .replace(/(\*\*|__)(?=\S)([^*_]{1,500})\1/g, '$2')
        .replace(/(?<!\w)([*_])(?=\S)([^*_]{1,500})\1(?!\w)/g, '$2')
        .replace(/`([^`]{1,300})`/g, '$1')
        .trimEnd(),
    )
    .join('\n')
    .trim()
}
