// Words a second on one text of 10⁴, 10⁵ and 10⁶ words: what a reader pays for a longer text. The text is invented and never repeats a day.
import { loadKnowledge } from '../src/knowledge/knowledge.ts'
import { loadModel } from '../src/knowledge/models.ts'
import { makeReader } from '../src/reading/read.ts'

const states = ['Peru', 'Chile', 'Norway', 'Kenya', 'Japan', 'Poland', 'Brazil', 'Egypt']
const first = ['Ana', 'Oru', 'Ilo', 'Teo', 'Mira', 'Jano', 'Sela', 'Karo']
const last = ['Belkor', 'Marrent', 'Tamm', 'Quandt', 'Lindve', 'Okelo', 'Ferrant', 'Sorvik', 'Dallow']
const months = ['January', 'March', 'May', 'July', 'September', 'November']
const tellings: ((a: string, b: string, there: string, day: string) => string)[] = [
  (a, b, there, day) => `${a} visited ${there} on ${day} and met ${b}.`,
  (a, b, _, day) => `${a} spoke by telephone with ${b} on ${day}.`,
  (a, _, there, day) => `The trip of ${a} to ${there}, planned for ${day}, was called off.`,
  (a, b, there, day) =>
    `On ${day} ${b} received ${a} in ${there}, where both signed an agreement on fishing.`,
  (a, b) => `“Our countries trust each other,” ${a} said of the talks with ${b}.`,
  () => 'Trade has grown in every year since, and nobody expects the ports to close before winter comes.',
]

/** The pick-th of the list, going round. */
const pick = <Item>(list: Item[], at: number): Item => list[at % list.length]!

/** An invented text of that many words; `from` tells texts of one length apart. */
export function inventText(words: number, from = 0): string {
  const sentences: string[] = []
  for (let i = from * 97, count = 0; count < words; i++) {
    const [here, there] = [pick(states, i), pick(states, i + 1 + (i % 5))]
    const a = `Foreign Minister ${pick(first, i)} ${pick(last, i >> 2)} of ${here}`
    const b = `President ${pick(first, i + 3)} ${pick(last, (i >> 3) + 4)} of ${there}`
    const day = `${1 + (i % 28)} ${pick(months, i >> 4)} ${1900 + ((i >> 6) % 200)}`
    const sentence = pick(tellings, i)(a, b, there, day) + (i % 4 === 3 ? '\n\n' : ' ')
    sentences.push(sentence)
    count += sentence.split(' ').length
  }
  return sentences.join('')
}

/** Processor time of this process, so that other work on the machine does not count. */
export async function run(): Promise<void> {
  const { read } = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
  read({ id: 'warm up', text: inventText(20_000), publishedOn: '2031-05-07' })
  console.log('One text, three lengths (processor time)')
  for (const words of [10_000, 100_000, 1_000_000]) {
    const text = inventText(words)
    const begun = process.cpuUsage()
    const { exchanges } = read({ id: String(words), text, publishedOn: '2031-05-07' })
    const { user, system } = process.cpuUsage(begun)
    const seconds = (user + system) / 1e6
    const memory = Math.round(process.memoryUsage().rss / 1e6)
    console.log(
      `${words} words: ${exchanges.length} exchanges in ${seconds.toFixed(1)} s, ${Math.round(words / seconds)} words/s, ${memory} MB held`,
    )
  }
}
