// Which port is taken when the one asked for, or the usual one, is held by another program.
import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { InputError } from '../errors.ts'
import type { AppContext } from './context.ts'
import { startServer, startServerOnFreePort } from './start.ts'

const host = '127.0.0.1'
const context = {} as AppContext // no request is made
const usualPort = 4680
const holders: Server[] = []

/** Holds `port`; when another program on this machine already does, that serves as well. */
const hold = (port: number): Promise<number> =>
  new Promise((resolve) => {
    const holder = createServer()
    holder.once('error', () => resolve(port))
    holder.listen(port, host, () => {
      holders.push(holder)
      resolve((holder.address() as { port: number }).port)
    })
  })

afterEach(() => {
  for (const holder of holders.splice(0)) holder.close()
})

test('told no port, the next free one after the usual', async () => {
  await hold(usualPort)
  const server = await startServerOnFreePort(context, { host, port: undefined })
  const port = Number(new URL(server.address).port)
  await server.stop()
  expect(port).toBeGreaterThan(usualPort)
  expect(port).toBeLessThanOrEqual(usualPort + 20)
})

test.each([startServer, startServerOnFreePort])(
  'told a port that is taken, an error says so (%o)',
  async (start) => {
    const port = await hold(0)
    await expect(start(context, { host, port })).rejects.toThrow(InputError)
  },
)
