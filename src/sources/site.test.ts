// What addresses tell, and where on a page the parts stand.
import { describe, expect, test } from 'vitest'
import { documentFromBytes } from './document.ts'
import { type Site, toldByAddress, withTold } from './site.ts'

const site: Site = {
  publisher: 'Foreign Office of Nowhere',
  side: 'XKX',
  hosts: ['mfa.example'],
  day: /\/(\d{4})(\d{2})(\d{2})\//,
  languages: [{ path: /^\/en\//, value: 'en' }],
  genres: [{ path: /readout/i, value: 'readout' }],
  selectors: { title: 'h2.name', day: 'span.when', body: 'div.words' },
}

describe('toldByAddress', () => {
  test.each<[string, object | null]>([
    [
      'https://mfa.example/en/20310504/Readout-of-a-call',
      { publisher: site.publisher, side: 'XKX', genre: 'readout', language: 'en', publishedOn: '2031-05-04' },
    ],
    ['https://MFA.example/20311350/x', { genre: null, language: null, publishedOn: null }],
    ['https://news.mfa.example/en/', null],
    ['https://mfa.example.evil.example/en/', null],
    ['no address', null],
  ])('%s', (url, expected) => {
    const told = toldByAddress(url, [site])
    if (expected === null) expect(told).toBeNull()
    else expect(told).toMatchObject(expected)
  })
  test('the page’s own day and kind win; the publisher is called by the site’s name', async () => {
    const document = await documentFromBytes(
      Buffer.from('---\ndate: 2031-05-03\npublisher: mfa.example\n---\nWords.'),
      { name: 'a.md' },
    )
    const told = toldByAddress('https://mfa.example/en/20310504/readout', [site])
    expect(withTold(document, told)).toMatchObject({
      publishedOn: '2031-05-03',
      publisher: 'Foreign Office of Nowhere',
      genre: 'readout',
    })
  })
})

describe('selectors', () => {
  const words = 'The minister received the envoy and spoke of the harvest. '.repeat(5)
  const page = (body: string): Uint8Array =>
    Buffer.from(
      `<html><head><title>Site</title></head><body><div class="menu">Menu ${'entry '.repeat(300)}</div><h2 class="name">The minister receives an envoy</h2><span class="when">4 May 2031</span><div class="words">${body}</div></body></html>`,
    )
  test('find title, day and body', async () => {
    expect(await documentFromBytes(page(words), { name: 'a.html', selectors: site.selectors })).toMatchObject(
      {
        title: 'The minister receives an envoy',
        publishedOn: '2031-05-04',
        text: words.trim(),
      },
    )
  })
  test('a body that is hardly there is not the text', async () => {
    const { text } = await documentFromBytes(page('Short.'), { name: 'a.html', selectors: site.selectors })
    expect(text).toContain('Menu')
  })
})
