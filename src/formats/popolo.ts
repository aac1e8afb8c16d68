// Popolo: people, organizations, posts and memberships (tenures), as one JSON document; exchanges as Popolo events.
import { collect, type ExportFormat, printJson } from './format.ts'

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
