// Counting rules by name, and what each would say.
import { InputError } from '../errors.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { CountingRule } from '../knowledge/rules.ts'
import type { Sensitivity } from './answer.ts'
import type { QuestionContext } from './question.ts'
import { nearestWords } from './suggest.ts'

export const defaultRule = 'chancery'

/** The rule of that name. Throws InputError with the names there are. */
export function ruleNamed(knowledge: Knowledge, name: string = defaultRule): CountingRule {
  const rule = knowledge.rules.find((candidate) => candidate.name === name.toLowerCase())
  if (rule) return rule
  const names = knowledge.rules.map((candidate) => candidate.name)
  const near = nearestWords(name.toLowerCase(), names)
  throw new InputError(
    `There is no counting rule "${name}".`,
    near.length ? `Did you mean ${near.join(' or ')}?` : `Rules: ${names.join(', ')}.`,
  )
}

/** The rule with the question's own level bound laid over it; classes of office that a rule lets in besides its level do not pass a better bound. */
export const boundRule = (rule: CountingRule, level: number | undefined): CountingRule => {
  if (level === undefined) return rule
  const { officeClasses: _classes, ...bare } = rule
  return level <= rule.maxLevel ? { ...bare, maxLevel: level } : rule
}

/** A rule under which nothing counts says nothing against the answer. */
const saysNothing = /^(?:nobody counts|none|no silence|nothing to compare|no case|no visits)/

/** What the answer would be under every other rule: `outcome` says it in words; it flips where the words differ and say something. */
export function underOtherRules(
  context: QuestionContext,
  outcome: (rule: CountingRule) => string,
): Sensitivity[] {
  const here = outcome(context.rule)
  return context.knowledge.rules
    .filter((rule) => rule.name !== context.rule.name)
    .map((rule) => {
      const there = outcome(rule)
      return { rule: rule.name, outcome: there, flips: there !== here && !saysNothing.test(there) }
    })
}
