// Pages: prose, title, day, publisher; and pages that mean harm.
import { describe, expect, test } from 'vitest'
import { readPage } from './html.ts'

const filler =
  'The two sides went over trade, fisheries and the ferry line at length, and agreed to meet again in the autumn. '.repeat(
    4,
  )
const page = `<!doctype html><html><head><title>Envoy calls on minister | Gazette</title>
<meta property="og:title" content="Envoy calls on minister">
<meta property="og:site_name" content="The Harbour Gazette">
<meta property="article:published_time" content="2021-05-04T22:10:00+09:00">
<link rel="canonical" href="https://gazette.example/envoy">
<script>document.write('<p>never</p>')</script></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Envoy calls on minister</h1><p>The envoy of Ruritania called on the&nbsp;minister on   Monday.<br>They spoke for an hour.</p>
<p>${filler}</p><ul><li>First point.</li><li>Second point.</li></ul><p>${filler}</p></article>
<footer>Cookies &amp; terms</footer></body></html>`

describe('readPage', () => {
  const read = readPage(page)
  test('prose in paragraphs, without furniture', () => {
    expect(read.text).toContain(
      'The envoy of Ruritania called on the minister on Monday.\nThey spoke for an hour.\n\nThe two sides',
    )
    expect(read.text).toContain('First point.\n\nSecond point.')
    expect(read.text).not.toMatch(/never|Home|Cookies/)
  })
  test('metadata', () => {
    expect(read).toMatchObject({
      title: 'Envoy calls on minister',
      publishedOn: '2021-05-04',
      publisher: 'The Harbour Gazette',
      url: 'https://gazette.example/envoy',
    })
  })
  test.each<[string, string, string | null]>([
    ['meta date', '<meta name="DC.date.issued" content="2020-01-31"><p>x', '2020-01-31'],
    [
      'schema.org',
      '<script type="application/ld+json">{"@graph":[{"datePublished":"2019-06-01T10:00Z"}]}</script><p>x',
      '2019-06-01',
    ],
    ['broken schema.org', '<script type="application/ld+json">{"datePublished":</script><p>x', null],
    ['time element', '<main><time datetime="2018-09-09">9 Sept</time><p>x</main>', '2018-09-09'],
    ['impossible day', '<meta name="date" content="2023-02-30"><p>x', null],
  ])('day by %s', (_, html, day) => {
    expect(readPage(html).publishedOn).toBe(day)
  })
  test.each([
    '<html><title>T</title><body><p>Hello.</p></body></html>',
    '<html><p>Hello.</p></html>',
    '<title>T</title><p>Hello.</p>',
    '<html><head><title>T</title></head><p>Hello.</p>',
    '<!DOCTYPE html><title>T</title>Hello.',
  ])('tags left out, as HTML allows: %s', (html) => {
    expect(readPage(html).text).toBe('Hello.')
  })
  test('a fragment and an empty page', () => {
    expect(readPage('<p>One.</p><p>Two.</p>').text).toBe('One.\n\nTwo.')
    expect(readPage('')).toEqual({ text: '', title: null, publishedOn: null, publisher: null, url: null })
  })
})

describe('hostile pages end in text or in a SourceError', () => {
  /** The page read, whatever comes of it, in ms of this process: the quickest of three. */
  const time = (html: string): number => {
    const runs = [0, 1, 2].map(() => {
      const begun = process.cpuUsage().user
      try {
        expect(readPage(html).text.length).toBeLessThan(html.length + 100)
      } catch (error) {
        expect((error as Error).name).toBe('SourceError')
      }
      return (process.cpuUsage().user - begun) / 1000
    })
    return Math.max(0.05, Math.min(...runs))
  }
  test.each<[string, string]>([
    [
      'entity bomb',
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${'&a;'.repeat(10)}">`).join('')}]><p>&a8;</p>`,
    ],
    ['NUL and lone surrogate', '<p>a\0b\ud800c</p>'],
  ])('%s takes no longer than a plain page of a thousand paragraphs', (_, html) => {
    time(html)
    expect(time(html)).toBeLessThan(time('<p>word word word</p>'.repeat(1_000)))
  })
  // eight times the length: linear is 8, quadratic 64
  test.each<[string, number, (size: number) => string]>([
    ['nesting', 125_000, (size) => `${'<div>'.repeat(size)}word`],
    ['allowed nesting', 230, (size) => `${'<div>'.repeat(size)}word`],
    ['unclosed quotes', 20_000, (size) => `<a href="${'<a href='.repeat(size)}`],
    ['many attributes', 6_000, (size) => `<p ${'a=b '.repeat(size)}>word</p>`],
  ])('%s: time grows with length, not faster', (_, size, make) => {
    time(make(size))
    expect(time(make(8 * size)) / time(make(size))).toBeLessThan(32)
  })
})
