// A slider over years with two ends: drawn with the mouse, moved with the arrow keys.
import { type ReactNode, useRef, useState } from 'react'
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import styles from './years.module.css'

interface Props {
  label: string
  first: number
  last: number
  /** Years at which the ends stand. */
  value: [from: number, to: number]
  onChange(from: number, to: number): void
}

/** Milliseconds without a move. */
const rest = 250

export function YearsSlider({ label, first, last, value, onChange }: Props): ReactNode {
  const [moving, move] = useState<[number, number] | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Each press of an arrow key ends a move: the record is asked only when the hand rests.
  const settle = (ends: [number, number]): void => {
    clearTimeout(resting.current)
    resting.current = setTimeout(() => {
      move(null)
      onChange(...ends)
    }, rest)
  }
  return (
    <Slider
      className={styles.years!}
      minValue={first}
      maxValue={last}
      value={moving ?? value}
      onChange={(ends) => move(ends as [number, number])}
      onChangeEnd={(ends) => settle(ends as [number, number])}
      formatOptions={{ useGrouping: false }}
    >
      <Label className={styles.label!}>{label}</Label>
      <SliderOutput className={styles.output!}>
        {({ state }) => {
          const [from, to] = state.values
          return from === to ? from : `${from} – ${to}`
        }}
      </SliderOutput>
      <SliderTrack className={styles.track!}>
        {({ state }) => (
          <>
            <div
              className={styles.between}
              style={{
                left: `${state.getThumbPercent(0) * 100}%`,
                right: `${(1 - state.getThumbPercent(1)) * 100}%`,
              }}
            />
            <SliderThumb index={0} aria-label="From" className={styles.thumb!} />
            <SliderThumb index={1} aria-label="To" className={styles.thumb!} />
          </>
        )}
      </SliderTrack>
    </Slider>
  )
}
