// Flags that a question does not have.
import { expect, test } from 'vitest'
import { questionNamed } from '../questions/index.ts'
import { refuseStrange } from './strange.ts'

const refusal = (name: string, ...flags: string[]): string | null => {
  try {
    refuseStrange(questionNamed(name), flags, ['json', 'asKnownOn'])
    return null
  } catch (error) {
    return `${(error as Error).message} ${(error as { next?: string }).next}`
  }
}

test.each([
  ['pace', ['--from', 'CHN'], /"pace" has no field "--from"\. Its fields: --a, --b, --with/],
  ['highest', ['--form=CHN'], /no field "--form"/],
  ['hypothesis', ['--matrixx'], /Did you mean --matrix\?/],
])('%s %j', (name, flags, message) => expect(refusal(name, ...flags)).toMatch(message))

test.each([
  ['highest', ['--from', 'CHN', '--as-known-on=2024-01-01', '--json', '--help']],
  ['highest', ['--asKnownOn', '--to']],
])('%s %j is let through', (name, flags) => expect(refusal(name, ...flags)).toBeNull())
