// Words that tell a name from other capitalised words: particles, suffixes, and words that are never one.
/** Small words inside names. */
export const PARTICLES = new Set(
  'van von der den de da das dos do del della di du la le las los al el bin ibn bint ben abu ould ag ter ten zu zum y e i af av st und oglu ogly uulu kyzy al- el- ul ur ud as at an es ad ar ash az ez ed wa ole arap'.split(
    ' ',
  ),
)
/** "III", "Jr.": behind the name, and no word to find a person by. */
export const SUFFIXES = new Set(
  'jr sr ii iii iv v vi vii viii ix x xi xii xiii xiv xvi 2nd 3rd 4th'.split(' '),
)

/** Capitalised words that are no part of a name: sentence openers, days, months, headline words. */
export const PLAIN_WORDS = new Set(
  `the a an this that these those he she it we they i you his her its their our my your who what when where which while why how and
  but or nor for so yet if as at by in of on to up with from into over under after before since until during about above against along
  among around behind below beneath beside between beyond despite down except inside like near off onto out outside past per regarding
  through throughout toward towards upon within without not no yes is are was were be been being has have had do does did will would
  shall should can could may might must there here then now also both each every either neither all any some most many much more less
  few several other others another such same only just even still already again once twice never always often later earlier meanwhile
  however therefore thus instead moreover nevertheless nonetheless furthermore additionally indeed although though because unless
  whether whereas today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march
  april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec one two three four
  five six seven eight nine ten first second third last next new old good well thank thanks please welcome dear ladies gentlemen
  meeting meetings talks visit visits call calls travel travels trip remarks statement statements readout readouts joint press
  conference briefing summit forum dialogue dialog agreement treaty declaration communique release update announcement speech interview address
  conversation telephone phone video session round working official state according asked speaking following regarding summary topics
  photo photos image images video audio transcript editor note notes source sources question answer q a read see watch attended met
  hosted hosts host visited received signed said says told day days week month year years morning afternoon evening night time
  north south east west northern southern eastern western central greater day's government ministry department office house palace hall room
  street avenue square airport university institute center centre college school hospital church hotel bank company group party
  association league front army force forces navy council committee commission parliament assembly senate congress court union
  federation organization organisation agency authority board bureau secretariat embassy consulate delegation region province district
  county city town village island islands river lake sea ocean bay gulf strait mountain mount valley bridge road port base camp
  act law bill resolution initiative program programme project plan strategy policy partnership alliance operation mission war
  crisis agenda fund award prize medal order day anniversary festival games cup olympics championship peace security defense
  defence foreign trade economic development climate energy health national international global world european asian african
  american regional federal presidential ministerial bilateral trilateral multilateral strategic let us mr mrs ms dr am pm gmt utc
  covid ok wire breaking exclusive analysis opinion timeline chronology correction photo- due given having being seeing both
  museum memorial states republics mosque cathedral stadium theater theatre prison barracks highway canal dam complex grand
  finally debate level process panel vacation basin guests election strike licence license motors details highlights fact facts background latest full text
  officials leaders ministers diplomats experts analysts critics reporters journalists people citizens soldiers troops
  earlier-today separately asked- throughout unlike amid minutes hours readout-of lunch dinner reception ceremony wreath`.split(
    /\s+/,
  ),
)
