// The reading view: a text beside what was read in it, one layer at a time, the layer and the picked item in the address.
import { type ReactNode, type RefObject, useMemo, useState } from 'react'
import type { Reading } from '../../reading/reading.ts'
import { Empty } from '../parts/empty.tsx'
import { asLayer, type Item, itemsOf, type Layer, layers } from './items.ts'
import { ReadingList } from './list.tsx'
import styles from './reader.module.css'
import { MarkedText } from './text.tsx'

interface Props {
  text: string
  reading: Reading
  layer: string | undefined
  item: string | undefined
  onAddress(part: { layer?: string | undefined; item?: string | undefined }): void
  below?: (item: Item) => ReactNode
  /** Over the list of what was read. */
  above?: ReactNode
  aside?: ReactNode
  holder?: RefObject<HTMLDivElement | null>
}

export function ReaderView({
  text,
  reading,
  layer: wanted,
  item,
  onAddress,
  below,
  above,
  aside,
  holder,
}: Props): ReactNode {
  const layer = asLayer(wanted)
  const items = useMemo(() => itemsOf(reading, layer), [reading, layer])
  const [pointed, point] = useState<string | null>(null)
  const lit = pointed ?? item ?? null
  const pick = (key: string): void => onAddress({ layer, item: key })
  return (
    <div className={styles.reader}>
      <section aria-label="Text" className={styles.sheet}>
        <MarkedText
          text={text}
          marks={items}
          look={layer}
          lit={lit}
          onPoint={point}
          onPick={pick}
          show={item ?? null}
          {...(holder ? { holder } : {})}
        />
      </section>
      <section aria-label="What was read" className={styles.side} data-scrolls>
        <LayerBar
          reading={reading}
          layer={layer}
          choose={(next) => onAddress({ layer: next, item: undefined })}
        />
        {above}
        {items.length ? (
          <ReadingList items={items} lit={lit} onPoint={point} onPick={pick} {...(below ? { below } : {})} />
        ) : (
          <Empty title={`No ${layer} read`}>{emptyWords[layer]}</Empty>
        )}
        {reading.warnings.length > 0 && (
          <details className={styles.warnings}>
            <summary>What the reader could not make out ({reading.warnings.length})</summary>
            <ul>
              {reading.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </details>
        )}
        {aside}
      </section>
    </div>
  )
}

const emptyWords: Record<Layer, string> = {
  exchanges: 'The reader found no visit, meeting, call or other exchange between states in this text.',
  statements: 'Nobody is quoted in this text, or the quotations stand without a speaker.',
  officials: 'No official is named in this text.',
  claims:
    'The text makes no claim that the record could test: no “highest since”, no “first time”, no comparison of pace.',
}

interface BarProps {
  reading: Reading
  layer: Layer
  choose(layer: Layer): void
}

function LayerBar({ reading, layer, choose }: BarProps): ReactNode {
  return (
    <fieldset className={styles.bar}>
      <legend>Show</legend>
      {layers.map((name) => (
        <label key={name} data-layer={name}>
          <input type="radio" name="layer" checked={name === layer} onChange={() => choose(name)} />
          <span>{name}</span> <b>{reading[name].length}</b>
        </label>
      ))}
    </fieldset>
  )
}
