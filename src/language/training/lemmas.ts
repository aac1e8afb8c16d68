// Learns how words of each Penn tag get their dictionary form: a list of endings, longer ones where they differ.
import type { TreebankSentence } from '../conllu.ts'
import { endingOf, longestEnding } from '../lemmatizer.ts'

/** Lines "tag ending cut add", tab-separated. */
export function learnLemmas(sentences: TreebankSentence[]): string {
  const counts = countEdits(sentences)
  const rules = new Map<string, string>()
  for (const [key, edits] of [...counts].sort((a, b) => endingLength(a[0]) - endingLength(b[0]))) {
    const [edit] = [...edits].sort((a, b) => b[1] - a[1])[0]!
    if (edit !== inherited(rules, key)) rules.set(key, edit)
  }
  return [...rules].map(([key, edit]) => `${key}\t${edit}`).join('\n')
}

const endingLength = (key: string): number => key.length - key.indexOf(' ') - 1

function countEdits(sentences: TreebankSentence[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  for (const { words, lemmas, pennTags } of sentences)
    words.forEach((form, at) => {
      const word = form.toLowerCase()
      const lemma = lemmas[at]!.toLowerCase()
      if (!/^\p{L}/u.test(word) && !/^['’]/.test(word)) return
      const edit = editOf(word, lemma)
      for (let length = 0; length <= Math.min(longestEnding, word.length + 1); length++) {
        // An ending only tells of letters it has: "were" → "be" says nothing of other words in "-ere"
        if (length < Number.parseInt(edit, 10)) continue
        const key = `${pennTags[at]} ${endingOf(word, length)}`
        const edits = counts.get(key) ?? new Map<string, number>()
        edits.set(edit, (edits.get(edit) ?? 0) + 1)
        counts.set(key, edits)
      }
    })
  return counts
}

function editOf(word: string, lemma: string): string {
  let same = 0
  while (same < word.length && same < lemma.length && word[same] === lemma[same]) same++
  return `${word.length - same}\t${lemma.slice(same)}`
}

/** What the next shorter ending would do. */
function inherited(rules: Map<string, string>, key: string): string | undefined {
  const space = key.indexOf(' ')
  let ending = key.slice(space + 1)
  while (ending !== '') {
    ending = ending.slice(1)
    const rule = rules.get(`${key.slice(0, space)} ${ending}`)
    if (rule !== undefined) return rule
  }
  return undefined
}
