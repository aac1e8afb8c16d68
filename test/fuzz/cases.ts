// What cases are made of: the words of each kind of input, letters that break parsers between them, and one piece again and again.
import fc from 'fast-check'

/** NUL, half a pair, marks of direction and of order, ends of lines of every kind, what a terminal or a template would obey. */
const nasty = fc.constantFrom(
  '\0',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u2066',
  '\u200f',
  '\ufeff',
  '\u2028',
  '\u001b[2J',
  '\r',
  '\n',
  '\t',
  '"',
  "'",
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '\\',
  '%00',
  'é',
  'שלום',
  '李',
  ' ',
)

const pieces = (words: string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...words) },
        { weight: 2, arbitrary: nasty },
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''))

/** The same piece again and again: what makes patterns that try every way slow. */
const repeated = (words: string[]) =>
  fc
    .tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 3000 }), nasty)
    .map(([word, times, end]) => word.repeat(times) + end)

/** Texts of `words`. One in `rare` (0: none) is a piece repeated thousands of times: those are long, and take most of a run's time. */
export const texts = (words: string[], rare = 2) =>
  rare > 0
    ? fc.oneof({ weight: rare - 1, arbitrary: pieces(words) }, { weight: 1, arbitrary: repeated([...words]) })
    : pieces(words)

export const html = [
  '<p>',
  '</p>',
  '<div class="a">',
  '</div>',
  '<script>',
  '</script>',
  '<style>',
  '<table><tr><td>',
  '<a href="javascript:x">',
  '<img src=x onerror=y>',
  '<!doctype html>',
  '<meta charset=utf-16>',
  '<title>',
  '</title>',
  '<time datetime="2024-99-99">',
  '<script type="application/ld+json">{"headline":',
  '&#xd800;',
  '&#0;',
  '&amp',
  '<svg>',
  '<template>',
  '<br',
  '<![CDATA[',
  'The minister arrived. ',
]
export const xml = [
  '<?xml version="1.0"?>',
  '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]>',
  '&c;',
  '<rss><channel>',
  '</channel></rss>',
  '<item>',
  '</item>',
  '<title>',
  '</title>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<entry>',
  '</entry>',
  '<link href="http://a.example/"/>',
  '<urlset>',
  '<url><loc>',
  '</loc></url>',
  '<pubDate>Thu, 99 Foo',
  '<![CDATA[',
  ']]>',
]
export const table = ['a,b\n', '"', ',', ';', '\t', '\r\n', '=1+1', '-3', '@x', '＝1', 'Ola Berg', '""']
export const dates = [
  '2024',
  '-',
  '05',
  '/',
  '..',
  '?',
  '~',
  '%',
  'X',
  'XX',
  '[',
  ']',
  '{',
  '}',
  'Y17E8',
  'S2',
  '2024-05-32',
  '0000',
  '-0001',
  '24',
]
export const prose = [
  'The foreign minister of Elvaria ',
  'Ola Berg ',
  'met ',
  'visited ',
  'her Fennish counterpart ',
  'for the first time since 2019',
  'on 3 May 2024',
  '. ',
  ', ',
  '“',
  '”',
  ' and ',
  '\n\n',
  'said ',
  'No president had ',
  '- ',
  '1.',
  '| ',
  'Mr. ',
]
