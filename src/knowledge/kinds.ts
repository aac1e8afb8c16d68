// The kinds and statuses that an exchange may have, in the order in which they are listed.

export const exchangeKinds = [
  'visit',
  'meeting',
  'talks',
  'summit',
  'call',
  'ceremony',
  'agreement',
  'message',
  'people-to-people',
] as const

export const exchangeStatuses = [
  'occurred',
  'ongoing',
  'announced',
  'cancelled',
  'postponed',
  'denied',
  'possible',
] as const
