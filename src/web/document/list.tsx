// The list of what was read, beside the text: pointing at one lights the other.
import { type ReactNode, useEffect, useRef } from 'react'
import { ClaimCard, ExchangeCard, OfficialCard, StatementCard } from './cards.tsx'
import type { Item } from './items.ts'
import styles from './list.module.css'

interface Props {
  items: Item[]
  lit: string | null
  onPoint(key: string | null): void
  onPick(key: string): void
  /** What stands under an item: its acts, its verdict. */
  below?: (item: Item) => ReactNode
}

export function ReadingList({ items, lit, onPoint, onPick, below }: Props): ReactNode {
  const box = useRef<HTMLOListElement>(null)
  const numbers = new Map(items.map((item) => [item.key, item.number]))
  useEffect(() => {
    const item = lit ? box.current?.querySelector<HTMLElement>(`#item-${CSS.escape(lit)}`) : null
    if (item && !item.matches(':hover, :focus-within')) scrollWithin(box.current!, item)
  }, [lit])
  return (
    <ol ref={box} className={styles.list}>
      {items.map((item) => (
        <li
          key={item.key}
          id={`item-${item.key}`}
          data-lit={lit === item.key}
          onMouseEnter={() => onPoint(item.key)}
          onMouseLeave={() => onPoint(null)}
          onFocus={() => onPoint(item.key)}
        >
          <button
            type="button"
            data-row
            className={styles.number}
            onClick={() => onPick(item.key)}
            aria-label={`Show ${item.number} in the text`}
          >
            {item.number}
          </button>
          <div className={styles.card}>
            <Card
              item={item}
              inside={numbers.get(item.layer === 'exchanges' ? (item.exchange.partOf ?? '') : '')}
            />
            {below?.(item)}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Card({ item, inside }: { item: Item; inside: number | undefined }): ReactNode {
  switch (item.layer) {
    case 'exchanges':
      return <ExchangeCard exchange={item.exchange} inside={inside} />
    case 'statements':
      return <StatementCard statement={item.statement} />
    case 'officials':
      return <OfficialCard official={item.official} />
    case 'claims':
      return <ClaimCard claim={item.claim} />
  }
}

/** Scrolls the list alone, never the page under the reader's eyes. */
function scrollWithin(list: HTMLElement, item: HTMLElement): void {
  const box = list.closest<HTMLElement>('[data-scrolls]')
  if (!box || box.scrollHeight <= box.clientHeight) return
  const [a, b] = [item.getBoundingClientRect(), box.getBoundingClientRect()]
  if (a.top < b.top || a.bottom > b.bottom) box.scrollBy({ top: a.top - b.top - b.height / 3 })
}
