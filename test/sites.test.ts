// The pack of publishers' sites: addresses of the usual shapes (their numbers are made up).
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packFolder } from '../src/knowledge/knowledge.ts'
import { loadSites } from '../src/knowledge/sites.ts'
import { toldByAddress } from '../src/sources/site.ts'

const sites = loadSites(join(packFolder, 'publishers'))

test.each<[string, string | null, string | null, string | null, string | null]>([
  [
    'https://www.fmprc.gov.cn/eng/xw/fyrbt/lxjzh/203105/t20310504_11.html',
    'CHN',
    'press-briefing',
    '2031-05-04',
    'en',
  ],
  ['https://www.mfa.gov.cn/eng/wjbzhd/203105/t20310504_11.html', 'CHN', 'readout', '2031-05-04', 'en'],
  ['https://www.mfa.gov.cn/web/wjdt_674879/203105/t20310504_11.shtml', 'CHN', null, '2031-05-04', 'zh'],
  ['https://mid.ru/en/foreign_policy/news/99/', 'RUS', null, null, 'en'],
  ['http://en.kremlin.ru/events/president/news/99', 'RUS', null, null, null],
  ['https://www.mofa.go.jp/press/kaiken/kaiken1e_99.html', 'JPN', 'press-briefing', null, 'en'],
  ['https://www.mofa.go.jp/mofaj/press/kaiken/x.html', 'JPN', 'press-briefing', null, 'ja'],
  ['https://www.mofa.go.kr/eng/brd/m_5676/view.do?seq=99', 'KOR', null, null, 'en'],
  ['http://www.kcna.co.jp/item/2031/203105/news04/20310504-01ee.html', 'PRK', null, '2031-05-04', 'en'],
  ['https://www.state.gov/secretary-xs-call-with-the-foreign-minister-of-y/', 'USA', 'readout', null, 'en'],
  ['https://www.state.gov/secretary-xs-travel-to-y/', 'USA', 'announcement', null, 'en'],
  ['https://www.state.gov/briefings/department-press-briefing-may-4/', 'USA', 'press-briefing', null, 'en'],
  [
    'https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2031/05/04/readout-of-x/',
    'USA',
    'readout',
    '2031-05-04',
    'en',
  ],
  [
    'https://www.mea.gov.in/bilateral-documents.htm?dtl/99/India_x_Joint_Statement',
    'IND',
    'communique',
    null,
    'en',
  ],
  ['https://www.mea.gov.in/Speeches-Statements.htm?dtl/99/x', 'IND', 'speech', null, 'en'],
  ['https://www.gov.uk/government/speeches/x', 'GBR', 'speech', null, 'en'],
  [
    'https://www.consilium.europa.eu/en/press/press-releases/2031/05/04/x-joint-statement/',
    'EUE',
    'communique',
    '2031-05-04',
    'en',
  ],
  [
    'https://www.un.org/sg/en/content/sg/readout/2031-05-04/readout-of-x',
    null,
    'readout',
    '2031-05-04',
    'en',
  ],
  ['https://asean.org/joint-statement-of-x/', null, 'communique', null, 'en'],
])('%s', (url, side, genre, publishedOn, language) => {
  expect(toldByAddress(url, sites)).toMatchObject({ side, genre, publishedOn, language })
})
test('no host is in two sites', () => {
  const hosts = sites.flatMap((site) => site.hosts)
  expect(hosts).toEqual([...new Set(hosts)])
})
