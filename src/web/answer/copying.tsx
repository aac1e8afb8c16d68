// Copies an answer in the form chosen, and says so.
import { type ReactNode, useState } from 'react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { Answer } from '../../questions/answer.ts'
import { Action } from '../parts/action.tsx'
import combo from '../parts/combo.module.css'
import { type Form, forms, writeAnswer } from './copy.ts'

export function CopyMenu({ answer }: { answer: Answer }): ReactNode {
  const [said, say] = useState('')
  const copy = async (form: Form): Promise<void> => {
    try {
      await navigator.clipboard.writeText(writeAnswer(form, answer, location.href))
      say(`${form} copied`)
    } catch {
      say('The browser refused to copy')
    }
    setTimeout(() => say(''), 2500)
  }
  return (
    <>
      <MenuTrigger>
        <Action>{said || 'Copy as …'}</Action>
        <Popover className={combo.popover!}>
          <Menu className={combo.list!} onAction={(key) => void copy(key as Form)}>
            {forms.map((form) => (
              <MenuItem key={form} id={form} className={combo.option!}>
                {form}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <span role="status" className={combo.said}>
        {said}
      </span>
    </>
  )
}
