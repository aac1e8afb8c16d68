// A button: one that acts. `main` is the one thing a page is for.
import type { ReactNode } from 'react'
import { Button, type ButtonProps } from 'react-aria-components/Button'
import styles from './action.module.css'

interface Props extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  look?: 'main' | 'plain' | 'quiet'
  /** The key that does the same, shown beside the label. */
  hint?: string
  children: ReactNode
}

export function Action({ look = 'plain', hint, children, ...rest }: Props): ReactNode {
  return (
    <Button {...rest} className={`${styles.action} ${styles[look]}`}>
      {children}
      {hint && <kbd>{hint}</kbd>}
    </Button>
  )
}
