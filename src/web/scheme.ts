// Light, dark or as the system says: kept in the browser, set on the root element.
export type Scheme = 'system' | 'light' | 'dark'
const place = 'chancery.scheme'

export const readScheme = (): Scheme => (localStorage.getItem(place) as Scheme | null) ?? 'system'

export function applyScheme(scheme: Scheme = readScheme()): void {
  if (scheme === 'system') delete document.documentElement.dataset.scheme
  else document.documentElement.dataset.scheme = scheme
}

export function keepScheme(scheme: Scheme): void {
  localStorage.setItem(place, scheme)
  applyScheme(scheme)
}
