// When exactly an exchange was: the days it surely covers and those it may; whether two of them met in time.
import { edtfDays } from '../record/days.ts'
import type { Recalled } from './recall.ts'
import { daysBetween, earlier, later } from './window.ts'

/** Days that an EDTF date surely covers (null: no single day is sure) inside those it may cover. */
export interface Certainty {
  may: { from: string; to: string } | null
  sure: { from: string; to: string } | null
}

/** A month ("2023-09") is one unknown stretch in it: nothing sure. An interval of days is sure between its unmarked ends. */
// => sureDays('2024-04-11/2024-04-13').sure → the same days; sureDays('2023-09').sure === null
export function sureDays(date: string | null): Certainty {
  const { earliest, latest } = edtfDays(date)
  const from = earliest ?? latest
  const to = latest ?? earliest
  if (!date || !from || !to) return { may: null, sure: null }
  const [start, end] = date.split('/') as [string, string | undefined]
  if (end === undefined)
    return { may: { from, to }, sure: /^\d{4}-\d\d-\d\d$/.test(start) ? { from, to } : null }
  const day = /^\d{4}-\d\d-\d\d$/
  const [sureStart, sureEnd] = [day.test(start), day.test(end)]
  if (sureStart && sureEnd) return { may: { from, to }, sure: { from, to } }
  if (sureStart) return { may: { from, to }, sure: { from, to: from } }
  return { may: { from, to }, sure: sureEnd ? { from: to, to } : null }
}

export type Meeting = 'overlap' | 'touch' | 'perhaps' | 'apart'

/** Whether two exchanges share a day ("overlap"), lie at most `slack` days apart ("touch"), may have ("perhaps"), or not. */
export function meetInTime(a: Recalled, b: Recalled, slack: number): Meeting {
  const [x, y] = [sureDays(a.occurredOn), sureDays(b.occurredOn)]
  if (!x.may || !y.may) return 'apart'
  if (x.sure && y.sure) {
    const apart = distance(x.sure, y.sure)
    if (apart === 0) return 'overlap'
    if (apart <= slack) return 'touch'
  }
  return distance(x.may, y.may) <= slack ? 'perhaps' : 'apart'
}

type Stretch = { from: string; to: string }
const distance = (a: Stretch, b: Stretch): number =>
  Math.max(0, daysBetween(a.to, b.from), daysBetween(b.to, a.from))

/** Days on which both were surely going on. */
export function sharedDays(a: Recalled, b: Recalled): Stretch | null {
  const [x, y] = [sureDays(a.occurredOn).sure, sureDays(b.occurredOn).sure]
  if (!x || !y) return null
  const shared = { from: later(x.from, y.from), to: earlier(x.to, y.to) }
  return shared.from <= shared.to ? shared : null
}
