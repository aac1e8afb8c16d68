// Cues of last and first times.
import { type ClaimCue, EXCHANGE } from './claims-words.ts'

const HOLDERS =
  'president|minister|premier|chancellor|leader|king|queen|emperor|pope|monarch|head of (?:state|government)|secretary|official|diplomat|envoy|ambassador|speaker|chief|prince|general|' +
  'vice president|politburo member|foreign minister|visitor|guest|delegation'
const VISITING =
  '(?:visit|trip|journey|tour|swing|bilateral|face-to-face|meeting|summit|talks|call|phone call|telephone call|contact|contacts|encounter|dialogue|conversation|stop|stay|exchange|delegation|audience|handshake|consultations|gathering|appearance|opportunity to (?:travel|visit|meet|come))s?'
const THE = "(?:the|his|her|its|their|my|our|a|an|[’']s|was|as)"

export const timesCues: ClaimCue[] = [
  // "No Ruritanian premier has set foot there since 2009"; "he has not been to the islands since the war"
  {
    kind: 'last-time',
    name: 'not-since',
    cue: /\b(?:[Nn]o|[Nn]one|[Nn]either|[Nn]obody|[Nn]ot|[Nn]ever|hasn[’']t|haven[’']t|hadn[’']t)\b(?:(?! (?:no|none|nobody|neither) )[^;:]){1,140}?\bsince\b/,
    needs: EXCHANGE,
    reach: 0,
    unless:
      /\b(?:ever since|since then|not only|refers?|mentions?)\b|\b(?:goes|gone|went|passe[sd]) by without\b|[()]|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:\w+ )?(?:visit|trip|journey|meeting|call)\b/i,
  },
  // "they last met in 2012"; "last held by video"; "the last visit was in March"; "the last envoy whom she received"
  {
    kind: 'last-time',
    name: 'last',
    hint: /last|most recent|latest/i,
    cue: /\blast (?:met|visited|held|came|saw|seen|spoke|spoken|travel(?:l)?ed|hosted|sent|attended|gathered|convened|received|went|been|sat|took|made|paid|stopped|toured|did so|happened|called)\b|\bthe last time\b|\b(?:was|were) last (?:in|at|here|there)\b|\b(?:the|their|his|her|its) (?:last|most recent) (?:[\w-]+ ){0,3}(?:round|session|encounter|conversation|call|exchange|dialogue|audience) (?:[\w’'-]+ ){0,5}(?:was|were|took place|dates?|came)\b|\b(?:the|whose|his|her|its|their|[’']s) (?:last|most recent|latest) (?:(?:\w+|\w+[’']s)[ -]){0,4}(?:visit|trip|tour|summit|meeting|talks|contact|(?:to (?:visit|come|go|travel|meet|set|make|be|call|land|arrive|receive|host|address|attend|fly|enter|hold))|whom|who)\b|\bmost recent (?:\w+ ){0,3}(?:visit|trip|meeting|summit) (?:was|by|came|took)\b/i,
    needs: null,
    unless:
      /\bsince the last\b|\blast (?:leg|stops?|day|days|part|phase|two|three|few|week|month|year|minute|hours?)\b/i,
  },
  // "not for six years has a premier come"; "has not visited in a decade"
  {
    kind: 'last-time',
    name: 'not-for-years',
    cue: /\b(?:[Nn]o|[Nn]ot|[Nn]ever|hasn[’']t|haven[’']t)\b[^,;:]{1,90}?\b(?:for|in) (?:(?:more than|nearly|almost|over|at least) )?(?:a|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:years|decades?|months)\b/,
    needs: EXCHANGE,
  },
  // "it has been nine years since"; "stayed away since"; "the previous summit was in 2012"
  {
    kind: 'last-time',
    name: 'long-ago',
    cue: /\b(?:it (?:has been|had been|is|was)|has gone|have gone|gone|after) (?:(?:more than|nearly|almost|over|at least|some) )?(?:a|an|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|\d+)(?:-\w+)? (?:years?|decades?|months) (?:since|without)\b|\b(?:stayed|kept|been) away (?:ever )?since\b|\bthe previous (?:\w+ ){0,3}(?:visit|summit|trip|meeting|round|such) (?:\w+ ){0,7}(?:was|took place|came|dates?)\b|\bhas not been back\b|\bas long ago as\b|\b(?:visits?|trips?|talks|contacts?|summits?|exchanges|calls) (?:\w+ ){0,3}(?:ended|ceased|stopped|lapsed|broke off) (?:in|with|after)\b/i,
    needs: EXCHANGE,
  },
  // "The hotline has gone unused since the spring"; "the embassy has stood empty since the coup"
  {
    kind: 'last-time',
    name: 'unused-since',
    hint: /since/i,
    cue: /\b(?:gone|been|remained|lain|stood|sat) (?:unused|silent|dormant|idle|frozen|suspended|empty|vacant|closed|dead)\b[^.;]{0,40}\bsince\b/i,
    needs: new RegExp(
      `${EXCHANGE.source}|\\b(?:hotline|channel|line|embassy|consulate|format|border|mechanism|commission|forum)\\b`,
      'i',
    ),
  },
  // "She has yet to return to the islands since the war"; "he stopped going to the forum after the coup"
  {
    kind: 'last-time',
    name: 'stopped-going',
    hint: /yet to|stopped|ceased|quit/i,
    cue: /\b(?:has|have|had) yet to (?:visit|return|travel|meet|come|go|set foot|receive|host|speak|send|call)\b[^.;]{0,60}\bsince\b|\b(?:stopped|ceased|quit) (?:going|coming|visiting|travell?ing|meeting|sending|receiving|hosting|calling)\b[^.;]{0,60}\b(?:after|in|since|when|with)\b/i,
    needs: null,
  },
  // "was his first to the islands since the murder"; "the first by a Ruritanian president in 20 years"
  {
    kind: 'first-time',
    name: 'first-window',
    hint: /first/i,
    cue: new RegExp(
      `\\b${THE} (?:[\\w’'-]+ ){0,2}?first(?:-ever)?\\b[^;:]{0,110}?(?:\\bsince\\b|\\bin (?:(?:more than|nearly|almost|over|about|at least|some) )?(?:a|\\w+|\\d+)(?:-\\w+)? (?:years|decades?|months|generation|century)\\b|\\bin (?:decades|years|history)\\b|(?<!-)\\bever\\b)`,
      'i',
    ),
    needs: null,
    unless:
      /\bin the first (?:half|quarter|\w+ months?)\b|\bfirst (?:half|quarter|two|three|four|five|six|nine) (?:of|months)\b/i,
  },
  // "on her first trip to the islands as secretary"; "the first in-person summit of the five"
  {
    kind: 'first-time',
    name: 'first-visit',
    cue: new RegExp(`\\b${THE} (?:very )?first(?:-ever| ever)?(?: [\\w’'-]+){0,5}? ${VISITING}\\b`, 'i'),
    needs: null,
    unless:
      /\bfirst (?:stops?|summit for|round|day|leg|part|half|phase|stage|session|step|deputy|vice|lady|secretary)\b/i,
  },
  // "the first Ruritanian head of government to set foot here"; "the first foreign leader on its soil"
  {
    kind: 'first-time',
    name: 'first-holder',
    cue: new RegExp(
      `\\b(?:the|as|its|their) first (?:[\\w’'.-]+ ){0,4}?(?:${HOLDERS})s?\\b(?: [\\w’'-]+){0,3}? (?:to|on|whom|who|since|in|from)\\b`,
      'i',
    ),
    needs: EXCHANGE,
    unless: /\bfirst (?:deputy|vice|secretary of|lady)\b/i,
  },
  // "Sato's first to the country as premier"; "where no premier has ever been"; "became the first"; "the first of its kind"
  {
    kind: 'first-time',
    name: 'first-bare',
    hint: /first|ever|unprecedented|until|debut/i,
    cue: /(?:[’']s|\bhis|\bher|\btheir|\bits|\bthe) first (?:to|in|with|outside|by) (?:[A-Z]|the (?:country|capital|region|island|kingdom|republic|city|north|south)|a (?:sitting|serving|foreign))|\bno (?:[\w’'-]+ ){1,5}(?:has|have|had) ever (?:been|visited|set|come|gone|met|travel\w+|addressed|received|hosted)\b|\b(?:became|becomes|become|becoming) the first\b|\bthe first (?:such|of its kind|of their kind)\b|\bfirst such\b|\bmark(?:s|ed|ing)? the first\b|\ba first for\b|\b(?:an|the|this) unprecedented (?:\w+ )?(?:visit|trip|meeting|summit|call|audience|gathering)\b|\buntil (?:now|(?:this|last) (?:week|month|year|spring|summer|autumn)|today|yesterday|then|\w+day),? (?:no|none)\b|\bdebut (?:visit|trip)\b/,
    needs: null,
  },
  // "for the first time"; "had never visited"; "could not recall another occasion"
  {
    kind: 'first-time',
    name: 'never-before',
    hint: /first|never|recall|inaugural|maiden|precedent/i,
    cue: /\bfor the (?:very )?first time\b|\bnever (?:before|previously)\b|\b(?:had|has|have) never (?:\w+ )?(?:been|visited|met|set foot|hosted|received|travel(?:l)?ed|gone|attended|sent|spoken|held)\b|\b(?:not|nobody|never) (?:\w+ )?recall (?:another|any|a)\b|\bfirst-ever (?:\w+ ){0,2}(?:visit|trip|meeting|summit|talks|call|dialogue)\b|\binaugural (?:\w+ ){0,2}(?:visit|trip|summit|meeting)\b|\bmaiden (?:visit|trip|voyage)\b|\bwithout precedent\b/i,
    needs: null,
    unless: /\bsince\b.{0,300}\bnever\b/i,
  },
  // "No Ruritanian premier had previously travelled to the islands"; "in a diplomatic first, the pope sent a nuncio"
  {
    kind: 'first-time',
    name: 'none-before',
    hint: /previously|before|first/i,
    cue: /\b[Nn]o (?:[\w’'-]+ ){1,6}(?:has|have|had) (?:previously|yet) \w+|\b(?:historic|diplomatic|notable|another|rare|world) first(?:[,.;:–—]| for| in)/,
    needs: EXCHANGE,
  },
]
