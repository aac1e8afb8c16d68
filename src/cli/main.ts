// The command line: reads the arguments, loads the one verb asked for, and turns errors into messages and exit codes.
import type { Given } from './arguments.ts'
import { fail, print, quietPipes, tell } from './output.ts'
import { version } from './version.ts'

quietPipes()
try {
  await start(process.argv.slice(2))
} catch (error) {
  fail(error)
}

/** Version and help are told at once: the parser takes longer to load than they to read. */
async function start(words: string[]): Promise<void> {
  if (words.length === 1 && words[0] === '--version') return print(version)
  // A narrow window has the parser wrap the lines.
  if (words.length === 1 && words[0] === '--help' && (process.stdout.columns ?? 1000) > 90)
    return print((await import('./help.ts')).help)
  if (words.length === 0) {
    tell((await import('./help.ts')).help)
    process.exitCode = 2
    return
  }
  await run((await import('./arguments.ts')).readArguments())
}

/** Verbs are loaded when they are asked for: `--help` opens nothing and waits for nothing. */
async function run(given: Given): Promise<void> {
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
    case 'account':
      return (await import('./account.ts')).account(given)
    case 'audit':
      return (await import('./audit.ts')).audit(given)
    case 'suggest':
      return (await import('./suggest.ts')).suggest(given)
    case 'token':
      return (await import('./token.ts')).token(given)
    case 'watch':
      return (await import('./watch.ts')).watch(given)
    case 'work':
      return (await import('./work.ts')).work(given)
    case 'migrate':
      return (await import('./migrate.ts')).migrate(given)
    case 'mcp':
      return (await import('./mcp.ts')).mcp(given)
    case 'serve':
      return (await import('./serve.ts')).serve(given)
  }
}
