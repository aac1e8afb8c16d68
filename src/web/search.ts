// The search part of an address: plain names and values, so that an address can be read, written by hand and cited.

/** "?states=CHN,PRK&level=3" → { states: 'CHN,PRK', level: '3' } */
export const readAddress = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search))

/** The other way; what is empty is left out. Commas stay commas. */
export function writeAddress(search: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
  return text ? `?${text}` : ''
}

/** Keeps the named parameters and drops the rest. */
export const only =
  <Name extends string>(...names: Name[]) =>
  (search: Record<string, unknown>): Partial<Record<Name, string>> =>
    Object.fromEntries(
      names.flatMap((name) => (search[name] ? [[name, String(search[name])]] : [])),
    ) as Partial<Record<Name, string>>

/** Keeps every parameter: a question's fields are known only to the record. */
export const any = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  )

/** "CHN,PRK" → ['CHN', 'PRK']; nothing → []. */
export const listOf = (text: string | undefined): string[] => (text ? text.split(',').filter(Boolean) : [])
