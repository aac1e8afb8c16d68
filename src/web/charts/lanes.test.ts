// The longest silence of a lane.
import { expect, test } from 'vitest'
import { silencesOf } from './lanes.tsx'
import type { Event } from './timeline.ts'

const event = (date: string, confirmed = true): Event => ({
  id: date,
  date,
  level: 5,
  kind: 'visit',
  confirmed,
  title: '',
})

test('silences lie between confirmed exchanges, and a long one hides the short ones inside it', () => {
  const lanes = [
    {
      name: 'a',
      events: [
        event('2020-01-01/2020-03-01'),
        event('2020-02-01'),
        event('2020-03-11'),
        event('2020-06-01', false),
        event('2020-07-19'),
      ],
    },
  ]
  expect(silencesOf(lanes).map(({ days, lane }) => [lane, days])).toEqual([['a', 130]])
  expect(silencesOf([{ name: 'b', events: [event('2020')] }])).toEqual([])
})
