// Command lines as anybody may type or script them: read, or refused with exit code 2 or an error of ours. Nothing is run.
import fc from 'fast-check'
import { type HowRead, readArguments } from '../../src/cli/arguments.ts'
import { readFlags } from '../../src/cli/ask.ts'
import { questions } from '../../src/questions/index.ts'
import { dates, texts } from './cases.ts'

const verbs =
  'read ask check brief ingest sources serve export import watch suggest review doctor migrate backup restore account token audit work mcp completion help'
const flags =
  '--json --database --published --as-known-on --rule --limit --port --host --every --output -o -- - --help --version --from --to --states --since --name --role --index --watch --when --genre --collection'
const words = [
  ...`${verbs} ${flags}`.split(' '),
  '--limit=-1',
  '--port=1e9',
  '--json=no',
  '-ofile',
  '--=',
  '---',
  '',
]
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: texts([...dates, 'CHN', 'postgres://a@b/c', '--', '='], 8) },
)

/** A command line: the verb and what follows it. */
export const commandLines = fc.record({
  verb: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...verbs.split(' ')) }, word),
  rest: fc.array(word, { maxLength: 8 }),
})

class Exit extends Error {
  code: number
  constructor(code: number) {
    super(`ended with ${code}`)
    this.code = code
  }
}

/** Reads the command line as the program does. Throws when it would end with another code than 0 or 2. */
export function readCommandLine({ verb, rest }: { verb: string; rest: string[] }): void {
  refuseOdd((how) => readArguments({ ...how, args: [verb, ...rest] }))
}

/** A question's own flags: `ask` reads them once the question is known. */
export function readQuestionLine({ verb, rest }: { verb: string; rest: string[] }): void {
  const question = questions[verb.length % questions.length]!
  refuseOdd((how) => readFlags(question, rest, { verb: `ask ${question.name}`, more: {}, how }))
}

/** Throws when the process would end otherwise than with 0 or 2. What would be printed is not. */
function refuseOdd(read: (how: HowRead) => unknown): void {
  const onExit = (code: number): never => {
    throw new Exit(code)
  }
  try {
    read({ onExit, stdout: () => {}, stderr: () => {} })
  } catch (error) {
    if (!(error instanceof Exit && (error.code === 0 || error.code === 2))) throw error
  }
}
