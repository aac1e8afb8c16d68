import { describe, expect, test } from 'vitest'
import { joinLines } from './lines.ts'

const mail = `Foreign Minister Ana Ruiz of Arvania flew to Belmora on Monday, where
Prime Minister Oto Lind received her at the airport. She was to see the
Belmoran head of state on the next day, and both sides spoke of the old
Road of Salt that joins the two capitals. It was her first such journey
abroad.

Lind said that he was glad.
`

describe('joinLines', () => {
  test.each([
    [
      'a line that breaks off before a small letter',
      'Ana Ruiz, who came on Friday, will be the\nhighest guest since 2019.',
      1,
    ],
    [
      'the same with the breaks of another system',
      'Ana Ruiz, who came on Friday, will be the  \r\nhighest guest since 2019.',
      1,
    ],
    ['a text cut by width, also before a name', mail, 4],
    [
      'a headline over the text',
      'Ruiz goes to Belmora\nForeign Minister Ana Ruiz flew to Belmora on Monday.',
      0,
    ],
    [
      'a paragraph a line',
      'Foreign Minister Ana Ruiz flew to Belmora on Monday.\nShe left again on Tuesday after talks with Lind.',
      0,
    ],
    [
      'a list in small letters',
      'The two sides signed three agreements, namely these:\non roads;\non salt;\non fish.',
      0,
    ],
    [
      'entries with dashes',
      'The foreign minister of Arvania travelled to these places\n- belmora on Monday\n- tarn on Friday',
      0,
    ],
    ['a table', 'Ruiz, Ana, foreign minister of the Republic of Arvania\tMonday\nlind\tTuesday', 0],
    ['short lines', 'on Monday\nin Belmora\nwith salt', 0],
    ['nothing', '', 0],
  ])('%s', (_, text, joined) => {
    const found = joinLines(text)
    expect(found).toHaveLength(text.length)
    expect(text.split('\n').length - found.split('\n').length).toBe(joined)
    expect(found.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })

  test('a long text is no slower for each of its characters', () => {
    const time = (text: string): number => {
      const start = performance.now()
      joinLines(text)
      return performance.now() - start
    }
    const spaces = ' '.repeat(100_000)
    time(mail.repeat(100))
    expect(time(`a${spaces}\n${spaces}`.repeat(4))).toBeLessThan(2000)
    expect(time(mail.repeat(4000))).toBeLessThan(2000)
  })
})
