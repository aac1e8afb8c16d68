// An exchange in one line, from its own participants.
import type { ShownExchange, ShownParticipant } from '../record.ts'

type NameOf = (id: string | null | undefined) => string

/** "Wang Yi to North Korea", "Xi Jinping – Sergey Lavrov"; states where nobody is named. */
export function titleOf(exchange: ShownExchange, nameOf: NameOf): string {
  const visitors = exchange.participants.filter((one) => one.role === 'visitor')
  if (exchange.kind === 'visit' && visitors.length) {
    const host = nameOf(exchange.hostState) || exchange.place
    return host ? `${listed(visitors, nameOf)} to ${host}` : listed(visitors, nameOf)
  }
  const guests = exchange.participants.filter((one) => one.role !== 'host')
  const hosts = exchange.participants.filter((one) => one.role === 'host')
  const sides = [listed(guests, nameOf), listed(hosts, nameOf)].filter(Boolean)
  return sides.join(' – ') || exchange.states.map(nameOf).join(' – ') || 'parties not named'
}

function listed(participants: ShownParticipant[], nameOf: NameOf): string {
  const names = [
    ...new Set(
      participants
        .map((one) => one.name ?? one.office ?? one.organization ?? nameOf(one.state))
        .filter(Boolean),
    ),
  ]
  return names.length > 3
    ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`
    : names.join(', ')
}
