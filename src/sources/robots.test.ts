// robots.txt: whose rules count, which rule wins.
import { describe, expect, test } from 'vitest'
import { readRobots } from './robots.ts'

const site = `# our rules
User-agent: *
Disallow: /private/
Allow: /private/open
Disallow: /*.pdf$
Crawl-delay: 7

User-agent: other
User-agent: Chancery/2.0
Disallow: /news
Allow: /news/readouts/
Disallow: /search?q=*&page=

Sitemap: https://x.example/sitemap.xml
`

describe('readRobots', () => {
  test.each<[string, string, boolean]>([
    ['anybody', '/private/a', false],
    ['anybody', '/private/open/a', true],
    ['anybody', '/a/b.pdf', false],
    ['anybody', '/a/b.pdf?x=1', true],
    ['anybody', '/news', true],
    ['chancery', '/news/a', false],
    ['chancery', '/news/readouts/1', true],
    ['chancery', '/private/a', true],
    ['chancery', '/search?q=talks&page=2', false],
    ['chancery', '/search?q=talks', true],
    ['chancery', '/robots.txt', true],
  ])('%s may ask for %s: %s', (agent, path, yes) => {
    expect(readRobots(site, agent).allows(new URL(path, 'https://x.example'))).toBe(yes)
  })
  test.each<[string, string, boolean]>([
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['Disallow: /', '/a', true],
    ['User-agent: *\nDisallow: /caf%C3%A9', '/café', false],
    ['', '/a', true],
    ['<html>Not found</html>', '/a', true],
  ])('%j, %s: %s', (text, path, yes) => {
    expect(readRobots(text).allows(new URL(path, 'https://x.example'))).toBe(yes)
  })
  test('delay and sitemaps', () => {
    expect(readRobots(site, 'anybody')).toMatchObject({
      delay: 7,
      sitemaps: ['https://x.example/sitemap.xml'],
    })
    expect(readRobots(site, 'chancery').delay).toBeNull()
  })
  test('a rule of many stars ends in time', () => {
    const rule = `User-agent: *\nDisallow: /${'*a'.repeat(800)}b`
    expect(readRobots(rule).allows(new URL(`https://x.example/${'a'.repeat(5000)}`))).toBe(true)
  })
})
