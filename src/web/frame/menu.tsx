// The way to each page on narrow screens.
import type { ReactNode } from 'react'
import { Sheet } from '../parts/sheet.tsx'
import { Badge } from '../session/badge.tsx'
import styles from './frame.module.css'
import { Navigation } from './navigation.tsx'

export function MenuDialog({ close }: { close(): void }): ReactNode {
  return (
    <Sheet title="Pages" close={close} narrow>
      <nav aria-label="Pages">
        <Navigation />
      </nav>
      <div className={styles.inMenu}>
        <Badge />
      </div>
    </Sheet>
  )
}
