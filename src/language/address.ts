// Web and mail addresses inside running text: one token each.
import { classOf, isWordly } from './characters.ts'

const trailing = new Set([...'.,;:!?)]}>"\'’”'].map((mark) => mark.charCodeAt(0)))

/** End of the address that starts at `start` in the chunk up to `end` ("https://…", "www.…", "a@b.org"); `start` if none does. */
export function endOfAddress(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) | 32
  if (first === 104 && startsAddress(text, start, 'http')) return trimmed(text, start, end)
  if (first === 119 && startsAddress(text, start, 'www.')) return trimmed(text, start, end)
  return isWordly(classOf(text.charCodeAt(start))) ? endOfMail(text, start, end) : start
}

function startsAddress(text: string, start: number, scheme: string): boolean {
  if (text.slice(start, start + 4).toLowerCase() !== scheme) return false
  return scheme === 'www.' || /^https?:\/\//i.test(text.slice(start, start + 8))
}

function trimmed(text: string, start: number, end: number): number {
  let stop = end
  while (stop > start && trailing.has(text.charCodeAt(stop - 1))) stop--
  return stop
}

/** A mailbox is at most 64 units long before its "@": looking no further keeps the scan linear. */
function endOfMail(text: string, start: number, end: number): number {
  let at = start
  const limit = Math.min(end, start + 65)
  while (at < limit && isMailbox(text.charCodeAt(at))) at++
  if (at >= limit || text.charCodeAt(at) !== 64) return start
  const stop = trimmed(text, start, end)
  const dot = text.slice(at, Math.min(stop, at + 254)).indexOf('.')
  return dot > 1 && at + dot < stop - 1 ? stop : start
}

const isMailbox = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) ||
  (unit >= 97 && unit <= 122) ||
  (unit >= 65 && unit <= 90) ||
  unit === 46 ||
  unit === 45 ||
  unit === 95 ||
  unit === 43
