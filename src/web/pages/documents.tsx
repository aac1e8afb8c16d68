// Documents: what is held, newest first, and the way to add one.
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { FilingProgress } from '../document/progress.tsx'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { DateMark } from '../parts/marks.tsx'
import { askDocuments, type ShownDocument } from '../record.ts'
import styles from './documents.module.css'

const route = getRouteApi('/documents')

export function DocumentsPage(): ReactNode {
  const { query = '' } = route.useSearch()
  const navigate = useNavigate()
  const [text, setText] = useState(query)
  useEffect(() => {
    if (text === query) return
    const timer = setTimeout(
      () => void navigate({ to: '/documents', search: { query: text }, replace: true }),
      200,
    )
    return () => clearTimeout(timer)
  }, [text, query, navigate])
  const documents = useInfiniteQuery(askDocuments(query))
  return (
    <>
      <Head title="Documents" lead="Texts as published, each with what was read in it.">
        <Action look="main" onPress={() => void navigate({ to: '/documents/new' })}>
          Add a document
        </Action>
      </Head>
      <FilingProgress />
      <div className={styles.search}>
        <Field
          label="Search documents"
          quiet
          type="search"
          value={text}
          onChange={setText}
          placeholder="Search titles and texts"
        />
      </div>
      <Loaded query={documents} what="the documents">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (!items.length) return <NoDocuments query={query} />
          return (
            <>
              <DocumentTable items={items} />
              {documents.hasNextPage && (
                <Action
                  isDisabled={documents.isFetchingNextPage}
                  onPress={() => void documents.fetchNextPage()}
                >
                  Show more
                </Action>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function NoDocuments({ query }: { query: string }): ReactNode {
  if (query) return <Empty title="No document has these words">Try fewer words, or another spelling.</Empty>
  return (
    <Empty title="No document is filed yet">
      <p>
        <Link to="/documents/new">Add one</Link> by paste, file or address; or from a terminal:{' '}
        <code>chancery ingest FOLDER</code>. The exchanges of the base record are there already, under{' '}
        <Link to="/exchanges">Exchanges</Link>.
      </p>
    </Empty>
  )
}

function DocumentTable({ items }: { items: ShownDocument[] }): ReactNode {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Published</th>
          <th scope="col">Title</th>
          <th scope="col">Publisher</th>
          <th scope="col">Genre</th>
          <th scope="col">Exchanges</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <DateMark edtf={item.publishedOn} />
            </td>
            <th scope="row">
              <Link to="/documents/$id" params={{ id: item.id }} data-row>
                {item.title || 'Untitled'}
              </Link>
            </th>
            <td>{item.publisher}</td>
            <td>{item.genre}</td>
            <td>
              {item.exchanges}
              <span className={styles.narrow}> {item.exchanges === 1 ? 'exchange' : 'exchanges'}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
