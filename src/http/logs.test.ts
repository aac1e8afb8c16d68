// What looks like a secret is taken out of the messages of faults.
import { expect, test } from 'vitest'
import { withoutSecrets } from './logs.ts'

test.each([
  ['GET /feeds/changes.atom?token=abcdef12&states=ELV', 'GET /feeds/changes.atom?token=…&states=ELV'],
  ['at chf_0123456789abcdef!', 'at chf_…!'],
  ['Authorization: Bearer k0_x-y', 'Authorization: Bearer …'],
  ['{"password":"sesame"}', '{"password":"…"}'],
  ['postgres://ida:word@host/db refused', 'postgres://ida:…@host/db refused'],
  ['the minister spoke', 'the minister spoke'],
])('%s', (text, told) => expect(withoutSecrets(text)).toBe(told))
