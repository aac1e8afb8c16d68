// The form of a new watch: its name, what it waits for, and whom it tells besides.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Action } from '../parts/action.tsx'
import { Choice } from '../parts/choice.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { addWatch, askConditions, type ShownCondition, useWatchAct } from './asking.ts'
import styles from './watches.module.css'

interface Props {
  question: string
  input: Record<string, unknown>
  called: string
  close(): void
}

export function WatchForm(props: Props): ReactNode {
  return (
    <Sheet title="Turn into a watch" close={props.close}>
      <Loaded query={useQuery(askConditions)} what="what a watch can wait for">
        {(all) => (
          <Fields {...props} conditions={all.filter(({ questions }) => questions.includes(props.question))} />
        )}
      </Loaded>
    </Sheet>
  )
}

function Fields({
  question,
  input,
  called,
  close,
  conditions,
}: Props & { conditions: ShownCondition[] }): ReactNode {
  const [name, setName] = useState(called.slice(0, 200))
  const [condition, choose] = useState(conditions[0]?.name ?? 'changes')
  const [days, setDays] = useState('')
  const [webhook, setWebhook] = useState('')
  const adding = useWatchAct(addWatch)
  const measure = conditions.find((one) => one.name === condition)?.days
  const add = (): void =>
    adding.mutate({
      question,
      input,
      condition,
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(measure && days ? { days: Number(days) } : {}),
      ...(webhook.trim() ? { webhook: webhook.trim() } : {}),
      actor: 'workbench',
    })
  if (adding.data) return <Kept {...adding.data} close={close} />
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!adding.isPending) add()
      }}
    >
      <Field label="Name" value={name} onChange={setName} />
      <Choice
        label="Tell when"
        value={condition}
        onChange={choose}
        options={conditions.map((one) => [one.name, one.title] as const)}
      />
      {measure && (
        <Field
          label="Days"
          type="number"
          value={days}
          onChange={setDays}
          help={measure.required ? measure.means : `${measure.means}; may be left empty`}
        />
      )}
      <Field
        label="Webhook"
        type="url"
        value={webhook}
        onChange={setWebhook}
        help="May be left empty. An address of your own that is called, signed, each time the watch fires."
      />
      <p className={styles.soft}>
        The question is asked again after every change of the record while <code>chancery serve</code> runs.
        What stands now is not news.
      </p>
      {adding.error && <Failure error={adding.error} />}
      <div>
        <Action
          type="submit"
          look="main"
          isDisabled={adding.isPending || (measure?.required === true && !(Number(days) > 0))}
        >
          {adding.isPending ? 'Asking once …' : 'Keep the watch'}
        </Action>
      </div>
    </form>
  )
}

function Kept({
  id,
  now,
  secret,
  close,
}: {
  id: string
  now: string
  secret: string | null
  close(): void
}): ReactNode {
  return (
    <div className={styles.form} role="status">
      <p>
        <b>★ Kept.</b> Now: {now}
      </p>
      {secret && (
        <p>
          The webhook’s calls are signed with <code className={styles.secret}>{secret}</code>. It is told only
          here.
        </p>
      )}
      <p>
        <Link to="/watches" search={{ watch: id }}>
          See all watches
        </Link>
      </p>
      <div>
        <Action onPress={close}>Close</Action>
      </div>
    </div>
  )
}
