// Passwords as they are kept: scrypt with a salt of their own, its costs beside it so that they can grow.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

// 32 MB and some 100 ms a guess.
const costs = { N: 2 ** 15, r: 8, p: 1 }
const length = 32

/** "scrypt$32768$8$1$salt$hash". */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const made = await derive(password, salt, costs)
  return ['scrypt', costs.N, costs.r, costs.p, salt.toString('base64url'), made.toString('base64url')].join(
    '$',
  )
}

/** Whether `kept` was made of `password`. null, where there is nobody of that name, takes as long and is false. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt, hash] = (kept ?? nobody).split('$') as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const wanted = Buffer.from(hash, 'base64url')
  const made = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return timingSafeEqual(made, wanted) && kept !== null
}

const nobody = `scrypt$${costs.N}$${costs.r}$${costs.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Letters typed in two ways are the same password. */
const derive = (password: string, salt: Uint8Array, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFC'), salt, length, { ...options, maxmem: 256 * 2 ** 20 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
