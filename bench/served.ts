// `chancery serve` as a process of its own, for benchmarks that ask it over HTTP.
import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** Starts it over the record at `location`, on a free port. Stop it with `server.kill('SIGTERM')`. */
export async function serveRecord(location: string): Promise<{ server: ChildProcess; address: string }> {
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'serve', '--json']
  const server = spawn(process.execPath, args, {
    cwd: resolve(import.meta.dirname, '..'),
    env: { ...process.env, CHANCERY_DATABASE: location },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((give, fail) => {
    server.once('exit', () => fail(new Error('The server stopped.')))
    server.stdout!.on('data', (line) => give((JSON.parse(String(line)) as { address: string }).address))
  })
  return { server, address }
}
