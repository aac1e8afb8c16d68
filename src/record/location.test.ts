import { expect, test } from 'vitest'
import { InputError } from '../errors.ts'
import { recordLocation } from './location.ts'

test.each<[string | null, Record<string, string>, string]>([
  ['salt', { CHANCERY_DATABASE: 'other' }, 'salt'],
  [null, { CHANCERY_DATABASE: 'postgresql://ana@salt/road' }, 'postgresql://ana@salt/road'],
  [null, { XDG_DATA_HOME: '/data', HOME: '/ana' }, '/data/chancery/record'],
  [null, { HOME: '/ana' }, '/ana/.local/share/chancery/record'],
  ['C:\\salt', {}, 'C:\\salt'],
])('%s with %o is %s', (flag, env, location) => {
  expect(recordLocation(flag, env)).toBe(location)
})

test.each(['mysql://salt/road', 'https://salt', 'file:///salt', 'POSTGRESS://salt'])(
  '%s is no record',
  (flag) => {
    expect(() => recordLocation(flag, {})).toThrow(InputError)
  },
)
