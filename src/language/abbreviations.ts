// Abbreviations of general English that keep their full stop. What a trade adds comes from the lexicon packs.

/** Stand before a name, so they never end a sentence: "Gen. He Lin arrived." */
const titles =
  'mr mrs ms messrs mme dr prof rev hon st fr gen lt col maj capt cmdr adm brig sgt cpl pvt sen rep gov pres amb sec supt insp'

/** May end a sentence, and then the next word tells: "He left Washington, D.C. The talks went on." */
const others =
  'jr sr esq inc corp co ltd bros llc plc etc e.g i.e vs v cf al approx dept est govt intl assn univ ave blvd rd ext ' +
  'jan feb apr aug sept sep oct nov dec tue tues wed thu thur thurs fri vol pp eds ' +
  'calif fla mich minn okla tenn tex wis ont que'

/** Only before a number: "No. 4", "Art. 7"; elsewhere they are words or ends ("She said no."). */
const numbered = 'no nos art sec fig ch p mar jun jul sat sun res doc'

export interface Abbreviations {
  /** Lower case, without the last full stop. */
  titles: ReadonlySet<string>
  all: ReadonlySet<string>
  numbered: ReadonlySet<string>
}

/** The general abbreviations together with `more` ("Amb.", "U.N."). */
export function gatherAbbreviations(more: readonly string[]): Abbreviations {
  const extra = more.map((entry) => entry.toLowerCase().replace(/\.$/, '')).filter((entry) => entry !== '')
  const before = new Set(numbered.split(' '))
  const all = new Set([
    ...titles.split(' '),
    ...others.split(' '),
    ...extra.filter((entry) => !before.has(entry)),
  ])
  return { titles: new Set(titles.split(' ')), all, numbered: before }
}
