// Who may ask which route. Reads are for readers; a write that is not named here is for administrators alone.
import { AccessError, LoginError } from '../errors.ts'
import type { Role } from '../record/accounts.ts'

/** Who asks. `collections`: what they are kept to beside 'public'; absent or null: the whole record. 'nobody': not signed in. 'proxy': a trusted proxy says so. */
export interface Who {
  name: string
  role: Role | 'nobody'
  collections?: string[] | null
  /** 'local': this machine's own user; nobody has to sign in. */
  how: 'local' | 'session' | 'token' | 'proxy' | 'none'
}

export const nobody: Who = { name: 'nobody', role: 'nobody', how: 'none' }

const rank = { nobody: 0, reader: 1, analyst: 2, editor: 3, admin: 4 }

/** By name of the route. */
const needed: Record<string, Role | 'nobody'> = {
  // Opened by a token in their address, or telling nothing.
  getFeed: 'nobody',
  getWatchFeed: 'nobody',
  getHealth: 'nobody',
  getReadiness: 'nobody',
  listSignOn: 'nobody',
  // Asked with a body, and write nothing.
  checkText: 'reader',
  askAtLength: 'reader',
  readText: 'reader',
  extractText: 'reader',
  findRetrievals: 'reader',
  // File and propose.
  fileDocument: 'analyst',
  fileDocuments: 'analyst',
  uploadDocuments: 'analyst',
  noteUnchanged: 'analyst',
  proposeExchange: 'analyst',
  proposeCorrection: 'analyst',
  suggestFromModel: 'analyst',
  addWatch: 'analyst',
  changeWatch: 'analyst',
  removeWatch: 'analyst',
  runWatches: 'analyst',
  // Decide what the record says.
  addExchange: 'editor',
  reviewExchange: 'editor',
  decideProposal: 'editor',
  decideJudgement: 'editor',
  makeJudgement: 'editor',
  undoChange: 'editor',
  applyCorrections: 'editor',
  importFile: 'editor',
  fileCodedEvents: 'editor',
  addSource: 'editor',
  changeSource: 'editor',
  removeSource: 'editor',
  // Tells of the whole record, down to its size.
  checkRecord: 'editor',
  runSource: 'editor',
  // Keys to the house.
  backupRecord: 'admin',
  listAccounts: 'admin',
  listAudit: 'admin',
  listTokens: 'admin',
  listCollections: 'admin',
}

export const roleFor = ({ name, method }: { name: string; method: string }): Role | 'nobody' =>
  needed[name] ?? (method === 'get' ? 'reader' : 'admin')

/** Throws LoginError for nobody, AccessError for somebody who may not. */
export function requireRole(who: Who, declared: { name: string; method: string }): void {
  const role = roleFor(declared)
  if (rank[who.role] >= rank[role]) return
  if (who.role === 'nobody') throw notSignedIn()
  throw new AccessError(`${who.name} is ${who.role}: this takes ${role}`, 'Ask an administrator.')
}

export const notSignedIn = (): LoginError =>
  new LoginError('Nobody is signed in', 'Sign in at /login, or send a token: Authorization: Bearer …')
