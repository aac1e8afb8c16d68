// What `chancery --help` prints, kept as text so that it need not wait for the parser; written by GOLDEN=update npx vitest run src/cli/help.test.ts.
export const help = `Reads diplomatic reporting, keeps a sourced and dated record, answers claims made from it.
Usage: chancery VERB ...

  read        Read documents and print what they say; no record is opened.
  ingest      Read documents and file what they say in the record.
  sources     Watch pages, feeds and sitemaps for new documents.
  ask         Ask the record one of its questions.
  watch       Be told when the answer to a question changes.
  token       Make and revoke tokens that open the feeds or the API.
  check       Check every claim of a text against the record.
  brief       Write a briefing on states, a grouping or a person.
  suggest     Have a language model propose what documents say.
  serve       Serve the workbench and the HTTP API.
  review      See what waits for a person, and decide.
  import      File the rows of other people's data.
  export      Write the record in a format that other tools read.
  backup      Write the whole record to one file.
  restore     Fill an empty record from a backup.
  mcp         Serve the record to an assistant (MCP, standard input and output).
  doctor      Look the installation and the record over.
  account     Accounts of those who may use the record over the network.
  audit       What was done over the network, newest first.
  work        File documents from the record's queue; run as many as there are cores and machines.
  migrate     Bring the record's schema up to date, or lay it over many machines.
  completion  Generate shell completion script or provide completions.
  --help      Show help information.
  --version   Show version information.

Exit codes: 0 done, 1 failed, 2 wrong usage or input. NO_COLOR is respected.`
