// Cues of pace told by numbers and habits: "four ministers there, the neighbour one", "every month since June", "for the fifth year running".
import { type ClaimCue, COUNT, DIPLOMACY, EXCHANGE, ORDINAL } from './claims-words.ts'

const COUNTED =
  '(?:times|visits?|trips?|ministers?|delegations?|envoys?|meetings?|calls?|officials?|leaders?|presidents?|premiers?|guests?|visitors?|rounds?|missions?|journeys?|stops?|letters?|conversations?|ambassadors?)'
const TRAFFIC =
  '(?:visits|trips|calls|contacts?|meetings|exchanges|delegations|journeys|visitors|guests|envoys|callers|traffic|conversations|encounters)'

export const talliesCues: ClaimCue[] = [
  // "has had four ministers over there, the neighbour one"; "has been there nine times; his colleague has been twice"
  {
    kind: 'pace',
    name: 'count-against-count',
    pressOnly: true,
    reach: 2,
    cue: new RegExp(
      `\\b(?:${COUNT} (?:[\\w’'-]+ ){0,2}?${COUNTED}|once|twice|thrice)\\b[^.;:]{0,70}[,;](?: and| while| but| to| against| whereas)? (?:[A-Z][\\w’'-]+|his|her|its|the|their|that)(?: [\\w’'-]+){0,5}?(?: has| have| had| sent| paid| made| came| been| to| managed| only| just| but)* (?:only |just |but |no more than )?(?:${COUNT}|none|once|twice|never)(?=[.,;]|$| (?:${COUNTED}|in|to|since|and)\\b)`,
    ),
    needs: DIPLOMACY,
    wide: true,
  },
  // "received sixteen leaders last year and eleven the year before"; "three ministers in the spring and one in the autumn"
  {
    kind: 'pace',
    name: 'count-by-period',
    pressOnly: true,
    cue: new RegExp(
      `\\b${COUNT} (?:[\\w’'-]+ ){0,2}?${COUNTED} (?:[\\w’'-]+ ){0,3}?(?:(?:last|this) \\w+|in (?:the )?\\w+)[,]? (?:and|but|against|after) (?:only |just )?(?:${COUNT}|none) (?:the|in|last|this|a)\\b|\\b(?:[Ii]n|[Oo]ver|[Dd]uring) the same (?:period|time|span|months|years|stretch)\\b[^.;]{0,60}\\b(?:${COUNT}|none|no|once|twice)\\b`,
    ),
    needs: DIPLOMACY,
  },
  // "has sent somebody every month since June"; "sees a Ruritanian minister nearly every month"; "on average once a fortnight"
  {
    kind: 'pace',
    name: 'every-month',
    pressOnly: true,
    hint: /every|once|twice|times/i,
    cue: /\b(?:nearly |almost )?every (?:single )?(?:month|week|fortnight|quarter|other (?:week|month|day)) (?:since|this year|last year)\b|\b(?:nearly|almost|practically) every (?:month|week|fortnight|quarter)\b|\b(?:once|twice|thrice|\w+ times) an? (?:week|month|fortnight|quarter)\b|\bevery other (?:week|month|day)\b/i,
    needs: DIPLOMACY,
    unless: /\b(?:council|committee|commission|parliament|cabinet|board|flights?|trains?|papers?)\b/i,
  },
  // "have spoken so often that their aides stopped counting"; "heavier than at any time since the war"
  {
    kind: 'pace',
    name: 'so-often',
    pressOnly: true,
    hint: /so |than at/i,
    cue: new RegExp(
      `\\bso (?:often|frequently|rarely|seldom|regularly)\\b|\\b(?:traffic|${TRAFFIC})\\b[^.;]{0,50}\\b(?:\\w+er|more \\w+|less \\w+) than (?:at any (?:time|point|moment)|ever)\\b|\\b(?:\\w+er|more \\w+) (?:traffic|${TRAFFIC}) than (?:at any (?:time|point)|ever)\\b`,
    ),
    needs: new RegExp(`${EXCHANGE.source}|\\btraffic\\b`, 'i'),
  },
  // "for the fifth year running"; "the third consecutive summit without him"
  {
    kind: 'pace',
    name: 'running',
    pressOnly: true,
    hint: /running|row|succession|straight|consecutive|successive/,
    cue: new RegExp(
      `\\b(?:for the|the) ${ORDINAL} (?:year|month|week|time|summer|winter|spring|autumn|\\w+) (?:running|in a row|in succession|straight)\\b|\\b${ORDINAL} (?:consecutive|straight|successive) (?!from\\b)\\w+|\\b${COUNT} (?:years|months|summits|meetings|times) (?:running|in a row|in succession)\\b`,
    ),
    needs: DIPLOMACY,
    wide: true,
  },
  // "Ruritania's chief diplomat has made none"; "visits in the other direction are rare"; "they came thick and fast"
  {
    kind: 'pace',
    name: 'none-or-rare',
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:has|have|had) (?:so far )?(?:made|paid|sent|received|hosted|had) none\\b|\\b${TRAFFIC} (?:[\\w’'-]+ ){0,6}?(?:are|were|remain|remained|have been|had been|is|was|has been|came|come) (?:now |still |otherwise |much |ever )?(?:rare|few|scarce|sporadic|infrequent|incessant|thick|rarer|far between)\\b|\\b(?:thick and fast|few and far between)\\b`,
      'i',
    ),
    needs: DIPLOMACY,
  },
  // "has hardly left the country in two years"; "ministers who once met quarterly now meet yearly"
  {
    kind: 'pace',
    name: 'hardly-left',
    pressOnly: true,
    cue: /\b(?:has|have|had) (?:hardly|scarcely|barely|rarely|seldom|not) (?:left|ventured|strayed|set foot outside|stirred)\b[^.;]{0,50}\b(?:in|for|since)\b|\b(?:is|are|was) (?:scarcely|hardly|rarely|never) at home\b|\b(?:once|used to|formerly) [^.;]{0,30}\b(?:daily|weekly|monthly|quarterly|yearly|annually)\b[^.;]{0,30}\bnow\b/,
    needs: null,
    unless: /\b(?:hospital|prison|bed|house arrest)\b/,
  },
  // "the number of visitors fell by half"; "no month has gone by without a delegation"
  {
    kind: 'pace',
    name: 'number-of',
    pressOnly: true,
    hint: /number|without/i,
    cue: new RegExp(
      `\\bnumber of (?:[\\w’'-]+ ){0,3}?${TRAFFIC}\\b[^.;]{0,60}\\b(?:fell|fallen|rose|risen|dropped|halved|grew|grown|shrank|shrunk|climbed|plunged|slid|declined|increased)\\b|\\b[Nn]o (?:day|week|month|year)\\b[^.;]{0,40}\\b(?:goes|gone|went|passe[sd]|passed) (?:by )?without\\b`,
    ),
    needs: null,
  },
  // "his fourth round of the three capitals"; "the fourth by a senior official in a year"
  {
    kind: 'pace',
    name: 'ordinal-round',
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:his|her|their|its|the|[’']s) ${ORDINAL} (?:\\w+ )?(?:round|swing|circuit|delegation|mission|stop|letter|tour)\\b[^.;]{0,60}\\b(?:since|this year|in|as)\\b|\\bthe ${ORDINAL} by (?:an?|the|any)\\b`,
    ),
    needs: DIPLOMACY,
    wide: true,
    unless: /\bround of (?:talks|negotiations|consultations|voting)\b/,
  },

  // "The call was the second in a week"; "the visit was the seventh at ministerial level in eighteen months"
  {
    kind: 'pace',
    name: 'was-the-seventh',
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:visit|trip|call|meeting|round|summit|letter|conversation|journey|tour|stop|encounter)\\b[^.;]{0,50}\\b(?:is|was|were|will be|being|made it) (?:\\w+ )?the ${ORDINAL}\\b[^.;]{0,50}\\b(?:in|since|this|within|to)\\b`,
    ),
    needs: null,
    unless: /\bthe second (?:day|half|stage|leg|part)\b/,
  },
  // "In 2022 there were eleven visits; this year there have been two"
  {
    kind: 'pace',
    name: 'year-by-year',
    pressOnly: true,
    reach: 2,
    cue: new RegExp(
      `\\b(?:[Ii]n \\d{4}|[Ll]ast year)\\b[^.]{0,40}\\b${COUNT} ${COUNTED}\\b[^.]{0,30}\\b(?:this year|in \\d{4}|since then|so far)\\b`,
    ),
    needs: null,
  },
  // "the exchange of visits has quickened"; "the flow of visitors has dried to a trickle"; "increased the frequency of their meetings"
  {
    kind: 'pace',
    name: 'quickened',
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:exchange|flow|traffic|rhythm|tempo|pace|frequency|stream|run)\\b[^.;]{0,40}\\b(?:quicken(?:ed|ing)?|dried|slow(?:ed|ing)|fallen off|thinned|swelled|increased|risen|picked up|trickle|doubled|halved)\\b|\\b(?:increas|rais|slow|stepp|reduc|doubl)(?:ed|ing) (?:up )?(?:the )?(?:frequency|pace|tempo|rhythm|number) of (?:their |its |his |her )?(?:\\w+ )?${TRAFFIC}\\b|\\bshuttl(?:e|es|ed|ing) between\\b|\\b${TRAFFIC} (?:\\w+ ){0,6}every (?:fortnight|few (?:days|weeks)|second week)\\b`,
    ),
    needs: DIPLOMACY,
    unless: /\b(?:trade|goods|refugees|migrants|arms|oil|gas|money|aid)\b/,
  },
]
