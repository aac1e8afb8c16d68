// `chancery brief`: a dated briefing with numbered sources, as Markdown or a page.
import { writeFile } from 'node:fs/promises'
import { InputError } from '../errors.ts'
import type { Answer } from '../questions/answer.ts'
import type { GivenFor } from './arguments.ts'
import { connect } from './connect.ts'
import { print, printJson, tell } from './output.ts'

/** Prints the briefing, or writes it to a file. */
export async function brief(given: GivenFor<'brief'>): Promise<void> {
  const query = new URLSearchParams()
  const { states, person, since, until, asKnownOn, rule } = given
  for (const [name, value] of Object.entries({ states, person, since, until, asKnownOn, rule }))
    if (value) query.set(name, value)
  const connection = await connect(given.database)
  try {
    const answer = await connection.call<Answer<{ markdown: string; html: string }>>(
      'GET',
      `/api/questions/brief?${query}`,
    )
    const text = given.html ? answer.result.html : answer.result.markdown
    if (given.output) await save(given.output, text)
    if (given.json) await printJson(answer)
    else if (!given.output) await print(text)
  } finally {
    await connection.close()
  }
}

async function save(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw new InputError(`${file} cannot be written`, 'Choose a folder that you may write to.', error)
  })
  tell(`chancery: wrote ${file}`)
}
