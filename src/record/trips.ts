// Trips: the visits of one official to several states with no more than a day between them. The level above the visit in the tree.
import type { Database } from './database.ts'

export interface TripStop {
  exchange: string
  host: string | null
  earliest: string
  latest: string
}

export interface Trip {
  /** Who travels: the visitor of the best level. */
  person: string
  from: string
  to: string
  stops: TripStop[]
}

/** Days between two stops of one trip at most: a night's flight. */
const between = 1
/** No trip is looked for further away than this. */
const reach = 45

/** The trip that a visit is part of: at least two states one after the other; null when it stands alone or is no dated visit. */
export async function findTrip(database: Database, exchange: string): Promise<Trip | null> {
  const rows = await database.query<TripStop & { person: string }>(
    `with leader as (
       select v.person_id, v.earliest, v.latest from participant v
       where v.exchange_id = $1 and v.known_to = 'infinity' and v.role = 'visitor' and v.kind = 'visit' and v.person_id is not null
       order by v.level nulls last, v.ordinal limit 1)
     select v.person_id as person, v.exchange_id as exchange, v.host_state as host, v.earliest, v.latest
     from leader l join participant v on v.person_id = l.person_id and v.earliest between l.earliest - ${reach} and l.latest + ${reach}
     join exchange x on x.id = v.exchange_id and x.known_from = v.known_from and x.review <> 'rejected'
     where v.known_to = 'infinity' and v.role = 'visitor' and v.kind = 'visit' and v.status not in ('cancelled', 'denied', 'postponed', 'possible')
       and v.latest - v.earliest < 15
     order by v.earliest, v.latest, v.exchange_id`,
    [exchange],
  )
  const stops = runs(rows).find((run) => run.some((stop) => stop.exchange === exchange))
  if (!stops || new Set(stops.map((stop) => stop.host)).size < 2) return null
  const to = stops
    .map((stop) => stop.latest)
    .sort()
    .at(-1)!
  return {
    person: rows[0]!.person,
    from: stops[0]!.earliest,
    to,
    stops: stops.map(({ person: _, ...stop }) => stop),
  }
}

/** Stops cut where more than a day lies between the last of one and the first of the next. */
function runs<Stop extends TripStop>(stops: Stop[]): Stop[][] {
  const found: Stop[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const stop of stops) {
    const [first, last] = [dayOf(stop.earliest), dayOf(stop.latest)]
    if (first - end > between) found.push([stop])
    else found.at(-1)!.push(stop)
    end = first - end > between ? last : Math.max(end, last)
  }
  return found
}

const dayOf = (day: string): number => Date.parse(day) / 86_400_000
