// Quotations and whose words they are, each with the kind of sentence that needed its rule.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { foldWords, isName, quotedRuns, wordCount } from './quotations-runs.ts'
import { makeReader } from './read.ts'

const knowledge = loadKnowledge()
const reader = makeReader({ knowledge, model: null })
const said = (text: string): [string | null, string][] =>
  reader.read({ id: 't', text, genre: 'news' }).statements.map((s) => [s.speaker, s.quote])

function runsOf(text: string): string[] {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }))
  return quotedRuns(text, paragraphs).map((run) => text.slice(run.start, run.end))
}

describe('quoted runs', () => {
  test.each<[string, string[]]>([
    ['She said: "We will come."', ['We will come']],
    ['“We will come,” she said. “You will see.”', ['We will come', 'You will see']],
    ['He said “we call it ‘the long bridge’ at home”.', ['we call it ‘the long bridge’ at home']],
    ['‘There was no plan, written or spoken,’ he told me.', ['There was no plan, written or spoken']],
    ["They said the ministers' plan was 'not worth the ink' today.", ['not worth the ink']],
    ["It isn't the ministers' plan, it's theirs.", []],
    ['It was the summer of the ’90s and the ’80s.', []],
    [
      'He wrote, "The so-called "free" zone is not free. They are all closed." She nodded.',
      ['The so-called "free" zone is not free. They are all closed'],
    ],
    [
      '“The first paragraph goes on.\n\n“The second ends here.”',
      ['The first paragraph goes on.', 'The second ends here'],
    ],
    ['He said "we come and never closed it.', []],
    ['She asked "Will they come to us?" and left.', ['Will they come to us?']],
    ['He lives in the "U.S." he said.', ['U.S.']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(runsOf(text).map((run) => run.replace(/\.$/, ''))).toEqual(
      expected.map((run) => run.replace(/\.$/, '')),
    )
  })
  test('words are counted, folded and told from names', () => {
    expect([wordCount('frank and in-depth'), wordCount('—'), wordCount("don't go")]).toEqual([3, 0, 2])
    expect(foldWords('Unilateralism, and Hegemonism.')).toBe(' unilateralism and hegemonism ')
    expect([isName('Road to the North Initiative'), isName('no trust left')]).toEqual([true, false])
  })
})

describe('speakers', () => {
  test.each<[string, string | null]>([
    ['“We will build the bridge together,” Foreign Minister Amara Okello said.', 'Amara Okello'],
    ['“We will build the bridge together,” said Foreign Minister Amara Okello.', 'Amara Okello'],
    ['Foreign Minister Amara Okello warned of “a very long winter”.', 'Amara Okello'],
    ['According to Foreign Minister Amara Okello, the bridge is “a work of many hands”.', 'Amara Okello'],
    ['Foreign Minister Amara Okello rejected the plan: “It is a map of nowhere.”', 'Amara Okello'],
    [
      'Foreign Minister Amara Okello was quoted as saying that the bridge “is a work of many hands”.',
      'Amara Okello',
    ],
    ['“We will build the bridge together,” a former ambassador said.', null],
    ['The White House said the bridge was “a work of many hands”.', 'White House'],
    ['The bridge is, in the words of a senior official, “a work of many hands”.', null],
  ])('%s', (text, speaker) => {
    expect(said(text)).toHaveLength(1)
    expect(said(text)[0]![0]).toBe(speaker)
  })
  test('both halves of a split quotation have the speaker between them', () => {
    const text =
      '“We stand ready for this,” said Foreign Minister Amara Okello, “to help with whatever we have.”'
    expect(said(text).map(([speaker]) => speaker)).toEqual(['Amara Okello', 'Amara Okello'])
  })
  test('"she added" is whoever spoke before in the paragraph', () => {
    const text =
      '“We stand ready for this,” said Foreign Minister Amara Okello. She added: “There is no time to lose.”'
    expect(said(text).map(([speaker]) => speaker)).toEqual(['Amara Okello', 'Amara Okello'])
  })
  test('state and office come with the speaker', () => {
    const [statement] = reader.read({
      id: 't',
      text: '“We will build the bridge,” Uruguayan Foreign Minister Amara Okello said.',
      genre: 'news',
    }).statements
    expect(statement).toMatchObject({ state: 'URY', direct: true })
  })
})

describe('what is no statement', () => {
  test.each([
    'They called the island their “oldest friend” on Monday.',
    'The envoy attended the “Bridges of the North Initiative” on Monday.',
    'Ties have reached an “unusually high level” of late.',
  ])('%s', (text) => {
    expect(said(text)).toEqual([])
  })
  test('a phrase quoted again is not said anew', () => {
    const text =
      '“We reject walls and ditches of every kind,” Foreign Minister Amara Okello said. The target of the talk of “walls and ditches of every kind” is plain.'
    expect(said(text)).toHaveLength(1)
  })
})

test('topics and set phrases are told by their words', () => {
  const [statement] = reader.read({
    id: 't',
    text: '“Ours is a win-win partnership in trade and counterterrorism,” Foreign Minister Amara Okello said.',
    genre: 'news',
  }).statements
  expect(statement!.phrases).toContain('win-win')
  expect(statement!.topics).toEqual(expect.arrayContaining(['trade', 'terrorism']))
})
