// An invented world for tests of the questions: six states, twelve officials, one grouping, some thirty exchanges.
import type { BaseExchange, BaseReadout } from '../../src/knowledge/exchanges.ts'
import type { Gazetteer } from '../../src/knowledge/gazetteer.ts'
import { type Knowledge, loadKnowledge } from '../../src/knowledge/knowledge.ts'

const sourced = { confirmed: true, sources: ['https://register.example/world'] }

const state = (id: string, name: string, demonym: string, capital: string, names: string[] = []) => ({
  id,
  name,
  names,
  demonyms: [demonym],
  capital,
  core: true,
  ...sourced,
})
const states = [
  state('ARD', 'Ardania', 'Ardanian', 'Ardan', ['Republic of Ardania']),
  state('BOR', 'Boravia', 'Boravian', 'Boravik'),
  state('CYR', 'Cyrenne', 'Cyrennese', 'Port Cyr', ["People's State of Cyrenne", 'P.S.C.']),
  state('DOL', 'Dolmark', 'Dolmarker', 'Dolm'),
  state('ELV', 'Elvaria', 'Elvarian', 'Elvar'),
  state('FEN', 'Fenland', 'Fennish', 'Fenholm'),
]

const office = (
  id: string,
  title: string,
  level: number,
  more: { national?: number; party?: boolean } = {},
) => ({
  id,
  state: id.slice(0, 3),
  organization: more.party ? 'AUP' : null,
  title,
  titles: [],
  body: null,
  level,
  ranks: more.national ? [{ ladder: 'national', rank: more.national }] : [],
  ...sourced,
})
const offices = [
  office('ARD.president', 'President of the Republic', 1, { national: 1 }),
  office('ARD.council', 'Member of the Party Council', 3, { party: true }),
  office('ARD.speaker', 'Speaker of the Assembly', 3),
  office('ARD.dpm', 'Deputy Prime Minister', 4),
  office('ARD.fm', 'Foreign Minister', 5),
  office('BOR.president', 'President of the Republic', 1),
  office('BOR.fm', 'Foreign Minister', 5),
  office('BOR.defmin', 'Defense Minister', 5),
  office('CYR.president', 'President of the Republic', 1),
  office('CYR.fm', 'Foreign Minister', 5),
  office('DOL.pm', 'Prime Minister', 2),
  office('DOL.fm', 'Foreign Minister', 5),
  office('ELV.pm', 'Prime Minister', 2),
]

const person = (id: string, name: string, aliases: string[] = []) => ({
  id,
  name,
  nativeName: null,
  aliases,
  state: stateOf[id]!,
  ...sourced,
})
const stateOf: Record<string, string> = {
  'ana-brill': 'ARD',
  'bo-tark': 'ARD',
  'cass-uln': 'ARD',
  'dov-marn': 'ARD',
  'edda-voss': 'ARD',
  'finn-orr': 'BOR',
  'gil-pash': 'BOR',
  'hana-sol': 'BOR',
  'ivo-rak': 'CYR',
  'jun-tel': 'CYR',
  'kai-dorn': 'DOL',
  'lia-moor': 'DOL',
  'max-elm': 'ELV',
}
const people = [
  person('ana-brill', 'Ana Brill', ['Anna Bril']),
  person('bo-tark', 'Bo Tark'),
  person('cass-uln', 'Cass Uln'),
  person('dov-marn', 'Dov Marn'),
  person('edda-voss', 'Edda Voss'),
  person('finn-orr', 'Finn Orr'),
  person('gil-pash', 'Gil Pash'),
  person('hana-sol', 'Hana Sol'),
  person('ivo-rak', 'Ivo Rak'),
  person('jun-tel', 'Jun Tel'),
  person('kai-dorn', 'Kai Dorn'),
  person('lia-moor', 'Lia Moor'),
  person('max-elm', 'Max Elm'),
]

const tenure = (
  who: string,
  what: string,
  from: string,
  to: string | null = null,
  more: { order?: number; acting?: boolean } = {},
) => ({
  person: who,
  office: what,
  from,
  to,
  order: more.order ?? null,
  acting: more.acting ?? false,
  confirmedFrom: true,
  confirmedTo: to !== null,
  sources: sourced.sources,
})
const tenures = [
  tenure('ana-brill', 'ARD.president', '2015-01-01'),
  tenure('ana-brill', 'ARD.council', '2014-01-01', null, { order: 1 }),
  tenure('bo-tark', 'ARD.council', '2020-01-01', null, { order: 3 }),
  tenure('bo-tark', 'ARD.speaker', '2021-01-01'),
  tenure('cass-uln', 'ARD.dpm', '2018-01-01'),
  tenure('dov-marn', 'ARD.dpm', '2018-01-01', null, { acting: true }),
  tenure('edda-voss', 'ARD.fm', '2016-01-01'),
  tenure('finn-orr', 'BOR.fm', '2017-01-01'),
  tenure('gil-pash', 'BOR.president', '2014-01-01'),
  tenure('hana-sol', 'BOR.defmin', '2019-01-01'),
  tenure('ivo-rak', 'CYR.president', '2012-01-01'),
  tenure('jun-tel', 'CYR.fm', '2016-01-01'),
  tenure('kai-dorn', 'DOL.pm', '2018-01-01'),
  tenure('lia-moor', 'DOL.fm', '2018-01-01'),
  tenure('max-elm', 'ELV.pm', '2018-01-01'),
]
const homeOffice: Record<string, [id: string, level: number]> = {
  'ana-brill': ['ARD.president', 1],
  'bo-tark': ['ARD.speaker', 3],
  'cass-uln': ['ARD.dpm', 4],
  'dov-marn': ['ARD.dpm', 4],
  'edda-voss': ['ARD.fm', 5],
  'finn-orr': ['BOR.fm', 5],
  'gil-pash': ['BOR.president', 1],
  'hana-sol': ['BOR.defmin', 5],
  'ivo-rak': ['CYR.president', 1],
  'jun-tel': ['CYR.fm', 5],
  'kai-dorn': ['DOL.pm', 2],
  'lia-moor': ['DOL.fm', 5],
  'max-elm': ['ELV.pm', 2],
}

const member = (id: string, role: string, from: string, to: string | null = null) => ({
  organization: 'CANAL',
  state: id,
  role,
  from,
  to,
  ...sourced,
  note: null,
})
const gazetteer: Gazetteer = {
  states,
  offices,
  people,
  tenures,
  places: [],
  organizations: [
    {
      id: 'CANAL',
      name: 'Canal Group',
      names: ['Canal Three'],
      kind: 'minilateral',
      founded: '2018-01-01',
      ...sourced,
    },
    { id: 'AUP', name: 'Ardanian Unity Party', names: ['AUP'], kind: 'party', founded: null, ...sourced },
  ],
  memberships: [
    member('ARD', 'member', '2018-01-01'),
    member('BOR', 'member', '2018-01-01'),
    member('CYR', 'member', '2019-06-01'),
    member('BOR', 'chair', '2022-01-01', '2022-12-31'),
    member('ARD', 'chair', '2023-01-01', '2023-12-31'),
    member('DOL', 'observer', '2020-01-01'),
  ],
}

interface Sketch {
  guests: string[]
  hosts?: string[]
  host: string | null
  kind?: BaseExchange['kind']
  status?: BaseExchange['status']
  occasion?: string
  confirmed?: boolean
  role?: 'participant'
}

/** One row of the base record; the id is its date and first guest. */
function exchange(date: string, sketch: Sketch): BaseExchange {
  const {
    guests,
    hosts = [],
    host,
    kind = 'visit',
    status = 'occurred',
    occasion = null,
    confirmed = true,
    role = 'visitor',
  } = sketch
  const party = (who: string, as: 'visitor' | 'host' | 'participant') => {
    const [id, level] = homeOffice[who]!
    return {
      person: who,
      state: stateOf[who]!,
      organization: null,
      office: id,
      offices: [id],
      level,
      role: as,
    }
  }
  return {
    id: `${date.slice(0, 10).replace('/', '')}-${kind}-${guests[0]}`,
    kind,
    grade: null,
    status,
    date,
    place: host ? states.find((s) => s.id === host)!.capital : null,
    host,
    occasion,
    participants: [
      ...guests.map((who) => party(who, role)),
      ...hosts.map((who) => party(who, role === 'participant' ? 'participant' : 'host')),
    ],
    note: null,
    sources: confirmed ? [`https://news.example/${date.replace('/', '-')}-${guests[0]}`] : [],
    confirmed,
    basis: confirmed ? 'report' : null,
    origin: confirmed ? 'hand:world' : 'hand:memory',
  }
}

export const exchanges: BaseExchange[] = [
  // Ardania → Cyrenne
  exchange('2019-05-10/2019-05-12', { guests: ['ana-brill'], hosts: ['ivo-rak'], host: 'CYR' }),
  exchange('2019-05-11', { guests: ['ana-brill'], hosts: ['ivo-rak'], host: 'CYR', kind: 'meeting' }),
  exchange('2019-09-02', { guests: ['edda-voss'], hosts: ['jun-tel'], host: 'CYR' }),
  exchange('2021-06~', { guests: ['ana-brill'], hosts: ['ivo-rak'], host: 'CYR', confirmed: false }),
  exchange('2022-03-05/2022-03-07', { guests: ['cass-uln'], hosts: ['jun-tel'], host: 'CYR' }),
  exchange('2022-09', { guests: ['dov-marn'], hosts: ['jun-tel'], host: 'CYR' }),
  exchange('2023-04-11/2023-04-13', { guests: ['bo-tark'], hosts: ['ivo-rak'], host: 'CYR' }),
  // Boravia → Cyrenne, and back
  exchange('2020-02-01', { guests: ['finn-orr'], hosts: ['jun-tel'], host: 'CYR' }),
  exchange('2021-03-04', { guests: ['finn-orr'], hosts: ['jun-tel'], host: 'CYR' }),
  exchange('2022-05-06/2022-05-07', { guests: ['finn-orr'], hosts: ['jun-tel'], host: 'CYR' }),
  exchange('2022-07-01', { guests: ['hana-sol'], hosts: ['ivo-rak'], host: 'CYR' }),
  exchange('2022-11-20', { guests: ['finn-orr'], hosts: ['jun-tel'], host: 'CYR' }),
  exchange('2022-12-01', { guests: ['ivo-rak'], hosts: ['gil-pash'], host: 'BOR' }),
  exchange('2023-01-15/2023-01-16', { guests: ['gil-pash'], hosts: ['ivo-rak'], host: 'CYR' }),
  exchange('2023-02-01', {
    guests: ['jun-tel'],
    hosts: ['finn-orr'],
    host: null,
    kind: 'call',
    role: 'participant',
  }),
  // Guests in Ardania: who is received by the president?
  exchange('2018-02-02', { guests: ['lia-moor'], hosts: ['edda-voss'], host: 'ARD' }),
  exchange('2018-06-06', { guests: ['jun-tel'], hosts: ['edda-voss'], host: 'ARD' }),
  exchange('2019-03-03', { guests: ['jun-tel'], hosts: ['edda-voss'], host: 'ARD' }),
  exchange('2020-10-10', { guests: ['finn-orr'], hosts: ['edda-voss'], host: 'ARD' }),
  exchange('2021-05-05', { guests: ['lia-moor'], hosts: ['edda-voss'], host: 'ARD' }),
  exchange('2022-02-02', { guests: ['jun-tel'], hosts: ['edda-voss'], host: 'ARD' }),
  exchange('2022-08-08', { guests: ['lia-moor'], hosts: ['edda-voss'], host: 'ARD' }),
  exchange('2022-10-10', { guests: ['lia-moor'], hosts: ['edda-voss'], host: 'ARD' }),
  exchange('2023-04-08/2023-04-09', { guests: ['finn-orr'], hosts: ['edda-voss'], host: 'ARD' }),
  exchange('2023-04-09', { guests: ['finn-orr'], hosts: ['ana-brill'], host: 'ARD', kind: 'meeting' }),
  // Dolmark and Elvaria
  exchange('2023-04-11', { guests: ['max-elm'], hosts: ['kai-dorn'], host: 'DOL' }),
  exchange('2022-03', { guests: ['kai-dorn'], hosts: ['max-elm'], host: 'ELV' }),
  exchange('2021-01-20', { guests: ['max-elm'], hosts: ['kai-dorn'], host: 'DOL' }),
  // The Canal Group as a whole, with a deputy
  exchange('2022-06-10', {
    guests: ['ana-brill', 'jun-tel'],
    hosts: ['gil-pash'],
    host: 'BOR',
    kind: 'summit',
    occasion: 'Canal Group summit',
    role: 'participant',
  }),
  // Ahead
  exchange('2031-01-10', { guests: ['gil-pash'], hosts: ['ivo-rak'], host: 'CYR', status: 'announced' }),
]

const readouts: BaseReadout[] = [
  {
    exchange: '2023-04-09-meeting-finn-orr',
    missingSides: [],
    note: null,
    sides: [
      {
        state: 'ARD',
        url: 'https://mfa.ard.example/1',
        official: true,
        publisher: 'Ministry of Foreign Affairs of Ardania',
        topics: ['canal tolls', 'year of friendship'],
      },
      {
        state: 'BOR',
        url: 'https://mfa.bor.example/9',
        official: true,
        publisher: 'Boravian Foreign Ministry',
        topics: ['canal tolls', 'northern straits'],
      },
    ],
  },
  {
    exchange: '2019-05-11-meeting-ana-brill',
    missingSides: ['CYR'],
    note: null,
    sides: [
      {
        state: 'ARD',
        url: 'https://mfa.ard.example/2',
        official: true,
        publisher: 'Ministry of Foreign Affairs of Ardania',
        topics: ['fishing'],
      },
    ],
  },
]

/** The packs of the invented world, with the real lexicon, codebook and counting rules. */
export function inventWorld(): Knowledge {
  const occurrences = [
    {
      id: 'cyr-closure',
      name: 'Cyrennese border closure',
      names: ['shut borders', 'closed borders'],
      states: ['CYR'],
      date: '2020-03',
      confirmed: true,
      sources: sourced.sources,
      note: null,
    },
  ]
  return { ...loadKnowledge(), gazetteer, occurrences, baseRecord: () => ({ exchanges, readouts }) }
}
