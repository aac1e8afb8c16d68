// Routes of the imports: the list of formats, and a file of other people's data filed row by row.
import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { importFormats } from '../formats/index.ts'
import { nearestWords } from '../questions/suggest.ts'
import { fileImport } from '../record/imports.ts'
import { type AnyRoute, route } from './route.ts'

const list = route({
  method: 'get',
  path: '/api/imports',
  name: 'listImports',
  summary: 'Formats that can be imported.',
  response: z.array(z.object({ name: z.string(), title: z.string() })),
  run: () => importFormats().map(({ name, title }) => ({ name, title })),
})

const imported = z
  .object({
    format: z.string(),
    rows: z.number().int().describe('Rows of the file.'),
    exchanges: z.number().int().describe('Exchanges read in them.'),
    tenures: z.number().int(),
    problems: z.array(z.object({ row: z.number().int(), message: z.string() })),
    lost: z
      .record(z.string(), z.number().int())
      .describe('Columns that have no place here, with the rows that filled them.'),
    filed: z
      .object({
        created: z.number().int(),
        merged: z.number().int(),
        tenures: z.number().int(),
        peopleMinted: z.number().int(),
      })
      .nullable()
      .describe('null: a dry run'),
  })
  .meta({ id: 'Imported' })
export type Imported = z.infer<typeof imported>

const importFile = route({
  method: 'post',
  path: '/api/imports/{format}',
  name: 'importFile',
  summary:
    'Reads a file of other people’s data and files its rows, all or none; with `dryRun` files nothing.',
  params: z.object({ format: z.string() }),
  body: z.strictObject({
    text: z.string(),
    file: z.string().max(500).describe('Its name, kept as the source of each row.'),
    mapping: z
      .record(z.string(), z.string())
      .optional()
      .describe('For plain tables: our field → their column.'),
    dryRun: z.boolean().optional(),
  }),
  progress: true,
  response: imported,
  run: async ({ database, knowledge }, { params, body, tell }): Promise<Imported> => {
    const format = formatNamed(params.format)
    const states = knowledge.gazetteer.states
    const read = format.read(body.text, { states, ...(body.mapping ? { mapping: body.mapping } : {}) })
    tell({ stage: 'read', done: read.rows, of: read.rows })
    const filed = body.dryRun
      ? null
      : await fileImport(database, read, { format: format.name, file: body.file, actor: 'import' })
    return {
      format: format.name,
      rows: read.rows,
      exchanges: read.exchanges.length,
      tenures: read.tenures.length,
      problems: read.problems,
      lost: read.lost,
      filed,
    }
  },
})

function formatNamed(name: string) {
  const formats = importFormats()
  const found = formats.find((format) => format.name === name.toLowerCase())
  if (found) return found
  const names = formats.map((format) => format.name)
  const near = nearestWords(name.toLowerCase(), names)
  throw new NotFoundError(
    `There is no import format "${name}"`,
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Formats: ${names.join(', ')}.`,
  )
}

export const importRoutes: AnyRoute[] = [list, importFile]
