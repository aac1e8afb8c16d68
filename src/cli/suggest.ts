// `chancery suggest`: a language model proposes what filed documents say.
import type { Suggested } from '../suggest.ts'
import type { GivenFor } from './arguments.ts'
import { connect } from './connect.ts'
import { describeError, print, printJson, tell } from './output.ts'

/** One line a document. A document the model fails on is told; the others go on, and the exit code is 1 in the end. */
export async function suggest(given: GivenFor<'suggest'>): Promise<void> {
  const connection = await connect(given.database)
  try {
    for (const id of given.documents) {
      try {
        const path = `/api/documents/${encodeURIComponent(id)}/suggestions`
        const made = await connection.call<Suggested>('POST', path, {})
        await (given.json ? printJson({ document: id, ...made }) : print(`${id}  ${drawSuggested(made)}`))
      } catch (error) {
        process.exitCode = 1
        tell(`${id}  ${describeError(error)}`)
      }
    }
  } finally {
    await connection.close()
  }
}

const drawSuggested = ({ proposed, known, dropped }: Suggested): string =>
  [
    `${proposed.length} proposed for review, ${known} known before, ${dropped.length} thrown away`,
    ...dropped.map(({ what, why }) => `    ${what}: ${why}`),
  ].join('\n')
