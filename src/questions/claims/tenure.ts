// When the official of a claim took up the leading office held on a day, as the record knew it on the day asked.
import type { QuestionContext } from '../question.ts'
import { asKnown, runQuery } from '../recall.ts'

/** First day and title of the leading office; null when the record knew of none held that day, or not since when. */
export async function leadingOffice(
  context: QuestionContext,
  person: string,
  day: string,
): Promise<{ from: string; title: string } | null> {
  const [tenure] = await runQuery<{ from: string | null; title: string }>(
    context,
    (p) => `
    select lower(t.valid)::text as from, o.title from known_tenure t join office o on o.id = t.office_id
    where ${asKnown('t', context, p)} and t.person_id = ${p(person)} and t.valid @> ${p(day)}::date
    order by o.level, lower(t.valid) limit 1`,
  )
  return tenure?.from ? { from: tenure.from, title: tenure.title } : null
}
