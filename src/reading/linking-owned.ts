// Officials told by whose they are: "Solan's foreign minister, Oru Tamm", "Oru Tamm, Solan's adviser for the region".
import type { Draft } from './draft.ts'
import type { Cluster } from './linking-people.ts'
import type { Naming } from './mentions.ts'
import { scanOf } from './names-scan.ts'
import { type Office, readOffice } from './offices.ts'

/** Gives an official the office that stands behind the name of whoever it is held under, and that person's state. */
export function takeOwnedOffices(draft: Draft, clusters: Cluster[]): void {
  const order = clusters
    .flatMap((cluster) => cluster.namings.map((naming) => ({ cluster, naming })))
    .sort((a, b) => a.naming.first - b.naming.first)
  order.forEach((owner, at) => {
    const owned = officeBehind(draft, owner.naming)
    if (owned === null) return
    const [before, behind] = [order[at - 1], order[at + 1]]
    const holder = isApposedAt(draft, owned.office.next, behind?.naming)
      ? behind
      : before && isSetOff(draft, before.naming, owner.naming, owned.office.next)
        ? before
        : undefined
    if (holder === undefined || holder.cluster === owner.cluster) return
    holder.naming.offices.push(owned.office)
    holder.cluster.kin ??= owner.cluster
  })
}

/** "Solan's foreign minister": the office behind a possessive; null when none stands there or it is a relation ("Solan's successor"). */
function officeBehind(draft: Draft, naming: Naming): { office: Office } | null {
  const scan = scanOf(draft)
  if (!/^['’]s?$/.test(scan.atoms[naming.next]?.text ?? '')) return null
  const office = scan.atoms[naming.next + 1] ? readOffice(scan, naming.next + 1) : null
  const told = office !== null && !office.plural && office.states.length === 0 && office.titles.length > 0
  return told && office.titles.every((title) => title.class !== 'relation') ? { office } : null
}

/** "…, Oru Tamm": a name right behind the office, with or without a comma. */
const isApposedAt = (draft: Draft, next: number, naming: Naming | undefined): boolean => {
  if (naming === undefined || naming.offices.length > 0) return false
  const between = naming.first - next
  return between === 0 || (between === 1 && scanOf(draft).atoms[next]!.text === ',')
}

/** "Oru Tamm, Solan's adviser,": the office closes with a mark and stands behind a name of its own. */
const isSetOff = (draft: Draft, before: Naming, owner: Naming, next: number): boolean => {
  const { atoms } = scanOf(draft)
  return (
    owner.first === before.next + 1 &&
    atoms[before.next]!.text === ',' &&
    before.person!.words.length > 1 &&
    /^(?:[,.;:)–—]|for|on|and|who|in)$/.test(atoms[next]?.norm ?? '.')
  )
}
