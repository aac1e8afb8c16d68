// Where the record is: the flag, else the environment, else the user's data folder.
import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Record<string, string | undefined>

/**
 * A folder (embedded record) or a postgres:// URL. `flag` is the value of `--database`.
 * Without flag and CHANCERY_DATABASE: `$XDG_DATA_HOME/chancery/record`, or ~/.local/share in place of an unset XDG_DATA_HOME.
 */
// => recordLocation(undefined, { XDG_DATA_HOME: '/data' }) === '/data/chancery/record'
export function recordLocation(flag?: string | null, env: Environment = process.env): string {
  const dataHome = env.XDG_DATA_HOME || join(env.HOME || homedir(), '.local', 'share')
  return flag || env.CHANCERY_DATABASE || join(dataHome, 'chancery', 'record')
}

/** Whether a location names a PostgreSQL server rather than a folder. */
export const isServer = (location: string): boolean => /^postgres(ql)?:\/\//.test(location)
