// `chancery mcp`: the record for assistants, over standard input and output.
import { serveMcp } from '../mcp/server.ts'
import type { GivenFor } from './arguments.ts'
import { connect } from './connect.ts'
import { describeError, tell } from './output.ts'
import { version } from './version.ts'

/** Speaks MCP until the client goes. Standard output is the protocol's: messages go to standard error. */
export async function mcp(given: GivenFor<'mcp'>): Promise<void> {
  const connection = await connect(given.database)
  try {
    await serveMcp(
      (path, body) => connection.call(body === undefined ? 'GET' : 'POST', path, body),
      version,
      (error) => tell(describeError(error)),
    )
  } finally {
    await connection.close()
  }
}
