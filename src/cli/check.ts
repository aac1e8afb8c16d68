// `chancery check PATH`: every claim of a text against the record.
import pc from 'picocolors'
import { SourceError } from '../errors.ts'
import type { Checked } from '../http/checks.ts'
import { tellCounts } from '../questions/check.ts'
import type { SourceDocument } from '../sources/document.ts'
import { documentFromFile } from '../sources/folder.ts'
import { findAtAddress, isAddress } from '../sources/web.ts'
import { drawRows, drawVerdict } from './answer.ts'
import type { GivenFor } from './arguments.ts'
import { connect } from './connect.ts'
import { print, printJson } from './output.ts'
import { checkDay, readInput } from './read.ts'
import { wrapText } from './table.ts'

/** Prints each claim with its verdict. Claims that fail are no failure of the command: the exit code is 0. */
export async function check(given: GivenFor<'check'>): Promise<void> {
  checkDay('--published', given.published)
  const { path, json, asKnownOn, rule } = given
  const document = await documentOf(path)
  const body = {
    text: document.text,
    title: given.title ?? document.title,
    publishedOn: given.published ?? document.publishedOn,
    publisher: document.publisher,
    asKnownOn,
    rule,
  }
  const connection = await connect(given.database)
  try {
    const checked = await connection.call<Checked>('POST', '/api/check', body)
    await (json ? printJson(checked) : print(drawChecked(checked)))
  } finally {
    await connection.close()
  }
}

async function documentOf(path: string): Promise<SourceDocument> {
  if (path === '-') return readInput()
  if (!isAddress(path)) return documentFromFile(path)
  const found = await findAtAddress(path)
  if ('document' in found) return found.document
  throw new SourceError(`${path} is a feed, not one document`, 'Give the address of one document.')
}

const maxRows = 8

function drawChecked({ claims, counts, unknowns }: Checked): string {
  if (claims.length === 0) return 'The text makes no claim that the reader knows how to find.'
  const drawn = claims.map(({ claim, verdict, answer, question }, i) => {
    const rows = [...answer.counterExamples, ...answer.denominator.rows].slice(0, maxRows)
    return [
      `${pc.bold(`${i + 1}. ${claim.kind}`)} ${pc.dim(question ? `asked as ${question}` : 'not asked')}`,
      wrapText(`“${claim.exact}”`, '  '),
      drawVerdict(verdict),
      rows.length > 0 ? drawRows(rows, false) : '',
    ]
      .filter(Boolean)
      .join('\n')
  })
  return `${[...drawn, tellCounts(counts), ...unknowns.map((note) => wrapText(note))].join('\n\n')}\n`
}
