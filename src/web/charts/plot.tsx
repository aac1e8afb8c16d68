// Puts a plot on the page: drawn when its data or the width changes, without Plot's own style sheet, with a text beside it.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { saveFile } from '../saving.ts'
import styles from './plot.module.css'
import { colourOf, paintPng, writeSvg } from './saving.ts'

/** Draws into the given width, px. Null draws nothing. */
export type Draw = (width: number) => Promise<Element | null> | Element | null

interface Props {
  draw: Draw
  /** What the picture shows, for those who cannot see it, and under it. */
  caption: string
  /** Height held free before the first drawing, px, so that nothing jumps. */
  height: number
  /** Height by width, for pictures that a narrow page makes lower. */
  ratio?: number
  onOpen?: (id: string) => void
  /** What a saved file is called. */
  name?: string
}

/** While a page is laid out a box is for a moment narrower than a plot's own margins, px: nothing is drawn then. */
const least = 120

export function PlotFigure({ draw, caption, height, ratio, onOpen, name = 'plot' }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  useEffect(() => {
    let stale = false
    if (width >= least) {
      void Promise.resolve(draw(width)).then((drawn) => {
        if (stale || !box.current) return
        if (drawn) tidy(drawn, caption)
        box.current.replaceChildren(...(drawn ? [drawn] : []))
      })
    }
    return () => {
      stale = true
    }
  }, [draw, width, caption])
  return (
    <figure className={styles.figure}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the table beside the plot opens the same rows by keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div
        ref={box}
        className={styles.plot}
        style={{ minHeight: ratio && width ? Math.min(height, Math.ceil(width * ratio)) : height }}
        onClick={(event) => {
          const id = (event.target as Element).closest('[data-id]')?.getAttribute('data-id')
          if (id) onOpen?.(id)
        }}
      />
      <figcaption>
        {caption}{' '}
        <span data-screen-only>
          Save as{' '}
          <button type="button" className={styles.save} onClick={() => saveSvg(box.current, caption, name)}>
            SVG
          </button>{' '}
          <button
            type="button"
            className={styles.save}
            onClick={() => void savePng(box.current, caption, name)}
          >
            PNG
          </button>
        </span>
      </figcaption>
    </figure>
  )
}

function saveSvg(box: Element | null, caption: string, name: string): void {
  const svg = box && writeSvg(box, caption)
  if (svg) saveFile(`chancery-${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }))
}

async function savePng(box: Element | null, caption: string, name: string): Promise<void> {
  const svg = box && writeSvg(box, caption)
  const png = svg && (await paintPng(svg, colourOf('--paper', box)))
  if (png) saveFile(`chancery-${name}.png`, png)
}

function useWidth(box: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    watcher.observe(box.current!)
    return () => watcher.disconnect()
  }, [box])
  return width
}

/** A strict content policy forbids Plot's style element; roleless groups may carry no label. */
function tidy(drawn: Element, caption: string): void {
  for (const style of drawn.querySelectorAll('style')) style.remove()
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
  // The words beside a legend's swatches say what they are.
  for (const swatch of drawn.querySelectorAll('span > svg')) swatch.setAttribute('aria-hidden', 'true')
  for (const svg of drawn.tagName === 'svg' ? [drawn] : drawn.querySelectorAll('svg:not([aria-hidden])')) {
    svg.setAttribute('role', 'img')
    svg.setAttribute('aria-label', caption)
    // What Plot's style element says.
    svg.classList.add(styles.svg!)
  }
}

/** Marks each drawn point with the id of its row, so that a press opens it. `select` finds the points of one mark, in the order of `ids`. */
export function tagPoints(drawn: Element, select: string, ids: string[]): void {
  drawn.querySelectorAll(select).forEach((point, i) => {
    if (ids[i]) point.setAttribute('data-id', ids[i])
  })
}
