// Two camps, one calendar: the exchanges of each, day by day; days on which both met are marked.

import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { addDays, boundsOf, dateWords } from '../dates.ts'
import { guestLevel } from '../exchange/level.ts'
import { titleOf } from '../exchange/title.ts'
import { Action } from '../parts/action.tsx'
import { StatesBox } from '../parts/choosers.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { useStateNames } from '../parts/links.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { DoubtMark, LevelMark } from '../parts/marks.tsx'
import { askManyExchanges, askQuestions, type ShownExchange } from '../record.ts'
import { listOf } from '../search.ts'
import { counted } from '../words.ts'
import styles from './calendar.module.css'
import lists from './lists.module.css'

const route = getRouteApi('/calendar')
type Search = ReturnType<typeof route.useSearch>

export function CalendarPage(): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const [left, right] = [listOf(search.left), listOf(search.right)]
  const set = (part: { [Name in keyof Search]?: string | undefined }): void =>
    void navigate({
      to: '/calendar',
      search: { ...search, ...part } as Search,
      replace: true,
      resetScroll: false,
    })
  return (
    <>
      <Head
        title="Two camps, one calendar"
        lead="The exchanges inside each camp, day by day. A day on which both met is marked; whether that is more than chance is a question of its own."
      />
      <div className={lists.filters}>
        <StatesBox label="One camp" value={left} onChange={(list) => set({ left: list.join(',') })} />
        <StatesBox label="The other camp" value={right} onChange={(list) => set({ right: list.join(',') })} />
        <Field
          label="Month (2024-04) or year"
          value={search.month ?? ''}
          onChange={(month) => set({ month })}
          placeholder="2024-04"
        />
      </div>
      {left.length > 1 && right.length > 1 ? (
        <Calendar
          left={left}
          right={right}
          month={/^\d{4}(-\d{2})?$/.test(search.month ?? '') ? search.month! : '2024'}
          onMonth={(month) => set({ month })}
        />
      ) : (
        <Examples />
      )}
    </>
  )
}

const Examples = (): ReactNode => (
  <Empty title="Choose two camps of two states or more">
    For instance{' '}
    <Link to="/calendar" search={{ left: 'CHN,RUS,PRK', right: 'USA,JPN,KOR,PHL', month: '2024-04' }}>
      China, Russia and North Korea against the United States and its partners, April 2024
    </Link>
    .
  </Empty>
)

interface Props {
  left: string[]
  right: string[]
  month: string
  onMonth(month: string): void
}

function Calendar({ left, right, month, onMonth }: Props): ReactNode {
  const ask = (camp: string[]) =>
    askManyExchanges(
      {
        inside: camp.join(','),
        since: month,
        until: month,
        status: 'occurred,ongoing,announced',
        sort: 'oldest',
      },
      5000,
    )
  const one = useQuery(ask(left))
  const other = useQuery(ask(right))
  return (
    <>
      <div className={styles.months}>
        <Action onPress={() => onMonth(shiftMonth(month, -1))}>← {dateWords(shiftMonth(month, -1))}</Action>
        <h2>{dateWords(month)}</h2>
        <Action onPress={() => onMonth(shiftMonth(month, 1))}>{dateWords(shiftMonth(month, 1))} →</Action>
      </div>
      <Loaded query={one} what="the calendar">
        {(ours) => (
          <Loaded query={other} what="the calendar">
            {(theirs) => (
              <Days
                days={daysOf({ left: ours.items, right: theirs.items }, month)}
                left={left}
                right={right}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

interface Day {
  day: string
  left: ShownExchange[]
  right: ShownExchange[]
}

/** Days of `month` on which a camp met. Dates known only by month fill no day. */
function daysOf(items: Record<'left' | 'right', ShownExchange[]>, month: string): Day[] {
  const days = new Map<string, Day>()
  for (const side of ['left', 'right'] as const)
    for (const item of items[side])
      for (const day of daysIn(item.occurredOn, month)) {
        const entry = days.get(day) ?? { day, left: [], right: [] }
        entry[side].push(item)
        days.set(day, entry)
      }
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day))
}

/** Days of a date of at most two weeks that lie in `month`. */
function daysIn(date: string | null, month: string): string[] {
  const [from, to] = boundsOf(date)
  if (!from || Date.parse(to ?? from) - Date.parse(from) > 14 * 86_400_000) return []
  const days: string[] = []
  for (let day = from; day <= (to ?? from); day = addDays(day, 1)) if (day.startsWith(month)) days.push(day)
  return days
}

function Days({ days, left, right }: { days: Day[]; left: string[]; right: string[] }): ReactNode {
  const nameOf = useStateNames()
  const both = days.filter((day) => day.left.length && day.right.length).length
  if (!days.length)
    return (
      <Empty title="Neither camp met">
        No exchange inside either camp is held for this time. Try another month, or look at Coverage.
      </Empty>
    )
  return (
    <>
      <p className={lists.count} role="status">
        {counted(days.filter((day) => day.left.length).length, 'day')} with an exchange of the one camp,{' '}
        {days.filter((day) => day.right.length).length} of the other, <b>{both} of both</b>.{' '}
        <ChanceLink left={left} right={right} days={days} />
      </p>
      <table className={styles.days}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">{left.map(nameOf).join(', ')}</th>
            <th scope="col">{right.map(nameOf).join(', ')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.day} data-both={day.left.length > 0 && day.right.length > 0}>
              <th scope="row">
                {dateWords(day.day)}{' '}
                {day.left.length > 0 && day.right.length > 0 && <span className={styles.both}>⇔ both</span>}
              </th>
              <td>
                <Met items={day.left} />
              </td>
              <td>
                <Met items={day.right} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Met({ items }: { items: ShownExchange[] }): ReactNode {
  const nameOf = useStateNames()
  return (
    <ul className={styles.met}>
      {items.map((item) => (
        <li key={item.id}>
          <Link to="/exchanges/$id" params={{ id: item.id }} data-row>
            {titleOf(item, nameOf)}
          </Link>{' '}
          <LevelMark level={guestLevel(item)} /> <DoubtMark confirmed={item.confirmed} />
        </li>
      ))}
    </ul>
  )
}

/** Leads to the question that tells how often such days fall together by chance. */
function ChanceLink({ left, right, days }: { left: string[]; right: string[]; days: Day[] }): ReactNode {
  const question = useQuery(askQuestions).data?.find((one) => one.name === 'coincidence')
  const [first, second] = question?.input.required ?? []
  if (!question || !first || !second) return null
  const search = {
    [first]: left.join(','),
    [second]: right.join(','),
    since: days[0]!.day.slice(0, 4),
    until: days[0]!.day.slice(0, 4),
  }
  return (
    <Link to="/ask/$name" params={{ name: 'coincidence' }} search={search}>
      Is that more than chance?
    </Link>
  )
}

/** The month (or year) before or after. */
function shiftMonth(month: string, by: 1 | -1): string {
  if (month.length === 4) return String(Number(month) + by)
  const [year, number] = month.split('-').map(Number) as [number, number]
  const moved = year * 12 + number - 1 + by
  return `${Math.floor(moved / 12)}-${String((moved % 12) + 1).padStart(2, '0')}`
}
