// What the command line may say: one parser a verb.
import { object, or } from '@optique/core/constructs'
import { message } from '@optique/core/message'
import { multiple, optional, withDefault } from '@optique/core/modifiers'
import type { Parser } from '@optique/core/parser'
import { argument, command, constant, flag, option, passThrough } from '@optique/core/primitives'
import { choice, integer, string } from '@optique/core/valueparser'
import { run } from '@optique/run'
import { version } from './version.ts'

const json = withDefault(
  flag('--json', { description: message`Print JSON: one value, or one a line where there are many.` }),
  false,
)
const database = optional(
  option('--database', string({ metavar: 'PLACE' }), {
    description: message`Where the record is: a folder, or postgres://… Without it CHANCERY_DATABASE, else the user's data folder.`,
  }),
)
const asKnownOn = optional(
  option('--as-known-on', string({ metavar: 'DAY' }), {
    description: message`Answer from what the record knew at the end of that day.`,
  }),
)
const rule = optional(
  option('--rule', string({ metavar: 'NAME' }), {
    description: message`Counting rule; without it the house rule.`,
  }),
)
/** Flags by the name they are given under. */
export type Flags = Record<string, Parser<'sync', unknown, unknown>>
/** Flags of every verb that needs the record. */
export const recordFlags = { json, database }
/** How a question is asked. */
export const howAsked = { asKnownOn, rule }
const published = optional(
  option('--published', string({ metavar: 'DATE' }), {
    description: message`Day the documents were published (YYYY-MM-DD).`,
  }),
)
const title = optional(
  option('--title', string({ metavar: 'TITLE' }), {
    description: message`Title, where the document has none.`,
  }),
)
const publisher = optional(
  option('--publisher', string({ metavar: 'NAME' }), { description: message`Who published it.` }),
)
const genre = optional(
  option('--genre', string({ metavar: 'GENRE' }), {
    description: message`news, readout, communique, press-briefing, speech, chronology, analysis or announcement.`,
  }),
)
const collection = optional(
  option('--collection', string({ metavar: 'NAME' }), {
    description: message`Collection the documents go into: seen by accounts that have it, and by those that have everything. Without it: public.`,
  }),
)
const index = optional(
  option('--index', string({ metavar: 'FILE' }), {
    description: message`JSON Lines that give documents, by id, their publication days.`,
  }),
)

const read = command(
  'read',
  object({
    verb: constant('read'),
    paths: multiple(
      argument(string({ metavar: 'PATH' }), {
        description: message`Files or folders; - reads standard input.`,
      }),
      { min: 1, errors: { tooFew: message`Name at least one PATH; see chancery --help.` } },
    ),
    published,
    index,
    explain: withDefault(flag('--explain', { description: message`Say which rules found what.` }), false),
    json,
  }),
  {
    brief: message`Read documents and print what they say; no record is opened.`,
    description: message`Reads documents and prints what they say: officials, exchanges, statements and claims. Opens no record, files nothing.`,
    footer: message`Example: chancery read texts/ --index texts/index.jsonl --json`,
  },
)

const ask = command('ask', object({ verb: constant('ask'), rest: passThrough({ format: 'greedy' }) }), {
  brief: message`Ask the record one of its questions.`,
  description: message`Asks the record one of its questions. Each field of the question is a flag: see chancery ask QUESTION --help; chancery ask alone lists the questions.`,
  usageLine: [
    { type: 'optional', terms: [{ type: 'argument', metavar: 'QUESTION' }] },
    { type: 'literal', value: ' [--FIELD VALUE]... [--as-known-on DAY] [--rule NAME] [--json]' },
  ],
  footer: message`Example: chancery ask highest --from CHN --to PRK --since 2019-06-22`,
})

const check = command(
  'check',
  object({
    verb: constant('check'),
    path: argument(string({ metavar: 'PATH' }), {
      description: message`File, web address, or - for standard input.`,
    }),
    published,
    title,
    asKnownOn,
    rule,
    json,
    database,
  }),
  {
    brief: message`Check every claim of a text against the record.`,
    description: message`Finds the claims a text makes (superlatives, firsts and lasts, pace, coincidence, omission, norms) and puts each to the record: holds, fails or untestable, and why.`,
    footer: message`Example: chancery check analysis.txt --published 2024-04-10`,
  },
)

const ingest = command(
  'ingest',
  object({
    verb: constant('ingest'),
    paths: multiple(
      argument(string({ metavar: 'PATH|URL' }), {
        description: message`Files, folders, archives, web pages, feeds or sitemaps.`,
      }),
      { min: 1, errors: { tooFew: message`Name at least one PATH; see chancery --help.` } },
    ),
    published,
    index,
    title,
    publisher,
    genre,
    collection,
    again: withDefault(
      flag('--again', {
        description: message`Ask pages of feeds and sitemaps that are held whether they have changed.`,
      }),
      false,
    ),
    limit: optional(
      option('--limit', integer({ min: 1 }), {
        description: message`Most pages to take of each feed or sitemap.`,
      }),
    ),
    json,
    database,
  }),
  {
    brief: message`Read documents and file what they say in the record.`,
    description: message`Reads documents and files what they say in the record. Filing a document twice is filing it once.`,
    footer: message`Example: chancery ingest readouts/ --index readouts/index.jsonl`,
  },
)

const sources = command(
  'sources',
  object({
    verb: constant('sources'),
    action: optional(
      argument(string({ metavar: 'ACTION' }), {
        description: message`add, remove, pause, resume or run; without it the sources are listed.`,
      }),
    ),
    target: optional(
      argument(string({ metavar: 'URL|ID' }), { description: message`Address to add, or id of a source.` }),
    ),
    every: optional(
      option('--every', integer({ min: 5 }), {
        description: message`Minutes between two looks; without it 60.`,
      }),
    ),
    name: optional(option('--name', string({ metavar: 'NAME' }), { description: message`What to call it.` })),
    json,
    database,
  }),
  {
    brief: message`Watch pages, feeds and sitemaps for new documents.`,
    description: message`Lists the pages, feeds and sitemaps that chancery serve asks for new documents, adds and removes them, runs one now.`,
    footer: message`Example: chancery sources add https://example.org/feed.xml --every 120`,
  },
)

const serve = command(
  'serve',
  object({
    verb: constant('serve'),
    port: optional(
      option('--port', integer({ min: 0, max: 65535 }), {
        description: message`Port to listen on; 0 takes any free one. Without it 4680, or the next that is free.`,
      }),
    ),
    host: withDefault(
      option('--host', string({ metavar: 'NAME' }), {
        description: message`Address to listen on. Others than this machine's own let others in, by their accounts.`,
      }),
      '127.0.0.1',
    ),
    accounts: withDefault(
      flag('--accounts', { description: message`Ask for accounts on this machine too.` }),
      false,
    ),
    proxy: optional(
      option('--proxy', string({ metavar: 'NAME' }), {
        description: message`Name the record goes by behind a reverse proxy that speaks TLS and sets X-Forwarded-For; accounts are asked for.`,
      }),
    ),
    trustProxyHeader: optional(
      option('--trust-proxy-header', string({ metavar: 'NAME' }), {
        description: message`Header in which a proxy says who asks; accounts are asked for. Believed from --trust-proxy-from alone.`,
      }),
    ),
    trustProxyFrom: multiple(
      option('--trust-proxy-from', string({ metavar: 'CIDR' }), {
        description: message`Address or range of that proxy; may be given often.`,
      }),
    ),
    oidc: optional(
      option('--oidc', string({ metavar: 'URL' }), {
        description: message`OpenID provider at which people may sign in; its address for this client is https://NAME/login/oidc/back.`,
      }),
    ),
    oidcClient: optional(
      option('--oidc-client', string({ metavar: 'ID' }), {
        description: message`What the provider calls this record. Its secret, where there is one, is CHANCERY_OIDC_SECRET.`,
      }),
    ),
    signOnRole: optional(
      option('--sign-on-role', choice(['reader', 'analyst', 'editor', 'admin']), {
        description: message`Role of whoever comes in by proxy or provider for the first time. Without it only whom an administrator linked to an account comes in.`,
      }),
    ),
    rate: withDefault(
      option('--rate', integer({ min: 1 }), {
        description: message`Requests a client may make a minute, where accounts are asked for.`,
      }),
      1200,
    ),
    log: optional(
      option('--log', choice(['json']), {
        description: message`json: a line for each request on standard error.`,
      }),
    ),
    open: withDefault(flag('--open', { description: message`Open the workbench in the browser.` }), false),
    json,
    database,
  }),
  {
    brief: message`Serve the workbench and the HTTP API.`,
    description: message`Serves the workbench and the HTTP API over the record, until interrupted.`,
    footer: message`Example: chancery serve --open`,
  },
)

const exported = command(
  'export',
  object({
    verb: constant('export'),
    format: optional(
      argument(string({ metavar: 'FORMAT' }), {
        description: message`Format; without it the formats are listed.`,
      }),
    ),
    output: optional(
      option('-o', '--output', string({ metavar: 'FILE' }), {
        description: message`File to write; without it standard output.`,
      }),
    ),
    states: optional(
      option('--states', string({ metavar: 'LIST' }), {
        description: message`Only exchanges that touch these states (CHN,PRK).`,
      }),
    ),
    since: optional(
      option('--since', string({ metavar: 'DATE' }), {
        description: message`Only from this day, month or year.`,
      }),
    ),
    until: optional(
      option('--until', string({ metavar: 'DATE' }), {
        description: message`Only up to this day, month or year.`,
      }),
    ),
    person: optional(
      option('--person', string({ metavar: 'ID' }), { description: message`Only exchanges of this person.` }),
    ),
    asKnownOn,
    json,
    database,
  }),
  {
    brief: message`Write the record in a format that other tools read.`,
    description: message`Writes the record, or a slice of it, in a format that other tools read; says what the format cannot carry.`,
    footer: message`Example: chancery export csv --states CHN,PRK --output chn-prk.csv`,
  },
)

const imported = command(
  'import',
  object({
    verb: constant('import'),
    format: optional(
      argument(string({ metavar: 'FORMAT' }), {
        description: message`Format; without it the formats are listed.`,
      }),
    ),
    path: optional(argument(string({ metavar: 'PATH' }), { description: message`The file.` })),
    map: multiple(
      option('--map', string({ metavar: 'FIELD=COLUMN' }), {
        description: message`For plain tables: which column holds which field.`,
      }),
    ),
    dryRun: withDefault(
      flag('--dry-run', {
        description: message`File nothing; print what would come in and what could not be read.`,
      }),
      false,
    ),
    json,
    database,
  }),
  {
    brief: message`File the rows of other people's data.`,
    description: message`Files the rows of other people's data in the record, each with its source row. The same rows twice are filed once.`,
    footer: message`Example: chancery import csv visits.csv --map visitor=Leader --dry-run`,
  },
)

const brief = command(
  'brief',
  object({
    verb: constant('brief'),
    states: optional(
      option('--states', string({ metavar: 'LIST' }), {
        description: message`States, commas between, or a grouping.`,
      }),
    ),
    person: optional(
      option('--person', string({ metavar: 'NAME' }), { description: message`A person instead.` }),
    ),
    since: optional(
      option('--since', string({ metavar: 'DATE' }), { description: message`From this day, month or year.` }),
    ),
    until: optional(
      option('--until', string({ metavar: 'DATE' }), {
        description: message`Up to this day, month or year.`,
      }),
    ),
    html: withDefault(flag('--html', { description: message`A page instead of Markdown.` }), false),
    output: optional(
      option('-o', '--output', string({ metavar: 'FILE' }), {
        description: message`File to write; without it standard output.`,
      }),
    ),
    asKnownOn,
    rule,
    json,
    database,
  }),
  {
    brief: message`Write a briefing on states, a grouping or a person.`,
    description: message`Writes a dated briefing on states, a grouping or a person with numbered sources; no line without one.`,
    footer: message`Example: chancery brief --states CHN,PRK --since 2024 --output chn-prk.md`,
  },
)

const review = command(
  'review',
  object({
    verb: constant('review'),
    exchange: optional(
      argument(string({ metavar: 'ID' }), {
        description: message`Exchange to decide on; without it what waits is listed.`,
      }),
    ),
    accept: withDefault(flag('--accept', { description: message`It is as it was read.` }), false),
    reject: withDefault(flag('--reject', { description: message`It is not.` }), false),
    corrections: optional(
      option('--corrections', string({ metavar: 'FILE' }), {
        description: message`Apply a correction pack (JSON, JSON Lines, CSV).`,
      }),
    ),
    dryRun: withDefault(
      flag('--dry-run', { description: message`Say what the pack would change; change nothing.` }),
      false,
    ),
    undo: optional(
      option('--undo', string({ metavar: 'LINE' }), {
        description: message`Take back the change with this id in the ledger.`,
      }),
    ),
    reason: optional(option('--reason', string({ metavar: 'WORDS' }), { description: message`Why.` })),
    actor: optional(
      option('--actor', string({ metavar: 'NAME' }), {
        description: message`Who decides; without it your user name.`,
      }),
    ),
    json,
    database,
  }),
  {
    brief: message`See what waits for a person, and decide.`,
    description: message`Lists the exchanges that wait for a person, those that decide most answers first; accepts, rejects, corrects, undoes.`,
    footer: message`Example: chancery review --corrections fixes.csv --dry-run`,
  },
)

const file = argument(string({ metavar: 'FILE' }), { description: message`The backup.` })

const backup = command(
  'backup',
  object({
    verb: constant('backup'),
    file,
    verify: withDefault(
      flag('--verify', {
        description: message`Restore what was written into a record of its own, look it over, and throw that away.`,
      }),
      false,
    ),
    json,
    database,
  }),
  {
    brief: message`Write the whole record to one file.`,
    description: message`Writes the whole record as of one moment to one file: complete, or not there at all. Works while the record is served.`,
    footer: message`Example: chancery backup record.gz --verify`,
  },
)

const restore = command('restore', object({ verb: constant('restore'), file, json, database }), {
  brief: message`Fill an empty record from a backup.`,
  description: message`Fills an empty record, embedded or on a server, from a backup of either.`,
  footer: message`Example: chancery restore record.gz --database new-record`,
})

const mcp = command('mcp', object({ verb: constant('mcp'), json, database }), {
  brief: message`Serve the record to an assistant (MCP, standard input and output).`,
  description: message`Serves the record to an assistant over the Model Context Protocol on standard input and output. Tools read; none writes.`,
})

const doctor = command('doctor', object({ verb: constant('doctor'), json, database }), {
  brief: message`Look the installation and the record over.`,
  description: message`Looks the installation and the record over, says what is wrong and what to do.`,
})

const watch = command('watch', object({ verb: constant('watch'), rest: passThrough({ format: 'greedy' }) }), {
  brief: message`Be told when the answer to a question changes.`,
  description: message`Keeps questions that are asked again after every change of the record, and tells what is new: add QUESTION (its flags, --when CONDITION, --days N, --webhook URL, --name NAME), list, remove ID, run, firings.`,
  usageLine: [
    { type: 'optional', terms: [{ type: 'argument', metavar: 'ADD|LIST|REMOVE|RUN|FIRINGS' }] },
    { type: 'literal', value: ' ...' },
  ],
  footer: message`Example: chancery watch add highest --from CHN --to PRK --since 2019-06-22 --when outranks`,
})

const suggest = command(
  'suggest',
  object({
    verb: constant('suggest'),
    documents: multiple(
      argument(string({ metavar: 'DOCUMENT' }), { description: message`Ids of filed documents.` }),
      { min: 1, errors: { tooFew: message`Name at least one DOCUMENT; see chancery suggest --help.` } },
    ),
    json,
    database,
  }),
  {
    brief: message`Have a language model propose what documents say.`,
    description: message`Has the language model at CHANCERY_MODEL_URL (any OpenAI-compatible endpoint; none by default) read filed documents. Each value must quote them exactly or is dropped; what is new waits for review and counts for nothing until then.`,
    footer: message`Example: CHANCERY_MODEL_URL=http://localhost:11434/v1 CHANCERY_MODEL=qwen3 chancery suggest DOCUMENT`,
  },
)

const token = command(
  'token',
  object({
    verb: constant('token'),
    act: optional(
      argument(string({ metavar: 'ADD|LIST|REVOKE' }), {
        description: message`Without it the tokens are listed.`,
      }),
    ),
    name: optional(
      argument(string({ metavar: 'NAME|ID' }), {
        description: message`Who it is for; or the one to revoke.`,
      }),
    ),
    scope: withDefault(
      option('--scope', choice(['feeds', 'reader', 'analyst', 'editor', 'admin']), {
        description: message`The feeds alone, or the API as somebody of that role.`,
      }),
      'feeds',
    ),
    days: optional(
      option('--days', integer({ min: 1, max: 3650 }), { description: message`How long it lasts.` }),
    ),
    json,
    database,
  }),
  {
    brief: message`Make and revoke tokens that open the feeds or the API.`,
    description: message`Makes, lists and revokes tokens. With one, /feeds/changes.atom, /feeds/firings.atom and /feeds/agenda.ics can be subscribed to by address.`,
    footer: message`Example: chancery token add "calendar on my telephone"`,
  },
)

const account = command(
  'account',
  object({
    verb: constant('account'),
    act: optional(
      argument(choice(['add', 'list', 'remove', 'password', 'link', 'unlink', 'keep']), {
        description: message`Without it the accounts are listed.`,
      }),
    ),
    name: optional(argument(string({ metavar: 'NAME' }), { description: message`Whose account.` })),
    identity: optional(
      argument(string({ metavar: 'IDENTITY|COLLECTIONS' }), {
        description: message`Whom to link: "proxy NAME", or "oidc ISSUER SUBJECT". For keep: collections with commas between, or all.`,
      }),
    ),
    role: withDefault(
      option('--role', choice(['reader', 'analyst', 'editor', 'admin']), {
        description: message`reader reads; analyst files and proposes; editor reviews and imports; admin makes accounts, tokens and backups.`,
      }),
      'reader',
    ),
    json,
    database,
  }),
  {
    brief: message`Accounts of those who may use the record over the network.`,
    description: message`Adds, lists and removes accounts, gives them new passwords, links them to whom a proxy or an OpenID provider vouches for, keeps readers to collections. The password is asked for, or read from standard input.`,
    footer: message`Example: chancery account add ida --role editor`,
  },
)

const audit = command(
  'audit',
  object({
    verb: constant('audit'),
    actor: optional(
      option('--actor', string({ metavar: 'NAME' }), { description: message`Only what NAME did.` }),
    ),
    limit: withDefault(
      option('--limit', integer({ min: 1, max: 1000 }), { description: message`How many lines.` }),
      100,
    ),
    json,
    database,
  }),
  {
    brief: message`What was done over the network, newest first.`,
    description: message`Lists every login and every write that came over the network, newest first. The record lets nobody change or remove a line.`,
  },
)

const work = command(
  'work',
  object({
    verb: constant('work'),
    act: optional(
      argument(choice(['run', 'add', 'list', 'retry']), {
        description: message`Without it: run. add puts documents into the queue; list shows it; retry tries anew what was given up.`,
      }),
    ),
    paths: multiple(argument(string({ metavar: 'PATH|URL' }), { description: message`What to add.` })),
    collection,
    untilEmpty: withDefault(flag('--until-empty', { description: message`End when nothing waits.` }), false),
    json,
    database,
  }),
  {
    brief: message`File documents from the record's queue; run as many as there are cores and machines.`,
    description: message`Takes documents from the queue of the record and files them, until interrupted. Any number of processes may work at once on a PostgreSQL record; each document is filed once, however often one of them dies.`,
    footer: message`Example: chancery work add archive/ && chancery work --until-empty`,
  },
)

const migrate = command(
  'migrate',
  object({
    verb: constant('migrate'),
    citus: withDefault(
      flag('--citus', { description: message`Distribute the tables over the nodes of a Citus cluster.` }),
      false,
    ),
    json,
    database,
  }),
  {
    brief: message`Bring the record's schema up to date, or lay it over many machines.`,
    description: message`Brings the record's schema up to this program's, as every verb does that opens it; with --citus distributes its tables.`,
  },
)

// `or` takes fifteen at most.
export const verbs = or(
  or(read, ingest, sources, ask, watch, token, check, brief),
  or(suggest, serve, review, imported, exported, backup, restore, mcp, doctor),
  or(account, audit, work, migrate),
)

/** Reads the command line. Prints help or a usage error by itself, and ends the process then: 0 for help, 2 for an error. */
export const readArguments = (how: HowRead = {}) =>
  run(verbs, {
    ...how,
    programName: 'chancery',
    brief: message`Reads diplomatic reporting, keeps a sourced and dated record, answers claims made from it.`,
    footer: message`Exit codes: 0 done, 1 failed, 2 wrong usage or input. NO_COLOR is respected.`,
    help: { option: true, command: { hidden: true } },
    version: { value: version, option: true },
    completion: 'command',
    errorExitCode: 2,
    aboveError: 'none',
    showDefault: true,
    termWidth: 'auto',
    usageLine: [{ type: 'literal', value: 'VERB ...' }],
  })

/** Where words come from and messages go; without it those of the process, which ends where there is nothing to run. */
export type HowRead = Pick<NonNullable<Parameters<typeof run>[1]>, 'args' | 'stdout' | 'stderr' | 'onExit'>

export type Given = ReturnType<typeof readArguments>
/** What was given for one verb. */
export type GivenFor<Verb extends Given['verb']> = Extract<Given, { verb: Verb }>
