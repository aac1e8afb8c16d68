// Every package that comes with ours has a licence of the list; a new kind of licence is somebody's decision. Offline, from node_modules.
import { readFileSync } from 'node:fs'

const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Zlib',
  'MPL-2.0',
  'CC-BY-4.0',
])
/** "MIT OR GPL-3.0": one that is allowed is enough; "MIT AND ISC": all. */
const isAllowed = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(/ OR /i)
    .some((one) => one.split(/ AND /i).every((part) => allowed.has(part.trim())))

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const installed = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'))
const licenceOf = (path, { license }) => {
  if (license) return license
  try {
    const told = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'))
    return told.license?.type ?? told.license ?? told.licenses?.map(({ type }) => type).join(' OR ') ?? null
  } catch {
    return null
  }
}
const wrong = installed.flatMap(([path, one]) => {
  const licence = licenceOf(path, one)
  return licence && isAllowed(licence)
    ? []
    : [`${path.replace('node_modules/', '')} ${one.version}: ${licence ?? 'no licence told'}`]
})
console.log(`${installed.length} packages, ${wrong.length} with a licence that is not on the list`)
for (const line of wrong) console.error(line)
if (wrong.length > 0) process.exitCode = 1
