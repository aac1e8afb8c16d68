// Files that wait to be filed, kept by the browser itself, so that a reload loses none of them.

const store = 'files'

/** A file with the place it has in the queue. */
export interface Pending {
  key: number
  file: File
}

function open(): Promise<IDBDatabase> {
  return new Promise((give, fail) => {
    const asked = indexedDB.open('chancery-pending', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { autoIncrement: true })
    asked.onsuccess = () => give(asked.result)
    asked.onerror = () => fail(asked.error)
  })
}

async function inStore<Value>(
  mode: IDBTransactionMode,
  act: (files: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await open()
  try {
    return await new Promise((give, fail) => {
      const asked = act(database.transaction(store, mode).objectStore(store))
      asked.onsuccess = () => give(asked.result)
      asked.onerror = () => fail(asked.error)
    })
  } finally {
    database.close()
  }
}

export const keepFile = async (file: File): Promise<Pending> => ({
  key: (await inStore('readwrite', (files) => files.add(file))) as number,
  file,
})

export const dropFile = (key: number): Promise<undefined> =>
  inStore('readwrite', (files) => files.delete(key))

export const dropFiles = (): Promise<undefined> => inStore('readwrite', (files) => files.clear())

/** What an earlier visit left, in order. */
export async function leftFiles(): Promise<Pending[]> {
  const [keys, files] = await Promise.all([
    inStore('readonly', (all) => all.getAllKeys()),
    inStore('readonly', (all) => all.getAll() as IDBRequest<File[]>),
  ])
  return files.map((file, i) => ({ key: Number(keys[i]), file }))
}
