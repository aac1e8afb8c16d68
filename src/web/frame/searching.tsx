// Search as you type over people, states, groupings, exchanges and documents, opened by `/`.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'
import { Text } from 'react-aria-components/Text'
import { get } from '../api.ts'
import { Sheet } from '../parts/sheet.tsx'
import styles from './searching.module.css'

interface Hit {
  type: string
  id: string
  label: string
  detail: string | null
}

const pages: Record<string, string> = {
  person: 'people',
  state: 'states',
  organization: 'groupings',
  exchange: 'exchanges',
  document: 'documents',
}

export function SearchDialog({ close }: { close(): void }): ReactNode {
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const navigate = useNavigate()
  const hits = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => get<Hit[]>('search', { q: wanted }, signal),
    enabled: wanted.length > 1,
    placeholderData: keepPreviousData,
  })
  const open = (key: string): void => {
    const [type, ...id] = key.split(':')
    close()
    void navigate({ to: `/${pages[type!] ?? 'exchanges'}/${encodeURIComponent(id.join(':'))}` })
  }
  const items = wanted.length > 1 ? (hits.data ?? []) : []
  return (
    <Sheet title="Search the record" close={close}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label="Search the record" autoFocus className={styles.field!}>
          <Input
            className={styles.input!}
            placeholder="A person, state, grouping, place or words of a document"
          />
        </SearchField>
        <ListBox
          aria-label="Found"
          className={styles.list!}
          items={items}
          onAction={(key) => open(String(key))}
          renderEmptyState={() => (
            <p className={styles.none}>
              {wanted.length > 1 && !hits.isFetching
                ? 'Nothing in the record goes by that.'
                : 'Type two letters or more.'}
            </p>
          )}
        >
          {(hit) => (
            <ListBoxItem id={`${hit.type}:${hit.id}`} textValue={hit.label} className={styles.hit!}>
              <span className={styles.type}>{hit.type}</span>
              <Text slot="label">{hit.label}</Text>
              {hit.detail && (
                <Text slot="description" className={styles.detail!}>
                  {hit.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Sheet>
  )
}
