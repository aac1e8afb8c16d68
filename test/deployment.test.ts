// The files to deploy by, linted: no container engine runs here. What they name is there, nobody runs as root, and every word is known.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const root = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Instructions with their words; lines that go on are joined, comments left out. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, ' ')
  .trim()
  .split('\n')
  .filter(Boolean)
  .map((line) => /^(\S+)\s+(.*)$/.exec(line)!.slice(1) as [string, string])
const after = (name: string) => instructions.filter(([one]) => one === name).map(([, rest]) => rest)

test('the Dockerfile: known instructions, what is copied is there, the last user is not root', () => {
  const known = /^(FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|HEALTHCHECK|ENTRYPOINT|CMD)$/
  for (const [name] of instructions) expect(name).toMatch(known)
  for (const from of after('FROM')) expect(from).toMatch(/^node:\d+-\w+-slim( AS build)?$/)
  const fromBuild = after('COPY').filter((rest) => rest.startsWith('--from=build'))
  for (const path of fromBuild
    .flatMap((rest) => rest.split(' ').slice(1, -1))
    .map((path) => path.replace('/build/', '')))
    expect([path, path === 'dist' || existsSync(join(root, path))]).toEqual([path, true])
  expect(after('USER').at(-1)).toBe('node')
  for (const list of [...after('ENTRYPOINT'), ...after('CMD')])
    expect(Array.isArray(JSON.parse(list))).toBe(true)
})

interface Service {
  image?: string
  build?: string
  user?: string
  privileged?: boolean
  cap_drop?: string[]
  ports?: string[]
  secrets?: (string | { source: string })[]
  depends_on?: Record<string, unknown>
}
test('the compose file: what services name is declared, ours may do little, ports are loopback’s', () => {
  const text = read('compose.yaml')
  const file = parse(text, { merge: true }) as {
    services: Record<string, Service>
    secrets: Record<string, unknown>
  }
  const services = Object.entries(file.services)
  for (const [name, service] of services) {
    for (const secret of service.secrets ?? [])
      expect(Object.keys(file.secrets)).toContain(typeof secret === 'string' ? secret : secret.source)
    for (const other of Object.keys(service.depends_on ?? {}))
      expect(Object.keys(file.services)).toContain(other)
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/)
    expect([name, service.privileged ?? false]).toEqual([name, false])
    if (service.build) expect([name, service.cap_drop]).toEqual([name, ['ALL']])
  }
  for (const [, name] of text.matchAll(/(?:--scale|run --rm -i) (\w+)/g))
    expect(Object.keys(file.services)).toContain(name)
})

const analyze = spawnSync('systemd-analyze', ['--version']).status === 0
test.skipIf(!analyze)('the unit: systemd finds nothing wrong', () => {
  const { status, stderr } = spawnSync(
    'systemd-analyze',
    ['verify', join(root, 'docs/systemd/chancery.service')],
    {
      encoding: 'utf8',
    },
  )
  expect([status, stderr.split('\n').filter((line) => line.includes('chancery'))]).toEqual([0, []])
})
