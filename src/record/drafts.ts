// Exchanges as a group of filings will leave them, before anything is written: its claims laid over those that stand.
import { type ExchangeClaim, standingValues } from './claims.ts'
import type { Database } from './database.ts'
import type { KnownPeople } from './participants.ts'
import type { KnownExchange } from './sameness.ts'
import { type Shown, showExchange } from './shown.ts'
import { knowPeople } from './tenures.ts'

export interface Drafts {
  /** Loads what stands of these exchanges; those open already stay as they are. */
  open(ids: string[]): Promise<void>
  /** Takes claims away and adds others, all of exchanges that are open. */
  change(gone: ExchangeClaim[], added: ExchangeClaim[]): void
  /** Those changed so far, as the record will show them; null: nothing is left that says it is. */
  changed(): Map<string, Shown | null>
}

/** `people`: whose offices the claims to come may ask for. */
export async function openDrafts(database: Database, people: string[]): Promise<Drafts> {
  const claims = new Map<string, Map<string, ExchangeClaim>>()
  const shown = new Map<string, Shown | null>()
  const persons = new Set(people)
  let known: KnownPeople | undefined
  return {
    async open(ids) {
      const fresh = ids.filter((id) => !claims.has(id))
      for (const id of fresh) claims.set(id, new Map())
      const standing = fresh.length ? await standingValues(database, fresh) : []
      for (const claim of standing) claims.get(claim.exchange_id)!.set(claim.id, claim)
      const met = personsIn(standing).filter((person) => !persons.has(person))
      for (const person of met) persons.add(person)
      if (!known || met.length) known = await knowPeople(database, [...persons])
    },
    change(gone, added) {
      for (const claim of gone) claims.get(claim.exchange_id)!.delete(claim.id)
      for (const claim of added) claims.get(claim.exchange_id)!.set(claim.id, claim)
      for (const id of new Set([...gone, ...added].map((claim) => claim.exchange_id)))
        shown.set(id, showExchange(id, [...claims.get(id)!.values()], known!))
    },
    changed: () => shown,
  }
}

/** The people whom participant claims name. */
export const personsIn = (claims: ExchangeClaim[]): string[] =>
  claims.flatMap((claim) => (claim.value as { person?: string } | null)?.person ?? [])

/** An exchange to be shown, as sameness looks at it. */
export const knownOf = ({ exchange, participants }: Shown): KnownExchange => ({
  id: exchange.id,
  kind: exchange.kind,
  status: exchange.status,
  date: exchange.occurred_on,
  host: exchange.host_state,
  place: exchange.place,
  states: exchange.states,
  participants: participants.map(({ person_id, state, level }) => ({ person: person_id, state, level })),
})
