// One person: offices from a day to a day, where they were and whom they met, on a time axis, a map and as a list.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { dateWords } from '../dates.ts'
import { ExchangeRows } from '../exchange/rows.tsx'
import { Empty } from '../parts/empty.tsx'
import { Head } from '../parts/head.tsx'
import { PersonLink, useStateNames } from '../parts/links.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { DoubtMark, LevelMark } from '../parts/marks.tsx'
import { Section } from '../parts/section.tsx'
import { Switch } from '../parts/switch.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { askManyExchanges, askPerson, type FullPerson, type ShownExchange } from '../record.ts'
import { counted } from '../words.ts'
import styles from './lists.module.css'

const LifeFigure = lazy(() => import('../charts/life.tsx').then((m) => ({ default: m.LifeFigure })))
const PlacesMap = lazy(() => import('../charts/places.tsx').then((m) => ({ default: m.PlacesMap })))
const YearFigure = lazy(() => import('../charts/year.tsx').then((m) => ({ default: m.YearFigure })))
const route = getRouteApi('/people/$id')

export function PersonPage(): ReactNode {
  const { id } = route.useParams()
  return (
    <Loaded query={useQuery(askPerson(id))} what="the person" page>
      {(person) => <Shown person={person} />}
    </Loaded>
  )
}

function Shown({ person }: { person: FullPerson }): ReactNode {
  const nameOf = useStateNames()
  const exchanges = useQuery(askManyExchanges({ person: person.id, sort: 'newest' }, 2000))
  const lead = [
    person.nativeName,
    nameOf(person.state),
    person.aliases.length ? `also ${person.aliases.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      <Head title={person.name} lead={lead}>
        <Link to="/ask/$name" params={{ name: 'itinerary' }} search={{ person: person.id }}>
          Itinerary
        </Link>
      </Head>
      <Section title="Offices">
        <Offices person={person} />
      </Section>
      <Loaded query={exchanges} what="their exchanges">
        {({ items, total }) =>
          items.length ? (
            <>
              <Itinerary person={person} items={items} />
              <div className={styles.columns}>
                <Section title={`Latest of ${counted(total ?? items.length, 'exchange')}`}>
                  <ExchangeRows items={items.slice(0, 20)} />
                </Section>
                <Section title="Whom they met">
                  <Met id={person.id} items={items} />
                </Section>
              </div>
            </>
          ) : (
            <Empty title="No exchange is held">No source held names this person as taking part in one.</Empty>
          )
        }
      </Loaded>
    </>
  )
}

function Offices({ person }: { person: FullPerson }): ReactNode {
  if (!person.tenures.length) return <p>No tenure is held.</p>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Office</th>
          <th scope="col">Level</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
        </tr>
      </thead>
      <tbody>
        {person.tenures.map((tenure) => (
          <tr key={`${tenure.office} ${tenure.from}`}>
            <td>
              {tenure.title}
              {tenure.acting && ' (acting)'} <DoubtMark confirmed={tenure.confirmed} />
            </td>
            <td>
              <LevelMark level={tenure.level} />
            </td>
            <td>{tenure.from ? dateWords(tenure.from) : 'not known'}</td>
            <td>{tenure.to ? dateWords(tenure.to) : 'no end known'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Itinerary({ person, items }: { person: FullPerson; items: ShownExchange[] }): ReactNode {
  const { view = 'time', year } = route.useSearch()
  const navigate = useNavigate()
  const go = (search: { view?: string; year?: string }): void =>
    void navigate({ to: '/people/$id', params: { id: person.id }, search, replace: true, resetScroll: false })
  return (
    <Section title="Itinerary">
      <Switch
        label="View"
        options={['time', 'map', 'calendar']}
        value={view}
        onChange={(next) => go({ view: next })}
      />
      <Suspense fallback={<Waiting what="the plot" room={340} />}>
        {view === 'map' ? (
          <PlacesMap items={items} home={person.state} />
        ) : view === 'calendar' ? (
          <YearFigure items={items} year={year} onYear={(next) => go({ view, year: next })} />
        ) : (
          <LifeFigure person={person} items={items} />
        )}
      </Suspense>
    </Section>
  )
}

function Met({ id, items }: { id: string; items: ShownExchange[] }): ReactNode {
  const met = new Map<
    string,
    { name: string | null; nativeName: string | null; level: number | null; count: number }
  >()
  for (const one of items.flatMap((item) => item.participants)) {
    if (!one.person || one.person === id) continue
    const before = met.get(one.person)
    met.set(one.person, {
      name: one.name,
      nativeName: one.nativeName,
      level: Math.min(one.level ?? 9, before?.level ?? 9),
      count: (before?.count ?? 0) + 1,
    })
  }
  const list = [...met].sort((a, b) => b[1].count - a[1].count).slice(0, 20)
  if (!list.length) return <p>Nobody is named beside them.</p>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Times</th>
        </tr>
      </thead>
      <tbody>
        {list.map(([other, one]) => (
          <tr key={other}>
            <td>
              <PersonLink id={other} name={one.name} nativeName={one.nativeName} />{' '}
              <LevelMark level={one.level === 9 ? null : one.level} />
            </td>
            <td>{one.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
