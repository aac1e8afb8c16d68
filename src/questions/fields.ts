// Input fields that several questions share, with the words that forms, flags and docs show.
import { z } from 'zod'

const text = (description: string) => z.string().trim().min(1).describe(description)

export const stateField = (what: string) =>
  text(`${what}: ISO 3166-1 alpha-3 code, name or demonym (PRK, North Korea)`)
export const campField = (what: string) =>
  text(`${what}: states with commas between, or a grouping (USA, JPN or Quad)`)
export const personField = (what: string) => text(`${what}: name, alias or id`)
export const sinceField = text(
  'First day: EDTF (2019, 2019-06, 2019-06-20) or a dated event in the packs',
).optional()
export const untilField = text('Last day, included: EDTF (2019, 2019-06, 2019-06-20)').optional()
export const levelField = z.coerce
  .number()
  .int()
  .min(1)
  .max(8)
  .describe('Worst level that still counts: 1 head of state … 5 minister … 8 below director-general')
