// When this browser was last here. A visit lasts as long as the tab's session.
const lastPlace = 'chancery.lastVisit'
const thisPlace = 'chancery.before'

/** The instant of the visit before this one; null on the first. Notes this one. */
export function takeVisit(): string | null {
  const before = sessionStorage.getItem(thisPlace)
  if (before !== null) return before || null
  const last = localStorage.getItem(lastPlace)
  sessionStorage.setItem(thisPlace, last ?? '')
  localStorage.setItem(lastPlace, new Date().toISOString())
  return last
}
