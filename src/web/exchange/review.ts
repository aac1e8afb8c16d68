// Sends what a person decided about an exchange; each decision is a judgement that can be undone.
import { post } from '../api.ts'

export interface Decision {
  decision: 'accepted' | 'rejected' | 'corrected'
  reason?: string
  /** Property → value, for a correction. */
  values?: Record<string, unknown>
}

export const sendReview = (id: string, decision: Decision): Promise<unknown> =>
  post(`exchanges/${encodeURIComponent(id)}/review`, decision)
