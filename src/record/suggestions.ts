// Claims that an assistant or a language model proposes: kept apart from what the record shows until a person accepts them. Pure.
import type { ExchangeClaim } from './claims.ts'

/** Who proposes: how `reader` begins. */
export type Suggester = 'assistant' | 'model'

/** Whether a claim is an assistant's or a model's, and nobody has decided on it. */
export const isSuggested = ({ status, reader }: Pick<ExchangeClaim, 'status' | 'reader'>): boolean =>
  status === 'proposed' && /^(assistant|model) /.test(reader ?? '')

/**
 * The claims that count: suggestions do not, beside what others say of the exchange. One that only suggestions tell of has
 * nothing else to be shown by.
 */
export function withoutSuggestions<Claim extends Pick<ExchangeClaim, 'status' | 'reader' | 'property'>>(
  claims: Claim[],
): Claim[] {
  const told = claims.some((claim) => claim.property === 'kind' && !isSuggested(claim))
  return told ? claims.filter((claim) => !isSuggested(claim)) : claims
}
