// The agenda as iCalendar: CONFIRMED where a plan or a report stands, TENTATIVE where it is only possible, CANCELLED where it was called off.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { InputError } from '../errors.ts'
import type { SliceExchange } from '../record/slice.ts'
import { readDay, readInterval } from './edtfday.ts'
import type { ExportFormat } from './format.ts'
import { type ImportedExchange, type ImportFormat, startImport } from './imported.ts'

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

/** Events of a calendar as exchanges: meetings, their day or days, their place; whom they are with is only in the words. */
export const icalendarImport: ImportFormat = {
  name: 'ical',
  title: 'iCalendar events',
  read(text) {
    const result = startImport()
    const events = unfold(text)
      .split(/^BEGIN:VEVENT$/m)
      .slice(1)
    if (events.length === 0)
      throw new InputError(
        'The file holds no calendar event.',
        'Give an iCalendar file with VEVENT components.',
      )
    events.forEach((event, i) => {
      result.rows++
      const read = readEvent(event.split(/^END:VEVENT$/m)[0]!, i + 1)
      if (typeof read === 'string') result.fail(i + 1, read)
      else result.exchanges.push(read)
    })
    return result
  },
}

/** RFC 5545: a line that starts with white space goes on from the one before. */
const unfold = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '')
const plain = (text: string): string => text.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1')

function readEvent(body: string, row: number): ImportedExchange | string {
  const fields = Object.fromEntries(
    body.split('\n').flatMap((line) => {
      const match = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/.exec(line)
      return match ? [[match[1]!, plain(match[3]!)]] : []
    }),
  ) as Record<string, string>
  const whole = /^\d{8}$/.test(fields.DTSTART ?? '')
  const start = readDay(fields.DTSTART?.slice(0, 8))
  if (!start) return `DTSTART "${fields.DTSTART ?? ''}" is no date`
  const end = readDay(fields.DTEND?.slice(0, 8))
  // The end of a whole-day event is the day after its last.
  const last = end && whole ? new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10) : end
  const kind = /^(visit|meeting|talks|summit|call|ceremony|agreement|message)\b/i
    .exec(fields.SUMMARY ?? '')?.[1]
    ?.toLowerCase()
  return {
    row,
    id: fields.UID ?? null,
    kind: kind ?? 'meeting',
    grade: null,
    status: { CANCELLED: 'cancelled', TENTATIVE: 'possible' }[fields.STATUS ?? ''] ?? 'announced',
    date: readInterval(start, last),
    place: fields.LOCATION || null,
    host: null,
    occasion: fields.SUMMARY || null,
    note: fields.DESCRIPTION || null,
    participants: [],
    sources: fields.URL ? [fields.URL] : [],
    source: fields,
  }
}
