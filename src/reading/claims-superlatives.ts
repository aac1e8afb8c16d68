// Cues of superlatives: who stands highest, what was largest, whom nobody else matches.
import { type ClaimCue, EXCHANGE, WINDOW } from './claims-words.ts'

export const superlativesCues: ClaimCue[] = [
  // "the highest-ranking Ruritanian to come in nearly a decade"
  {
    kind: 'superlative',
    name: 'rank',
    cue: /\b(?:highest|top|most)[- ](?:ranking|ranked|level|senior|profile|high-profile|prominent|important|powerful|high-level|high-ranking)\b|\bmost senior\b/i,
    needs: new RegExp(
      `${WINDOW.source}|\\bto (?:visit|travel|come|do so|make|set|attend|go|meet|land|arrive|enter|be received|receive|see|host)\\b|\\b(?:was|is|are|were|be) the\\b`,
      'i',
    ),
    unless: /\bmembers? of the\b.{0,300}\bwere present\b/i,
  },
  // "called it the most damaging cancellation of his career"; "the largest delegation in years"
  {
    kind: 'superlative',
    name: 'extreme',
    hint: /est\b|most |best|worst/i,
    cue: /\b(?:the|his|her|its|their|a) (?:most \w+|largest|biggest|longest|shortest|highest|lowest|closest|deepest|strongest|warmest|coldest|best|worst|busiest|sharpest|clearest|smallest|fewest|greatest)\b(?!-)/i,
    needs: new RegExp(
      `${WINDOW.source}|\\bany (?:other|of)\\b|\\bthat (?:[\\w’'-]+ ){1,4}(?:has|have|had) (?:ever )?\\w+`,
      'i',
    ),
    unless:
      /\b(?:trading partners?|economy|economies|producer|exporter|lake|dam|at the (?:highest|most)|source of)\b/i,
  },
  // "no other foreign official has seen him so often"; "more often than any other leader"
  {
    kind: 'superlative',
    name: 'no-other',
    unless: /\b(?:hono(?:u)?r|courtesy|privilege) that\b/,
    cue: /\b[Nn]o other (?:\w+ ){1,5}(?:has|have|had|was|did|is)\b|\bmore (?:\w+ ){0,3}than (?:any|all) (?:other|others|of)\b|\bunmatched by\b/,
    needs: EXCHANGE,
  },
  // "No president has covered so much ground in so short a time"; "the French text is the longest"
  {
    kind: 'superlative',
    name: 'so-much',
    cue: /\b[Nn]o (?:[\w’'-]+ ){1,6}(?:has|have|had) (?:ever )?(?:\w+ ){1,4}(?:so|as) (?:much|many|often|long|far|high|senior|frequently|warmly)\b|\bthe only (?:other )?(?:[\w’'-]+ ){1,6}(?:to have|who has|who have|ever to)\b|\bunrivalled\b|\bunequalled\b|\b(?:a|the) record (?:number|\d+)\b/,
    needs: null,
  },
  {
    kind: 'superlative',
    name: 'est',
    cue: /\b(?:the|its|his|her|their) (?!(?:inter|requ|w|for|gu|prot|t|r|hon|lat|mod|conqu|inv|arr|cont|pri|northw|southw|n|v|ch|manif|harv|qu|dig)est\b)(?:\w{3,}est|most \w+)\b/i,
    needs: new RegExp(
      `${WINDOW.source}|\\b(?:statement|text|readout|account|version|communiqu[eé]|summary) (?:is|was) the\\b|\\bby (?:any|a holder)\\b`,
      'i',
    ),
    unless:
      /\b(?:trading partners?|econom\w+|producer|exporter|importer|at the (?:highest|most)|source of|most of|most recent|earliest|the west|the rest|population|city|mountain)\b/i,
  },
  // "No neighbour has sent ministers more often"; "never has a premier travelled so much"; "nobody of higher rank has come"
  {
    kind: 'superlative',
    name: 'none-more',
    hint: /more|so |higher|senior|outrank/i,
    cue: /\b[Nn]o (?:[\w’'-]+ ){1,6}(?:has|have|had) [^.;]{3,80}\bmore (?:often|frequently|times|visits)\b|\b[Nn]ever (?:before )?(?:has|have|had) [^.;]{0,90}\bso (?:much|many|often|far|high|frequently)\b|\b(?:[Nn]obody|[Nn]o one|[Nn]o (?:\w+ )?(?:official|visitor|guest|envoy|diplomat|minister))s? (?:of )?(?:higher|more senior)\b|\boutrank(?:s|ed)?\b[^.;]{1,60}\b(?:any|every|all)\b/,
    needs: EXCHANGE,
  },
  // "he is the top Ruritanian visitor in six years"
  {
    kind: 'superlative',
    name: 'top-visitor',
    cue: /\bthe top (?:[\w’'-]+ ){0,2}(?:visitor|guest|official|envoy|diplomat|leader)\b/i,
    needs: new RegExp(
      `${WINDOW.source}|\\bto (?:visit|travel|come|set|attend|go|meet|land|be received)\\b`,
      'i',
    ),
  },
  // "visits sank to a ten-year low"; "contacts are at their highest since the war"
  {
    kind: 'superlative',
    name: 'low-or-high',
    hint: /low|high|peak/i,
    pressOnly: true,
    cue: /\b(?:\w+-(?:year|decade|month)|record|all-time|post-war|historic) (?:low|high|peak)\b|\bat (?:its|their|the) (?:lowest|highest|thinnest|closest|coldest)\b[^.;]{0,30}\bsince\b/i,
    needs: EXCHANGE,
    unless: /\b(?:trade|prices?|inflation|exports?|approval|polls?|unemployment|currency|growth|output)\b/i,
  },
]
