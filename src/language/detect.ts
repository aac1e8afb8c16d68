// Which language a text is in: by its script, and for the Latin script by its commonest small words.

const small: Record<string, string> = {
  en: 'the of and to in a is that for on was with as by at from he his be has are this have it will not said who an which',
  fr: 'le la les de des du et à en un une est que pour dans sur avec par il au aux ce qui pas été son sa ses ont cette',
  de: 'der die das und in den von zu mit ist im für auf des dem ein eine nicht als auch sich an er wurde bei nach aus hat',
  es: 'el la los las de del y en que un una para con por su se al es lo como más ha fue sus entre este pero sobre',
  it: 'il la i le di del della e in che un una per con su si al è non da dei delle ha nel alla sono più gli',
  pt: 'o a os as de do da e em que um uma para com por se no na dos das ao é foi mais sua não pelo como',
  nl: 'de het een en van in te dat is op met voor zijn niet aan er om ook als bij door naar uit werd hij over',
  id: 'yang dan di dengan untuk dari dalam ini itu pada ke akan tidak oleh kepada telah juga para presiden antara',
  tr: 've bir bu ile için da de olarak olan en daha çok gibi kadar sonra ancak ise dedi ettiği',
  pl: 'w i na z się do nie że o jest przez dla po od za oraz jak przy prezydent',
  vi: 'và của các là trong có được cho với một những người đã không này về tại',
  sv: 'och i att det som en på är av för med till den har de inte om ett var han från',
  ro: 'și în de la a cu pe din care este pentru un o al mai au prin fost să',
}
const words = new Map<string, string[]>()
for (const [language, list] of Object.entries(small))
  for (const word of list.split(' ')) words.set(word, [...(words.get(word) ?? []), language])

/** Scripts that tell the language, or the commonest one written in them. Kana goes before Han. */
const scripts: [string, RegExp][] = [
  ['ja', /[\u3041-\u30ff]/g],
  ['ko', /[\uac00-\ud7af\u1100-\u11ff]/g],
  ['zh', /[\u3400-\u9fff]/g],
  ['uk', /[іїєґІЇЄҐ]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['fa', /[پچژگ]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['ka', /[\u10a0-\u10ff]/g],
  ['hy', /[\u0530-\u058f]/g],
]
/** Letters that betray a language among the rarer of their script. */
const share: Record<string, number> = { ja: 0.1, uk: 0.03, fa: 0.02 }

/** How much of a text is looked at: enough to tell, and the same cost for every length. */
const sample = 6000

/** ISO 639-1 code of the text's language; "und" when it has no words or none that tell. Looks at the first 6000 units. */
export function detectLanguage(text: string): string {
  const start = text.slice(0, sample)
  const letters = start.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'und'
  const latin = start.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin * 2 < letters)
    return (
      scripts.find(
        ([code, script]) => (start.match(script)?.length ?? 0) > letters * (share[code] ?? 0.3),
      )?.[0] ?? 'und'
    )
  return detectLatin(start)
}

function detectLatin(text: string): string {
  const found = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const scores = new Map<string, number>()
  for (const word of found) {
    const languages = words.get(word)
    for (const language of languages ?? [])
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages!.length)
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1])
  if (best?.[0] === 'en') return 'en'
  // A table or headline may hold no small word but a stray one ("Visitor  Description  Met with …"): another language has to
  // show as many as running text has, one word in ten.
  const isOther =
    best !== undefined &&
    best[1] >= 2 &&
    best[1] * 10 >= found.length &&
    best[1] > 1.5 * (scores.get('en') ?? 0)
  return isOther || !isPlain(text) ? (best?.[0] ?? 'und') : 'en'
}

const isPlain = (text: string): boolean =>
  (text.match(/[À-ɏ]/g)?.length ?? 0) * 40 < text.length && /[a-z]{3}/i.test(text)
