// The places pack: capitals, cities, seats of government and sites, each with the state it lies in.
import { z } from 'zod'

export const placeRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  names: z.array(z.string()),
  /** ISO 3166-1 alpha-3 of the state it lies in, as most states see it; the pack takes no side. */
  state: z.string(),
  /** A 'capital' or 'seat' may act for its government ("Moscow said", "the Kremlin"); a 'city' or 'site' does not. */
  kind: z.enum(['capital', 'city', 'seat', 'site']),
  confirmed: z.boolean(),
  sources: z.array(z.string()),
})
export type Place = z.infer<typeof placeRow>
