// The text at hand that is not filed yet: kept in the browser's session, so that a reload or a step aside loses nothing.
import { useSyncExternalStore } from 'react'
import type { Genre } from '../../reading/reading.ts'

export interface Draft {
  text: string
  title: string
  publishedOn: string
  publisher: string
  genre: Genre | ''
  url: string
  /** Whether it was sent to be read: a reload then reads it again. */
  read: boolean
}

export const emptyDraft: Draft = {
  text: '',
  title: '',
  publishedOn: '',
  publisher: '',
  genre: '',
  url: '',
  read: false,
}
const place = 'chancery.draft'
const watchers = new Set<() => void>()
let held: Draft | undefined

export function readDraft(): Draft {
  held ??= { ...emptyDraft, ...(JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<Draft>) }
  return held
}

export function keepDraft(draft: Draft): void {
  held = draft
  try {
    sessionStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // Larger than the browser keeps: it stays in this page's memory until it is filed.
  }
  for (const watcher of watchers) watcher()
}

export const useDraft = (): Draft =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, readDraft)

/** A draft as the API takes it: empty fields are left out, and a text without a title goes by its first words. */
export const bodyOf = ({ read: _, ...draft }: Draft): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...draft, title: draft.title || firstWords(draft.text) }).filter(
      ([, value]) => value !== '',
    ),
  )

/** The first line, cut between words to at most 90 characters: "As the President hosts the Prime Minister …". */
export function firstWords(text: string): string {
  const line = text
    .trimStart()
    .split('\n', 1)[0]!
    .replace(/^#+\s+/, '')
    .trim()
  if (line.length <= 90) return line
  const cut = line.slice(0, 90)
  return `${cut.slice(0, cut.lastIndexOf(' ') > 40 ? cut.lastIndexOf(' ') : 90).replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '')} …`
}
