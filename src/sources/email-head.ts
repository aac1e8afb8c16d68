// How an e-mail is known by its first lines.

/** Whether text starts with the head of an e-mail: several header lines, one of them a mail system's own. */
export function isEmailHead(text: string): boolean {
  const head = text.slice(0, 8000).split(/\r?\n\r?\n/)[0]!
  const names = [...head.matchAll(/^([\w-]{2,40}):[ \t]/gm)].map((m) => m[1]!.toLowerCase())
  return (
    /^[\w-]{2,40}:[ \t]/.test(text) &&
    names.length >= 3 &&
    names.includes('from') &&
    names.some((name) => ['message-id', 'mime-version', 'received'].includes(name))
  )
}
