// The agenda as iCalendar: CONFIRMED where a plan or a report stands, TENTATIVE where it is only possible, CANCELLED where it was called off.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { SliceExchange } from '../record/slice.ts'
import type { ExportFormat } from './format.ts'

const statuses: Record<string, ICalEventStatus> = {
  occurred: ICalEventStatus.CONFIRMED,
  ongoing: ICalEventStatus.CONFIRMED,
  announced: ICalEventStatus.CONFIRMED,
  possible: ICalEventStatus.TENTATIVE,
  postponed: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
  denied: ICalEventStatus.CANCELLED,
}

/** One line that names an exchange: "visit: Ana Ruiz → BEL". */
export function summaryOf(x: SliceExchange): string {
  const names = (role: string): string[] =>
    x.participants.filter((p) => p.role === role).flatMap((p) => p.name ?? p.office ?? p.organization ?? [])
  const visitors = names('visitor')
  const others = [...names('host'), ...names('participant')]
  const who = visitors.length
    ? `${visitors.join(', ')} → ${x.host ?? others.join(', ')}`
    : others.join(', ') || x.states.join(', ')
  return `${x.kind}: ${who}`
}

export const icalendar: ExportFormat = {
  name: 'ical',
  title: 'iCalendar, whole days',
  extension: 'ics',
  mediaType: 'text/calendar; charset=utf-8',
  loses: [
    'exchanges without a first and last day',
    'doubt about the day (said in the description)',
    'offices and levels',
    'conflicting values',
  ],
  async *write(slice) {
    const calendar = ical({
      name: 'Chancery agenda',
      prodId: { company: 'Chancery', product: 'Chancery', language: 'EN' },
      method: ICalCalendarMethod.PUBLISH,
    })
    for await (const x of slice.exchanges()) if (x.earliest && x.latest) addEvent(calendar, x)
    yield calendar.toString()
  },
}

function addEvent(calendar: ReturnType<typeof ical>, x: SliceExchange): void {
  calendar.createEvent({
    id: `${x.id}@chancery`,
    start: new Date(`${x.earliest}T00:00:00Z`),
    // The end of a whole-day event is the first day after it.
    end: new Date(Date.parse(`${x.latest}T00:00:00Z`) + 86_400_000),
    allDay: true,
    timezone: 'UTC',
    stamp: new Date(x.knownFrom),
    summary: summaryOf(x),
    location: x.place ?? undefined,
    status: statuses[x.status] ?? ICalEventStatus.TENTATIVE,
    description: [
      `${x.status}, dated ${x.occurredOn}${x.confirmed ? '' : ' (unconfirmed)'}`,
      ...x.sources.flatMap((s) => s.url ?? s.title ?? []),
    ].join('\n'),
  })
}
