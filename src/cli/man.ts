// The manual page, written from the same parser that reads the command line.
import { formatDocPage } from '@optique/core/doc'
import { getDocPageSync } from '@optique/core/parser'
import { verbs } from './arguments.ts'
import { help } from './help.ts'

/** Verbs in the order `--help` lists them. */
export const verbNames: string[] = [...help.matchAll(/^ {2}([a-z]+) {2,}/gm)]
  .map((found) => found[1]!)
  .filter((name) => name !== 'completion')

/** roff source of chancery(1); `version` goes into its foot. */
export const writeMan = (version: string): string =>
  [
    `.TH CHANCERY 1 "" "chancery ${version}" "User Commands"`,
    '.SH NAME',
    'chancery \\- reads diplomatic reporting, keeps a sourced and dated record, answers claims made from it',
    '.SH SYNOPSIS',
    '.B chancery',
    '.I VERB',
    '\\&...',
    '.SH VERBS',
    ...verbNames.map(sectionOf),
    '.SH EXIT STATUS',
    '0 done, 1 failed, 2 wrong usage or input.',
    '.SH ENVIRONMENT',
    '.B CHANCERY_DATABASE',
    'Where the record is, for every verb that takes \\-\\-database.',
    '.br',
    '.B NO_COLOR',
    'No colours.',
    '',
  ].join('\n')

function sectionOf(verb: string): string {
  const page = getDocPageSync(verbs, [verb])
  if (!page) throw new Error(`the parser tells nothing of ${verb}`)
  const text = formatDocPage('chancery', page, { colors: false, maxWidth: 78, showDefault: true })
  return [`.SS ${verb}`, '.nf', escapeRoff(text.trimEnd()), '.fi'].join('\n')
}

/** Text as roff takes it: no line of it a request, no character of it an escape. */
export const escapeRoff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&')
