// The command line: reads the arguments, loads the one verb asked for, and turns errors into messages and exit codes.
import { readArguments } from './arguments.ts'
import { fail, quietPipes } from './output.ts'
import { version } from './version.ts'

quietPipes()
if (process.argv.length === 3 && process.argv[2] === '--version') {
  console.log(version)
} else {
  try {
    await run(readArguments())
  } catch (error) {
    fail(error)
  }
}

/** Verbs are loaded when they are asked for: `--help` opens nothing and waits for nothing. */
async function run(given: ReturnType<typeof readArguments>): Promise<void> {
  switch (given.verb) {
    case 'read':
      return (await import('./read.ts')).read(given)
    case 'ask':
      return (await import('./ask.ts')).ask(given)
    case 'check':
      return (await import('./check.ts')).check(given)
    case 'brief':
      return (await import('./brief.ts')).brief(given)
    case 'backup':
      return (await import('./backup.ts')).backup(given)
    case 'restore':
      return (await import('./backup.ts')).restore(given)
    case 'review':
      return (await import('./review.ts')).review(given)
    case 'doctor':
      return (await import('./doctor.ts')).doctor(given)
    case 'ingest':
      return (await import('./ingest.ts')).ingest(given)
    case 'import':
      return (await import('./import.ts')).importRecord(given)
    case 'export':
      return (await import('./export.ts')).exportRecord(given)
    case 'sources':
      return (await import('./sources.ts')).sources(given)
    case 'suggest':
      return (await import('./suggest.ts')).suggest(given)
    case 'token':
      return (await import('./token.ts')).token(given)
    case 'watch':
      return (await import('./watch.ts')).watch(given)
    case 'mcp':
      return (await import('./mcp.ts')).mcp(given)
    case 'serve':
      return (await import('./serve.ts')).serve(given)
  }
}
