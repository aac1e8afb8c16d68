// Cues of hypotheses told as somebody's reading: "the generous reading is that", "sceptics say that", "one must suppose".
import { type ClaimCue, DIPLOMACY } from './claims-words.ts'

const READING =
  '(?:reading|interpretation|conclusion|explanation|theory|suspicion|calculation|assumption|view|bet|wager|inference|answer|argument|verdict|consensus|gossip|rumou?r|whisper|guess|hunch|motive|reason|version|presumption|surmise)'
const GUESSES =
  '(?:thinks?|thought|believes?|believed|suspects?|suspected|reckons?|reckoned|guess(?:es)?|fears?|surmises?|assumes?|imagines?|whispers?)'

export const readingsCues: ClaimCue[] = [
  // "The generous reading is that"; "the suspicion in the capital is that he had an eye on the cameras"; "the likeliest reading is that"
  {
    kind: 'hypothesis',
    name: 'reading-is-that',
    pressOnly: true,
    reach: 9,
    hint: / that\b/,
    cue: new RegExp(
      `\\b${READING}(?: (?:in|at|among|of|here|around|on|from) [^.;,]{1,40}?)?,? (?:is|was|goes|runs|has it|holds|remains)(?:, [^.;,]{1,40},)? that\\b|\\b[Ww]ord (?:in|at|around|on|from|among) [^.;]{2,40} is that\\b`,
    ),
    needs: null,
  },
  // "A likelier one is that it wants a share"; "the ungenerous one, which I heard twice, is that"; "offers a meaner one: that"
  {
    kind: 'hypothesis',
    name: 'one-is-that',
    pressOnly: true,
    reach: 9,
    hint: / one\b|explanation|motive|theory/,
    cue: /\b(?:[Aa]n?|[Tt]he|[Aa]nother) (?:\w+er|more \w+|less \w+|\w+) one(?:, [^.;]{1,60},)? (?:is|was|holds|would be) that\b|\boffer(?:s|ed)? an? (?:[\w-]+ ){0,2}(?:one|explanation|reading|theory|motive|reason)\b[:,]? that\b|\b(?:simpler|likelier|kinder|darker|unkinder|meaner|simplest|kindest|crueller) (?:theory|explanation|reading|view|version|answer) (?:is|was|holds)\b/,
    needs: null,
  },
  // "The sceptics say that he went because he was told to"; "his friends maintain that"
  {
    kind: 'hypothesis',
    name: 'sceptics-say',
    pressOnly: true,
    reach: 9,
    hint: /s say|s will say|maintain|insist|think|believe|hold|argue|suspect|whisper|have it/,
    cue: /\b(?:[Ss]ceptics|[Ss]keptics|[Cc]ynics|[Oo]ptimists|[Pp]essimists|[Ff]riends|[Cc]ritics|[Ss]upporters|[Dd]etractors|[Dd]efenders|[Ll]oyalists|[Rr]omantics|[Rr]ealists|[\w-]*watchers|[Kk]remlinologists|[Hh]awks|[Dd]oves|[Tt]he (?:un)?charitable)(?: [\w’'-]+){0,4}? (?:will |would |like to )?(?:say|maintain|insist|think|believe|hold|argue|suspect|whisper|murmur|have it)\b/,
    needs: /\b(?:that|it|because|will|may|could|wanted|he|she)\b/,
    unless: /\bthink tank/,
  },
  // "I find it simpler to suppose that"; "one must suppose"; "it is hard not to see in the date a message"
  {
    kind: 'hypothesis',
    name: 'one-supposes',
    pressOnly: true,
    reach: 9,
    hint: /suppos|suspect|conclud|infer|imagin|assum|tempt|hard not|guess|think|wager|read|view|see /,
    cue: /\bI (?:find it (?:\w+ ){1,2}to (?:suppose|think|believe|imagine|assume)|am inclined to|incline to|prefer to (?:think|suppose|believe)|suspect|suppose|wager|would (?:guess|bet|wager|suggest)|fancy|read (?:it|this|the))\b|\bone (?:must|may|might|can only|is tempted to|has to) (?:suppose|assume|guess|conclude|infer|imagine|suspect)\b|\b(?:it is|one is|is|be) (?:tempting|hard not|tempted|difficult not|simpler|reasonable) to (?:conclude|see|suppose|think|read|infer|imagine|believe|suspect)\b|\b[Mm]y own (?:view|reading|guess|sense|suspicion|feeling|belief) is\b/,
    needs: null,
  },
  // "by October they would have it back, diplomats here believe"; "will hold, most watchers think"
  {
    kind: 'hypothesis',
    name: 'they-believe-behind',
    pressOnly: true,
    left: 9,
    reach: 1,
    hint: /believe|think|say|reckon|suspect|guess|fear/,
    cue: new RegExp(
      `, (?:most |some |many |several |the |a |one |few )?(?:[\\w-]+ ){0,2}?(?:diplomats?|observers?|analysts?|[\\w-]*watchers?|insiders|scholars?|experts?|envoys?|ambassadors?|officials?) (?:[\\w’'-]+ ){0,3}?${GUESSES}\\b`,
    ),
    needs: null,
    unless: /, which\b/,
  },
  // "The stopover looks like an insurance policy"; "the invitation smacks of an attempt"; "has all the hallmarks of a farewell"
  {
    kind: 'hypothesis',
    name: 'looks-like',
    pressOnly: true,
    hint: /look|smack|reek|hallmark|feels|felt|understood|explained|taken|read|seen|sound/,
    cue: /\b(?:visit|trip|stopover|invitation|call|meeting|tour|summit|talks|dinner|delay|silence|choice|absence|welcome|timing|cancellation|letter|gesture|move|stop|appointment)s?\b[^.;,]{0,40}\b(?:looks?|looked|feels?|felt|sounds?|sounded|smack(?:s|ed)|reek(?:s|ed)|smell(?:s|ed)) (?:very |a lot |rather |much |more |suspiciously )?(?:like|of)\b|\ball the (?:hallmarks|marks|makings) of\b|\b(?:is|was|are|were) (?:best|better|most (?:easily|simply)|perhaps|easily) (?:understood|explained|read|seen|taken) (?:as|by)\b|\btaken (?:by [\w’' -]{3,30} )?(?:as|for) an? (?:sign|yes|no|signal|snub|slight|threat|promise|hint|warning|rebuke)\b/,
    needs: null,
  },
  // "remains to be seen"; "is anyone's guess"; "if so, the trip was meant for an audience at home"; "tells its own story"
  {
    kind: 'hypothesis',
    name: 'open-question',
    pressOnly: true,
    reach: 9,
    cue: /\bremains? to be seen\b|\banyone[’']s guess\b|(?:^|[.;] )[Ii]f so,|\b(?:tells?|told) its own (?:story|tale)\b|\b(?:would not|wouldn[’']t) (?:be surprising|surprise|be a surprise)\b|\bwould surprise (?:no one|nobody|few)\b|\bby (?:most|all|some) accounts\b|\bread between the lines\b/,
    needs: DIPLOMACY,
    wide: true,
  },
  // "She may have come to ask for money"; "he must have meant the neighbours"
  {
    kind: 'hypothesis',
    name: 'may-have-meant',
    pressOnly: true,
    hint: / have /,
    cue: /\b(?:may|might|could|must) (?:well |also |simply |just |only )?have (?:been (?:meant|intended|aimed|designed|timed|trying|hoping)|come (?:to|for)|gone (?:to|for)|wanted|hoped|meant|intended|sought|aimed|calculated|felt|thought|feared|wished)\b/,
    needs: null,
  },
  // "In one school, the region is drifting; in the other it is merely bargaining"; "others merely as thrift"
  {
    kind: 'hypothesis',
    name: 'schools',
    pressOnly: true,
    reach: 9,
    hint: /[Ii]n (?:one|the)|others|Others/,
    cue: /\b[Ii]n (?:one|the other|the first|the second) (?:school|reading|view|telling|theory)\b|^In (?:one|the other),(?= (?:of which [^,]{1,60}, )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:is|are|remains?|has|have|wants?|was|were)\b)|\b[Oo]thers (?:merely|only|simply|just|rather) as\b/,
    needs: null,
  },

  // "The delay may have more to do with the elections"; "the meeting could pave the way"; "it may be no more than a courtesy"
  {
    kind: 'hypothesis',
    name: 'may-be-about',
    pressOnly: true,
    hint: /may|might|could/,
    cue: /\b(?:may|might|could) (?:well )?(?:have (?:more|less|little|something) to do with|be (?:no|little|nothing) more than|be about|pave the way|mark (?:an?|the)|open (?:the )?(?:way|door)|prove (?:to|an?)|presage|turn out to)\b|\b(?:message|reason|point|aim|purpose|motive|idea|thinking|object|lesson|intention) (?:may|might|could) (?:well )?be\b/,
    needs: null,
  },
  // "the trip seems intended to shore up support"; "a visit now seems likely"; "the visit was likely about gas"
  {
    kind: 'hypothesis',
    name: 'seems-meant',
    pressOnly: true,
    cue: /\b(?:appears?|seems?|seemed|appeared|looks?|looked) (?:now )?(?:to have been )?(?:designed|intended|meant|aimed|calculated|timed|likely|unlikely|improbable|doubtful|poised)\b|\b(?:is|was|were|are) (?:probably|likely|almost certainly|possibly|presumably|most likely|perhaps) (?:about|arranged|an?|the|part|sent|chosen|delivered|carrying|there|linked|related|more|less|\w+ed by|\w+ed to)\b|\b[Ii]t is (?:quite |entirely |just )?possible that\b/,
    needs: DIPLOMACY,
    wide: true,
    unless: /\b(?:is|are|was|were) likely to (?:arrive|leave|travel|meet)\b/,
  },
  // "The choice of host hints at a role"; "that the call was made at all suggests a change of heart"; "the timing has raised questions"
  {
    kind: 'hypothesis',
    name: 'hints-at',
    pressOnly: true,
    hint: /suggest|hint|point|impl|betray|raise|link|tie|connect/,
    cue: /\b(?:[Tt]hat|timing|choice|silence|fact|absence|list|order|length|level|haste|speed|venue|delay|wording|visit|call|invitation|trip|meeting|sequence|stop|tone|brevity|rank)\b[^.;]{0,60}\b(?:suggests?|hints? at|points? to|implies|betrays?|speaks of|argues for)\b(?! (?:an? )?(?:date|venue))|\b(?:raised|raises|raising) (?:\w+ )?(?:questions?|eyebrows|suspicions|hopes|fears)\b|\b(?:linked|tied|connected|attributed) (?:the|his|her|their|its) (?:\w+ )?(?:visit|trip|call|meeting|delay|absence|cancellation|invitation|tour) (?:to|with)\b/,
    needs: null,
  },
  // "One explanation offered in the capital is that"; "the reason, according to diplomats, was"; "observers are divided on whether"
  {
    kind: 'hypothesis',
    name: 'offered-reading',
    pressOnly: true,
    reach: 2,
    hint: /is that|according|divided|split|assumed|supposed|presumed|believes|thinks|suspects|reckons/,
    cue: new RegExp(
      `\\b${READING}(?: [\\w’'-]+){1,5} (?:is|was) that\\b|\\b[Tt]he (?:real |likely |true |main )?(?:reason|motive|purpose|aim|point),? (?:according to|say|says|as)\\b|\\b(?:divided|split|disagree) (?:on|over|about|as to) (?:whether|what|why|how)\\b|\\b(?:is|was) (?:widely |generally |commonly )?(?:assumed|supposed|presumed|surmised|whispered)\\b|\\b(?:official|diplomat|ambassador|envoy|adviser|minister|scholar)s? (?:[\\w’'-]+ ){1,6}(?:believes?|thinks?|suspects?|reckons?)\\b(?! in\\b)`,
    ),
    needs: null,
    unless: /\bsupposed to (?:arrive|meet|visit|travel|have)\b|\b(?:said|told) (?:\w+ ){0,3}that\b/,
  },

  // "The two may have discussed a swap"
  {
    kind: 'hypothesis',
    name: 'may-have-done',
    pressOnly: true,
    wide: true,
    cue: /\b(?:may|might) (?:\w+ )?have (?:\w+ed|been|gone|come|met|spoken|sent|made|brought|taken|given|carried)\b/,
    needs: DIPLOMACY,
  },
]
