// Popolo: people, organizations, posts and memberships (tenures), as one JSON document; exchanges as Popolo events.
import { InputError } from '../errors.ts'
import { readDay } from './edtfday.ts'
import { collect, type ExportFormat, printJson } from './format.ts'
import { type ImportFormat, startImport } from './imported.ts'
import { parseJson } from './jsonrows.ts'
import { stateFinder } from './polities.ts'

export const popolo: ExportFormat = {
  name: 'popolo',
  title: 'Popolo JSON (people, organizations, posts, memberships, events)',
  extension: 'popolo.json',
  mediaType: 'application/json',
  loses: [
    'level and rank',
    'status of an exchange (kept in `classification`)',
    'uncertain dates',
    'the words of the evidence',
  ],
  async *write(slice) {
    const references = await slice.references()
    const link = (url: string) => ({ url })
    yield printJson({
      persons: references.people.map((p) => ({
        id: p.id,
        name: p.name,
        other_names: [p.nativeName, ...p.aliases].filter((name) => name !== null).map((name) => ({ name })),
        national_identity: p.state,
      })),
      organizations: [
        ...references.states.map((s) => ({ id: s.id, name: s.name, classification: 'state' })),
        ...references.organizations.map((o) => ({ id: o.id, name: o.name, classification: o.kind })),
      ],
      posts: references.offices.map((o) => ({
        id: o.id,
        label: o.title,
        organization_id: o.organization ?? o.state,
      })),
      memberships: references.tenures.map((t) => ({
        id: t.id,
        person_id: t.person,
        post_id: t.office,
        start_date: t.from?.replace('~', '') ?? null,
        end_date: t.to?.replace('~', '') ?? null,
        sources: t.sources.map(link),
      })),
      events: (await collect(slice.exchanges())).map((x) => ({
        id: x.id,
        name: x.participants
          .map((p) => p.name ?? p.office ?? p.organization)
          .filter(Boolean)
          .join(', '),
        classification: `${x.kind} (${x.status}${x.confirmed ? '' : ', unconfirmed'})`,
        start_date: x.earliest,
        end_date: x.latest,
        location: x.place,
        attendees: x.participants.flatMap((p) => (p.person ? [{ id: p.person, name: p.name }] : [])),
        sources: x.sources.flatMap((s) => (s.url ? [link(s.url)] : [])),
      })),
    })
  },
}

interface Popolo {
  persons?: { id: string; name: string; national_identity?: string | null }[]
  posts?: { id: string; label?: string; organization_id?: string | null }[]
  organizations?: { id: string; name: string; classification?: string }[]
  memberships?: {
    id?: string
    person_id?: string
    post_id?: string
    organization_id?: string
    role?: string
    start_date?: string | null
    end_date?: string | null
    sources?: { url: string }[]
  }[]
}

export const popoloImport: ImportFormat = {
  name: 'popolo',
  title: 'Popolo JSON: people and their memberships',
  read(text, { states }) {
    const popolo = parseJson(text) as Popolo | null
    if (!popolo?.persons || !popolo.memberships)
      throw new InputError(
        'The file is no Popolo document: it has no persons and memberships.',
        'Give one JSON object with both.',
      )
    const [result, state] = [startImport(), stateFinder(states)]
    const people = new Map(popolo.persons.map((p) => [p.id, p]))
    const posts = new Map((popolo.posts ?? []).map((p) => [p.id, p]))
    const organizations = new Map((popolo.organizations ?? []).map((o) => [o.id, o]))
    for (const [i, m] of popolo.memberships.entries()) {
      result.rows++
      const [person, post] = [people.get(m.person_id ?? ''), posts.get(m.post_id ?? '')]
      const body = organizations.get(m.organization_id ?? post?.organization_id ?? '')
      const office = post?.label ?? m.role ?? body?.name
      if (!person || !office) {
        result.fail(i + 1, 'a membership without a person, or without post, role and organization')
        continue
      }
      result.tenures.push({
        row: i + 1,
        id: m.id ?? null,
        person: person.name,
        personState: state(person.national_identity),
        office,
        officeState: state(post?.organization_id) ?? state(body?.name),
        organization: body?.name ?? null,
        from: readDay(m.start_date),
        to: readDay(m.end_date),
        acting: /\bacting\b/i.test(office),
        level: null,
        sources: (m.sources ?? []).map((s) => s.url),
        source: { ...m },
      })
    }
    return result
  },
}
