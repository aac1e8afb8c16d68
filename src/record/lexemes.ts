// Words for full-text search where PostgreSQL's parser sees one: Chinese, Japanese and Korean, cut by Intl.Segmenter.

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu

const segmenters = new Map<string, Intl.Segmenter>()
function segmenter(locale: string): Intl.Segmenter {
  const made = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, made)
  return made
}

const localeOf = (run: string): string =>
  /\p{Script=Hangul}/u.test(run) ? 'ko' : /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run) ? 'ja' : 'zh'

/** Words of the East Asian runs of a text with spaces between; '' when it has none. */
// => cutWords('visit 习近平主席 today') === '习近平 主席'
export function cutWords(text: string): string {
  const words = [...text.matchAll(eastAsian)].flatMap(([run]) =>
    [...segmenter(localeOf(run)).segment(run)].filter((s) => s.isWordLike).map((s) => s.segment),
  )
  return words.join(' ')
}
