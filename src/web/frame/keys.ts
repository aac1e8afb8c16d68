// Keys that work on every page: `/` searches, `?` lists the keys, `g` and a letter goes to a page, j and k move along rows.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** Second letter after `g` → page. */
export const places = {
  t: '/',
  d: '/documents',
  c: '/check',
  e: '/exchanges',
  a: '/ask',
  p: '/pair',
  q: '/queue',
  v: '/visits',
  w: '/watches',
} as const

export interface FrameKeys {
  search(): void
  keys(): void
}

export function useKeys({ search, keys }: FrameKeys): void {
  const navigate = useNavigate()
  const going = useRef(0)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event)) return
      const go = places[event.key as keyof typeof places]
      if (going.current > event.timeStamp - 1200 && go) {
        going.current = 0
        void navigate({ to: go })
      } else if (event.key === 'g') going.current = event.timeStamp
      else if (event.key === '/') search()
      else if (event.key === '?') keys()
      else if (event.key === 'j') moveRow(1)
      else if (event.key === 'k') moveRow(-1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [navigate, search, keys])
}

/** Whether the key belongs to a field or an open dialog, or carries a modifier. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  const at = event.target as HTMLElement
  return (
    at.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) ||
    at.closest('[role=dialog],[role=listbox],[role=menu]') !== null
  )
}

/** Moves the focus along the elements marked `data-row`. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter(
    (row) => row.offsetParent !== null,
  )
  const now = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement))
  const row = rows[now < 0 ? (step > 0 ? 0 : rows.length - 1) : now + step]
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

/** Calls `acts[key]` when that key is pressed outside fields. */
export function usePageKeys(acts: Record<string, (() => void) | undefined>): void {
  const held = useRef(acts)
  held.current = acts
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const act = isTyping(event) ? undefined : held.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
