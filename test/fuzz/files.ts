// Files as strangers make them: PDFs, Word documents, archives and e-mails that are whole, then bent, cut or locked in places; and bombs.
import { deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { html, prose, texts, xml } from './cases.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A PDF of one page with `content`, packed when `packed`; `more` stands among the entries of the page. */
export function pdfOf(content: Uint8Array, { packed = false, more = '' } = {}): Uint8Array {
  const body = packed ? deflateSync(content) : content
  const parts: Uint8Array[] = [encode('%PDF-1.7\n')]
  const add = (text: string | Uint8Array): void =>
    void parts.push(typeof text === 'string' ? encode(text) : text)
  add('1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n')
  add(`3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R${more}
/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> >> >> >> endobj\n`)
  add(`4 0 obj <</Length ${body.length}${packed ? '/Filter/FlateDecode' : ''}>> stream\n`)
  add(body)
  add('\nendstream endobj\ntrailer <</Root 1 0 R/Size 5>>\n%%EOF')
  return Buffer.concat(parts)
}

export const wordOf = (body: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    'word/document.xml': encode(
      `<w:document xmlns:w="w"><w:body><w:p><w:t>${body}</w:t></w:p></w:body></w:document>`,
    ),
    ...more,
  })

const pdfWords = [
  'BT /F 12 Tf ',
  '(Ola) Tj ',
  '10 0 Td ',
  'ET ',
  'q ',
  '/F Do ',
  '[(a) -900 (b)] TJ ',
  '<<',
  '(',
  '1e999 ',
]
const pageEntries = [
  '',
  '/Contents[4 0 R 4 0 R]',
  '/Parent 3 0 R',
  '/Rotate 1e9',
  '/Annots[3 0 R]',
  '/MediaBox[0 0 1e30 1e30]',
]
const pdfs = fc
  .tuple(texts(pdfWords, 8), fc.boolean(), fc.constantFrom(...pageEntries))
  .map(([content, packed, more]) => pdfOf(encode(content), { packed, more }))
const words = fc
  .tuple(
    texts(['<w:p>', '</w:p>', '<w:tbl><w:tr><w:tc>', '</w:tbl>', '<w:del>', '</w:t>', '<w:t>', ...xml], 8),
    fc.boolean(),
  )
  .map(([body, notes]) => wordOf(body, notes ? { 'word/footnotes.xml': encode(body) } : {}))
const names = fc.constantFrom(
  'a.txt',
  'b.html',
  '../c.txt',
  'd/e.zip',
  'index.jsonl',
  '\u202etxt.exe',
  'con.txt',
  '/f.md',
)
const archives = fc
  .dictionary(names, texts([...html, '{"id":"a"}\n'], 0), { maxKeys: 5 })
  .map((files) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encode(text)]))),
  )
const mails = texts(
  [
    'From: a@b.example\n',
    'Subject: =?utf-8?B?',
    '?=\n',
    'Date: Thu, 99 Foo\n',
    'Content-Type: multipart/mixed; boundary=x\n',
    '\n--x\n',
    'Content-Transfer-Encoding: base64\n',
    'Content-Disposition: attachment; filename="a.zip"\n',
    '\n\n',
    ...prose,
  ],
  8,
).map((text) => encode(`From: a@b.example\n${text}`))

/** Bytes put in the place of others, and the end cut off. */
const bent = (whole: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      whole,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      fc.option(fc.nat(), { freq: 4 }),
    )
    .map(([bytes, bends, cut]) => {
      const made = bytes.slice(0, cut === null ? bytes.length : cut % (bytes.length + 1))
      for (const [at, byte] of bends) if (made.length > 0) made[at % made.length] = byte
      return made
    })

const heads = ['%PDF-1.7\n', 'PK\u0003\u0004', '\u001f\u008b', '<html>', '{"a":', '']
const anything = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.tuple(fc.constantFrom(...heads), texts([...html, ...xml], 8)).map(([head, text]) => encode(head + text)),
)
const named = (bytes: fc.Arbitrary<Uint8Array>, ...fileNames: string[]) =>
  fc.record({ bytes, name: fc.constantFrom(...fileNames) })

/** Files by kind: bytes and the name they come under. */
export const files = {
  PDF: named(bent(pdfs), 'a.pdf'),
  Word: named(bent(words), 'a.docx'),
  archives: named(fc.oneof(bent(archives), bent(archives.map((bytes) => gzipSync(bytes)))), 'a.zip', 'a.tgz'),
  mail: named(bent(mails), 'a.eml'),
  any: named(anything, 'a.pdf', 'a.docx', 'a.html', 'a.txt', 'a.md', 'a.eml', 'a', '../../a\0.html'),
}
