// A dialog over the page: closes by Esc, by its button and by a press outside.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import styles from './sheet.module.css'

interface Props {
  title: string
  close(): void
  narrow?: boolean
  children: ReactNode
}

export function Sheet({ title, close, narrow = false, children }: Props): ReactNode {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && close()} className={styles.overlay!}>
      <Modal className={`${styles.modal} ${narrow ? styles.narrow : ''}`}>
        <Dialog className={styles.dialog!}>
          <div className={styles.head}>
            <Heading slot="title">{title}</Heading>
            <Button slot="close" className={styles.close!} aria-label="Close">
              ✕
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
