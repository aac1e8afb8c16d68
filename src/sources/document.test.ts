// Documents from bytes, files, folders and indexes.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readIndex } from './catalogue.ts'
import { documentFromBytes, maxTextLength } from './document.ts'
import { documentsFromPaths } from './folder.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A PDF of one page, written by hand: `lines` 14 points apart, an empty one opens a paragraph. */
function pdfOf(lines: string[]): Uint8Array {
  const show = lines.map((line) => (line ? `(${line}) Tj T*` : 'T*')).join('\n')
  const stream = `BT /F1 12 Tf 14 TL 72 720 Td\n${show}\nET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Title(Note on the visit)>>',
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return utf8(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Info 6 0 R/Size 7>>\n%%EOF`)
}

describe('documentFromBytes', () => {
  test('plain text is kept to the unit, line ends too', async () => {
    const text = 'First line.\r\nSecond line – “quoted”.\n'
    expect(await documentFromBytes(utf8(text), { name: 'a/b/0042.txt' })).toMatchObject({
      id: '0042',
      text,
      title: null,
      mediaType: 'text/plain',
    })
  })
  test('PDF lines join to paragraphs', async () => {
    const pdf = pdfOf([
      'The minister met the ambas-',
      'sador on Monday',
      'in the old town.',
      '',
      'They signed nothing.',
      'Talks go on.',
    ])
    const document = await documentFromBytes(pdf, { name: 'note.pdf' })
    expect(document).toMatchObject({
      mediaType: 'application/pdf',
      title: 'Note on the visit',
      charset: null,
    })
    expect(document.text).toBe(
      'The minister met the ambassador on Monday in the old town.\n\nThey signed nothing. Talks go on.',
    )
    expect(document.bytes.length).toBe(pdf.length)
  })
  test('Markdown loses its marks; front matter speaks', async () => {
    const markdown =
      '---\ntitle: Envoy arrives\ndate: 2022-03-04\n---\n# Heading\n\nThe **envoy** met [the minister](http://x.example/).\n\n- one\n'
    expect(await documentFromBytes(utf8(markdown), { name: 'x.md' })).toMatchObject({
      title: 'Envoy arrives',
      publishedOn: '2022-03-04',
      text: 'Heading\n\nThe envoy met the minister.\n\none',
    })
  })
  test('HTML by its first bytes, whatever the name', async () => {
    expect(await documentFromBytes(utf8('<!DOCTYPE html><p>Hello.</p>'), { name: 'x' })).toMatchObject({
      mediaType: 'text/html',
      text: 'Hello.',
    })
  })
  test('empty bytes are an empty document', async () => {
    expect(await documentFromBytes(new Uint8Array(0), { name: 'empty.txt' })).toMatchObject({ text: '' })
  })
  test.each<[string, Uint8Array, string, RegExp]>([
    ['binary', Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 256), 'x.txt', /not text/],
    ['too long', new Uint8Array(maxTextLength + 1).fill(97), 'x.txt', /5,000,001 characters/],
    ['broken PDF', utf8('%PDF-1.7 nothing more'), 'x.pdf', /PDF cannot be read/],
    ['feed', utf8('<?xml version="1.0"?><rss version="2.0"></rss>'), 'x.xml', /feed/],
  ])('%s is a SourceError', async (_, bytes, name, message) => {
    await expect(documentFromBytes(bytes, { name })).rejects.toThrow(message)
    await expect(documentFromBytes(bytes, { name })).rejects.toMatchObject({ name: 'SourceError' })
  })
})

describe('folders', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chancery-sources-'))
    await mkdir(join(folder, 'more'))
    await mkdir(join(folder, 'own'))
    const files: [string, string | Uint8Array][] = [
      ['b.txt', 'B.'],
      ['a.txt', 'A.'],
      ['bad.txt', Uint8Array.from({ length: 200 }, () => 1)],
      ['a.json', '{}'],
      ['.hidden.txt', 'x'],
      ['more/c.md', 'C.'],
      ['own/d.txt', 'D.'],
      ['own/index.jsonl', '{"id":"d","published":"2021-05-04"}\n'],
      [
        'index.jsonl',
        '{"id":"a","published":"2024-04-10","genre":"joint-statement"}\n\n{"id":"b","publishedOn":"2020-02-29","title":"Bee"}\n',
      ],
      ['wrong.jsonl', '{"id":"a","published":"2023-02-30"}\n'],
    ]
    for (const [name, content] of files) await writeFile(join(folder, name), content)
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('all documents in order, with their index; a bad one is told and passed over', async () => {
    const index = await readIndex(join(folder, 'index.jsonl'))
    const seen: unknown[] = []
    for await (const outcome of documentsFromPaths([folder, join(folder, 'missing')], index)) {
      seen.push(
        'document' in outcome
          ? [
              outcome.document.id,
              outcome.document.publishedOn,
              outcome.document.genre,
              outcome.document.title,
            ]
          : outcome.error.name,
      )
    }
    expect(seen).toEqual([
      ['a', '2024-04-10', 'communique', null],
      ['b', '2020-02-29', null, 'Bee'],
      'SourceError',
      ['c', null, null, null],
      ['d', null, null, null],
      'InputError',
    ])
  })
  test('the folder’s own index counts where none is given; a broken one is told', async () => {
    const seen = async (): Promise<unknown[]> => {
      const rows: unknown[] = []
      for await (const one of documentsFromPaths([join(folder, 'own')]))
        rows.push(
          'document' in one
            ? [one.document.id, one.document.publishedOn]
            : one.error.message.replace(folder, ''),
        )
      return rows
    }
    expect(await seen()).toEqual([['d', '2021-05-04']])
    await writeFile(join(folder, 'own', 'index.jsonl'), 'nothing\n')
    expect(await seen()).toEqual(['/own/index.jsonl:1: not JSON', ['d', null]])
  })
  test('an index with an impossible day names its line', async () => {
    await expect(readIndex(join(folder, 'wrong.jsonl'))).rejects.toThrow(
      /wrong\.jsonl:1: "2023-02-30" is no day/,
    )
  })
})
