// Takes a text in: pasted, dropped or chosen as a file, or fetched from an address; and what is known about it.
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { DropZone, Text } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { isFileDropItem } from 'react-aria-components/useDrop'
import { Choice } from '../parts/choice.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { fileAll } from './batch.ts'
import { type Extracted, extractFile, fileTypes, isArchive } from './extract.ts'
import styles from './form.module.css'
import { type Draft, keepDraft, useDraft } from './kept.ts'
import { useRefresh } from './progress.tsx'

const genres: [Draft['genre'], string][] = [
  ['', 'not known'],
  ['news', 'news'],
  ['analysis', 'analysis'],
  ['readout', 'readout'],
  ['communique', 'communiqué'],
  ['press-briefing', 'press briefing'],
  ['speech', 'speech'],
  ['chronology', 'chronology'],
  ['announcement', 'announcement'],
]

interface Props {
  /** What else can bring a text, beside the file button. */
  also?: ReactNode
  /** The acts under the form. */
  children: ReactNode
}

export function DraftForm({ also, children }: Props): ReactNode {
  const draft = useDraft()
  const set = (part: Partial<Draft>): void => keepDraft({ ...draft, ...part, read: false })
  const taking = useMutation({
    mutationFn: ({ work }: { work: () => Promise<Extracted> }) => work(),
    onSuccess: (found) => set(draftOf(found)),
  })
  const refresh = useRefresh()
  // One document is read into the form; several, or an archive of them, are filed one after another.
  const take = (files: File[]): void => {
    if (files.length > 1 || files.some((file) => isArchive(file.name))) void fileAll(files, refresh)
    else if (files[0]) taking.mutate({ work: () => extractFile(files[0]!) })
  }
  return (
    <div className={styles.form}>
      <DropZone className={styles.zone!} onDrop={(event) => void filesOf(event.items).then(take)}>
        <Field
          label="Text"
          rows={12}
          value={draft.text}
          onChange={(text) => set({ text })}
          placeholder="Paste a text here, or drop a file: text, HTML, Markdown, PDF, Word or e-mail. Several at once, and archives (ZIP, tar, gzip), are filed without a look at each."
        />
        <Text slot="label" className={styles.hidden!}>
          Drop a file here to take its text
        </Text>
      </DropZone>
      <div className={styles.ways}>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={fileTypes}
          onSelect={(files) => take([...(files ?? [])])}
        >
          <Button className={styles.file!}>Choose files …</Button>
        </FileTrigger>
        {also}
      </div>
      {taking.isPending && <Waiting what="the text" />}
      {taking.error && <Failure error={taking.error} />}
      <div className={styles.about}>
        <Field label="Title" value={draft.title} onChange={(title) => set({ title })} />
        <Field
          label="Published on"
          type="date"
          value={draft.publishedOn}
          onChange={(publishedOn) => set({ publishedOn })}
          help="“Yesterday” and “last week” are counted from this day."
        />
        <Field label="Publisher" value={draft.publisher} onChange={(publisher) => set({ publisher })} />
        <Choice
          label="Genre"
          value={draft.genre}
          onChange={(genre) => set({ genre: genre as Draft['genre'] })}
          options={genres}
        />
        <Field label="Address" type="url" value={draft.url} onChange={(url) => set({ url })} />
      </div>
      <div className={styles.acts}>{children}</div>
    </div>
  )
}

const draftOf = (found: Extracted): Partial<Draft> => ({
  text: found.text,
  ...(found.title ? { title: found.title } : {}),
  ...(found.publishedOn ? { publishedOn: found.publishedOn } : {}),
  ...(found.publisher ? { publisher: found.publisher } : {}),
})

const filesOf = (items: Parameters<typeof isFileDropItem>[0][]): Promise<File[]> =>
  Promise.all(items.filter(isFileDropItem).map((item) => item.getFile()))
