// Routes of the export formats: the list with what each loses, and a slice of the record in one of them.
import { Readable } from 'node:stream'
import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { exportFormats } from '../formats/index.ts'
import { contextFor } from '../questions/index.ts'
import { inPresent } from '../questions/present.ts'
import { nearestWords } from '../questions/suggest.ts'
import { sliceRecord } from '../record/slice.ts'
import type { AppContext } from './context.ts'
import { edgeOf } from './exchanges.ts'
import { type AnyRoute, route } from './route.ts'

const list = route({
  method: 'get',
  path: '/api/formats',
  name: 'listFormats',
  summary: 'Export formats, each with what it cannot carry.',
  response: z.array(
    z
      .object({
        name: z.string(),
        title: z.string(),
        extension: z.string(),
        mediaType: z.string(),
        loses: z.array(z.string()),
      })
      .meta({ id: 'Format' }),
  ),
  run: ({ knowledge }) =>
    exportFormats(knowledge).map(({ name, title, extension, mediaType, loses }) => ({
      name,
      title,
      extension,
      mediaType,
      loses,
    })),
})

const words = z.array(z.string()).optional()
const exportSlice = route({
  method: 'get',
  path: '/api/export/{format}',
  name: 'exportRecord',
  summary: 'A slice of the record in one format, as a file.',
  params: z.object({ format: z.string() }),
  query: z.strictObject({
    states: z.array(z.string().toUpperCase()).optional().describe('Exchanges that touch any of these.'),
    since: z.string().optional(),
    until: z.string().optional(),
    person: z.string().optional(),
    status: words,
    asKnownOn: z.string().optional(),
  }),
  response: z.string(),
  run: async (context, { params, query }) => {
    const format = formatNamed(context, params.format)
    const asked = contextFor(
      context.database,
      context.knowledge,
      query.asKnownOn ? { asKnownOn: query.asKnownOn } : {},
    )
    const { asKnownOn } = await inPresent(asked)
    const since = edgeOf('since', query.since)
    const until = edgeOf('until', query.until)
    const slice = sliceRecord(context.database, {
      asKnownOn,
      ...(query.states ? { states: query.states } : {}),
      ...(since ? { since } : {}),
      ...(until ? { until } : {}),
      ...(query.person ? { person: query.person } : {}),
      ...(query.status ? { statuses: query.status } : {}),
    })
    return new Response(
      Readable.toWeb(
        Readable.from(encoded(format.write(slice)), { objectMode: false }),
      ) as ReadableStream<Uint8Array>,
      {
        headers: {
          'content-type': format.mediaType,
          'content-disposition': `attachment; filename="chancery.${format.extension}"`,
          'x-chancery-loses': format.loses.map(encodeURIComponent).join(','),
        },
      },
    )
  },
})

async function* encoded(pieces: AsyncIterable<string | Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece
}

function formatNamed(context: AppContext, name: string) {
  const formats = exportFormats(context.knowledge)
  const found = formats.find((format) => format.name === name.toLowerCase())
  if (found) return found
  const names = formats.map((format) => format.name)
  const near = nearestWords(name.toLowerCase(), names)
  throw new NotFoundError(
    `There is no export format "${name}"`,
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Formats: ${names.join(', ')}.`,
  )
}

export const exportRoutes: AnyRoute[] = [list, exportSlice]
