// Where the record is: the flag, else the environment, else the user's data folder.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { InputError } from '../errors.ts'

type Environment = Record<string, string | undefined>

/**
 * A folder (embedded record) or a postgres:// URL. `flag` is the value of `--database`.
 * Without flag and CHANCERY_DATABASE: `$XDG_DATA_HOME/chancery/record`, or ~/.local/share in place of an unset XDG_DATA_HOME.
 * Throws InputError for the address of anything else ("mysql://…"): a folder of that name is not what was meant.
 */
// => recordLocation(undefined, { XDG_DATA_HOME: '/data' }) === '/data/chancery/record'
export function recordLocation(flag?: string | null, env: Environment = process.env): string {
  const dataHome = env.XDG_DATA_HOME || join(env.HOME || homedir(), '.local', 'share')
  const location = flag || env.CHANCERY_DATABASE || join(dataHome, 'chancery', 'record')
  const scheme = /^[a-z][a-z\d+.-]*:\/\//i.exec(location)?.[0]
  if (scheme && !isServer(location))
    throw new InputError(
      `a record is no ${scheme} address`,
      'Give --database or CHANCERY_DATABASE a folder or a postgres:// address.',
    )
  return location
}

/** Whether a location names a PostgreSQL server rather than a folder. */
export const isServer = (location: string): boolean => /^postgres(ql)?:\/\//.test(location)
