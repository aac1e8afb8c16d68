// Verbs of going and the prepositions behind which they tell where to.

/** Verbs of going that mean a visit with these prepositions only. */
export const destinationOf: Record<string, RegExp> = {
  lead: /^to$/,
  travel: /^(?:to|in)$/, fly: /^(?:to|into|in)$/, go: /^to$/, come: /^to$/, arrive: /^(?:in|at|on)$/, head: /^(?:to|for)$/, land: /^(?:in|at)$/, stop: /^(?:in|at)$/,
  bind: /^for$/, depart: /^(?:for|to)$/, leave: /^for$/, spend: /^(?:in|at)$/, due: /^(?:in|at)$/, expect: /^(?:in|at)$/, return: /^to$/, journey: /^to$/, stay: /^in$/,
  set: /^(?:in|on)$/, swing: /^(?:through|by)$/, embark: /^to$/, 'fly on': /^to$/, 'go on': /^to$/, 'move on': /^to$/, 'set off': /^(?:for|to)$/, 'set out': /^(?:for|to)$/,
  be: /^in$/, touch: /^in$/, 'touch down': /^(?:in|at|on)$/, 'drop in': /^(?:in|on)$/, sail: /^to$/, jet: /^(?:to|off)$/,
  continue: /^(?:to|on)$/, proceed: /^to$/, work: /^through$/, pass: /^through$/, make: /^to$/, hop: /^to$/, drop: /^(?:by|in)$/, rush: /^to$/, call: /^(?:at|in)$/, follow: /^(?:to|in)$/,
  begin: /^in$/, start: /^in$/, end: /^in$/, finish: /^in$/, conclude: /^in$/, turn: /^in$/, show: /^in$/, wing: /^to$/, shuttle: /^to$/, transit: /^(?:in|through)$/,
} // biome-ignore format: a table

/** Any other verb of moving: "slipped into", "crossed to", "turned up in"; what it leads to stands behind these. */
export const motion: ReadonlySet<string> = new Set([
  'slip', 'cross', 'sweep', 'roll', 'breeze', 'drive', 'motor', 'steam', 'walk', 'trek', 'venture', 'hasten', 'hurry', 'race', 'dash', 'scramble', 'speed', 'repair', 'nip',
  'turn up', 'show up', 'end up', 'pop up', 'wind up', 'fetch up', 'roll up', 'come up', 'come over', 'come down', 'fly over', 'fly down', 'fly up', 'fly back', 'head back', 'head off', 'go back', 'go down', 'go up', 'go over', 'come back',
  'alight', 'disembark', 'deplane', 'decamp', 'jet off', 'helicopter', 'detour', 'crisscross', 'reappear', 'surface', 'resurface',
]) // biome-ignore format: a list
export const into = /^(?:to|into|in|at|on|up|over)$/
