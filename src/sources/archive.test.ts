// Archives, Word documents and e-mails: what is in them, and what is refused.
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { documentsFromBytes, onlyDocument } from './archive.ts'
import { documentFromBytes } from './document.ts'

/** A tar archive of `files`, heads written by hand. */
function tarOf(files: Record<string, string>): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const body = Buffer.from(text)
    const head = Buffer.alloc(512)
    head.write(name, 0)
    head.write(body.length.toString(8).padStart(11, '0'), 124)
    head.write('        0', 148)
    head.write('ustar\0', 257)
    const sum = head.reduce((total, byte) => total + byte, 0)
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

const zipOf = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([n, c]) => [n, typeof c === 'string' ? strToU8(c) : c])),
  )

async function seen(bytes: Uint8Array, name: string): Promise<unknown[]> {
  const rows: unknown[] = []
  for await (const outcome of documentsFromBytes(bytes, { name }))
    rows.push('document' in outcome ? [outcome.document.id, outcome.document.text] : outcome.error.message)
  return rows
}

const files = { 'a/one.txt': 'One.', '__MACOSX/a/one.txt': 'x', 'picture.png': 'x', 'two.md': '# Two' }

describe('archives', () => {
  test.each<[string, Uint8Array]>([
    ['x.zip', zipOf(files)],
    ['x.tar', tarOf(files)],
    ['x.tgz', gzipSync(tarOf(files))],
  ])('%s gives its documents, and leaves out what is none', async (name, bytes) => {
    expect(await seen(bytes, name)).toEqual([
      ['one', 'One.'],
      ['two', 'Two'],
    ])
  })
  test('a packed file is that file', async () => {
    expect(await seen(gzipSync('Three.'), 'three.txt.gz')).toEqual([['three', 'Three.']])
  })
  test('an archive in an archive is read; deeper than three is told', async () => {
    const nested = (depth: number): Uint8Array =>
      depth === 0 ? zipOf({ 'in.txt': 'In.' }) : zipOf({ 'more.zip': nested(depth - 1), 'b.txt': 'B.' })
    expect(await seen(nested(1), 'x.zip')).toEqual([
      ['in', 'In.'],
      ['b', 'B.'],
    ])
    expect((await seen(nested(3), 'x.zip'))[0]).toMatch(/3 archives deep/)
  })
  test('the index.jsonl of the archive speaks of its documents', async () => {
    const index = '{"id":"one","published":"2024-04-10","title":"First"}\n'
    const found = documentsFromBytes(zipOf({ ...files, 'index.jsonl': index }), { name: 'x.zip' })
    const first = (await found.next()).value
    expect(first).toMatchObject({ document: { publishedOn: '2024-04-10', title: 'First' } })
  })
  test('a broken index is told, and the documents are read without it', async () => {
    expect(await seen(zipOf({ 'a.txt': 'A.', 'index.jsonl': '{"name":1}' }), 'x.zip')).toEqual([
      expect.stringMatching(/index\.jsonl:1: no "id"/),
      ['a', 'A.'],
    ])
  })
  test('a bad entry is told and passed over', async () => {
    const rows = await seen(zipOf({ 'bad.txt': new Uint8Array(300).fill(1), 'good.txt': 'Good.' }), 'x.zip')
    expect(rows).toEqual([expect.stringMatching(/binary/), ['good', 'Good.']])
  })
  test('names that point outside are refused', async () => {
    expect(await seen(zipOf({ '../../evil.txt': 'x', '/root.txt': 'x', 'ok..txt': 'Ok.' }), 'x.zip')).toEqual(
      [
        expect.stringMatching(/outside the archive/),
        expect.stringMatching(/outside the archive/),
        ['ok.', 'Ok.'],
      ],
    )
  })
  test('what would fill memory is refused', async () => {
    const bomb = zipOf({ 'bomb.txt': new Uint8Array(3_000_000).fill(97), 'ok.txt': 'Ok.' })
    expect(await seen(bomb, 'x.zip')).toEqual([expect.stringMatching(/200 times/), ['ok', 'Ok.']])
    const packed = gzipSync(Buffer.alloc(40_000_000, 'a'))
    expect(await seen(packed, 'x.txt.gz')).toEqual([expect.stringMatching(/unpack to more than/)])
  })
  test('a directory that lies about sizes is a broken archive', async () => {
    const lying = Buffer.from(zipOf({ 'a.txt': 'word '.repeat(2000) }))
    const central = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    lying.writeUInt32LE(10, central + 24)
    expect(await seen(lying, 'x.zip')).toEqual([expect.stringMatching(/broken/)])
  })
  test.each<[string, Uint8Array]>([
    ['cut off', zipOf(files).subarray(0, 90)],
    ['gzip cut off', gzipSync('Long enough to cut.').subarray(0, 20)],
  ])('%s is told, not thrown', async (_, bytes) => {
    expect(await seen(bytes, 'x.zip')).toEqual([expect.stringMatching(/broken|cut off/)])
  })
  test('where one document is wanted, an archive of one is it; of two is refused', async () => {
    expect(await onlyDocument(zipOf({ 'one.txt': 'One.' }), { name: 'x.zip' })).toMatchObject({
      text: 'One.',
    })
    await expect(onlyDocument(zipOf(files), { name: 'x.zip' })).rejects.toThrow(/several documents/)
    await expect(onlyDocument(zipOf({ 'a.png': 'x' }), { name: 'x.zip' })).rejects.toThrow(/no document/)
  })
})

const word = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`,
    ...more,
  })
const p = (text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`

describe('Word documents', () => {
  test('paragraphs, tables, footnotes and properties', async () => {
    const bytes = word(
      `${p('The envoy &amp; the minister met.')}${p('')}<w:tbl><w:tr>${cell('Date')}${cell('Visitor')}</w:tr><w:tr>${cell('3 May')}${cell('The envoy')}</w:tr></w:tbl>${p('After.')}`,
      {
        'word/footnotes.xml': `<w:footnotes><w:footnote>${p('Said by the press office.')}</w:footnote></w:footnotes>`,
        'docProps/core.xml':
          '<cp:coreProperties><dc:title>Note on a visit</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">2031-05-04T08:00:00Z</dcterms:created></cp:coreProperties>',
      },
    )
    expect(await documentFromBytes(bytes, { name: 'note.docx' })).toMatchObject({
      title: 'Note on a visit',
      publishedOn: '2031-05-04',
      text: 'The envoy & the minister met.\n\nDate\tVisitor\n3 May\tThe envoy\n\nAfter.\n\nSaid by the press office.',
      charset: null,
    })
  })
  test('a paragraph in many runs is one; what was deleted is not read', async () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">The </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:tab/><w:t>envoy</w:t><w:br/><w:t>left.</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`
    expect(await documentFromBytes(word(body), { name: 'unnamed' })).toMatchObject({
      text: 'The new envoy\nleft.',
    })
  })
  test('letters that no store takes are marked, as in a text', async () => {
    const title = '<cp:coreProperties><dc:title>A\0</dc:title></cp:coreProperties>'
    const bytes = word(p('The\0 envoy&#xd800; left.'), { 'docProps/core.xml': title })
    expect(await documentFromBytes(bytes, { name: 'a.docx' })).toMatchObject({
      text: 'The\ufffd envoy\ufffd left.',
      title: 'A\ufffd',
    })
  })
})

const mail = (head: string, body: string): Uint8Array =>
  Buffer.from(`${head}\n\n${body}`.replace(/\n/g, '\r\n'), 'latin1')

describe('e-mails', () => {
  const head = `From: "Press Office" <press@x.example>
Date: Mon, 5 May 2031 23:30:00 -0400
Message-ID: <1@x.example>
MIME-Version: 1.0`
  test('quoted-printable in its charset; subject in encoded words', async () => {
    const bytes = mail(
      `${head}\nSubject: =?iso-8859-1?Q?Visite_=E0_la_capitale?=\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable`,
      'Le ministre est arriv=E9 =\nlundi.',
    )
    expect(await documentFromBytes(bytes, { name: 'a.eml' })).toMatchObject({
      title: 'Visite à la capitale',
      text: 'Le ministre est arrivé lundi.',
      publishedOn: '2031-05-05',
      publisher: 'Press Office',
      mediaType: 'message/rfc822',
    })
  })
  test('the plain part of several, in base64, whatever the file is called; its files are documents', async () => {
    const plain = Buffer.from('The minister met the envoy.').toString('base64')
    const attached = Buffer.from(word(p('Joint statement.'))).toString('base64')
    const bytes = mail(
      `${head}\nSubject: Readout\nContent-Type: multipart/mixed; boundary="b"`,
      `--b\nContent-Type: multipart/alternative; boundary="c"\n\n--c\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${plain}\n--c\nContent-Type: text/html\n\n<p>Other words.</p>\n--c--\n--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="joint.docx"\nContent-Transfer-Encoding: base64\n\n${attached}\n--b--`,
    )
    expect(await seen(bytes, 'letter')).toEqual([
      ['letter', 'The minister met the envoy.'],
      ['joint', 'Joint statement.'],
    ])
  })
  test('a page where there are no plain words', async () => {
    const bytes = mail(
      `${head}\nSubject: x\nContent-Type: text/html; charset=utf-8`,
      '<h1>Head</h1><p>Body.</p>',
    )
    expect((await documentFromBytes(bytes, { name: 'a.eml' })).text).toBe('Head\n\nBody.')
  })
  test('a text that opens with a colon is no e-mail', async () => {
    const text = 'Subject: the visit\nFrom: our correspondent\nDate: Monday\n\nThe minister arrived.'
    expect(await documentFromBytes(Buffer.from(text), { name: 'a' })).toMatchObject({
      text,
      mediaType: 'text/plain',
    })
  })
})
