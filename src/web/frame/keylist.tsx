// The list of keys, opened by `?`.
import type { ReactNode } from 'react'
import { Sheet } from '../parts/sheet.tsx'
import { useMay } from '../session/session.ts'
import styles from './keylist.module.css'

const keys: [group: string, rows: [keys: string[], what: string][]][] = [
  [
    'Everywhere',
    [
      [['/'], 'search the record'],
      [['?'], 'this list'],
      [['Esc'], 'close what lies on top'],
    ],
  ],
  [
    'Go to',
    [
      [['g', 't'], 'Today'],
      [['g', 'd'], 'Documents'],
      [['g', 'c'], 'Check a text'],
      [['g', 'e'], 'Exchanges'],
      [['g', 'a'], 'Ask'],
      [['g', 'p'], 'Pairs and triples'],
      [['g', 'v'], 'Who visits whom'],
      [['g', 'q'], 'Queue'],
      [['g', 'w'], 'Watches'],
    ],
  ],
  [
    'In a list',
    [
      [['j'], 'next row'],
      [['k'], 'row before'],
      [['Enter'], 'open the row'],
    ],
  ],
  [
    'Beside a text',
    [
      [['f'], 'file it, when it is not filed yet'],
      [['n'], 'add what was missed: the words selected'],
    ],
  ],
  [
    'Review',
    [
      [['a'], 'accept'],
      [['e'], 'correct'],
      [['x'], 'reject'],
      [['u'], 'take the last one back'],
    ],
  ],
]

export function KeysDialog({ close }: { close(): void }): ReactNode {
  const decides = useMay('editor')
  return (
    <Sheet title="Keys" close={close}>
      <div className={styles.keys}>
        {keys
          .filter(([group]) => decides || group !== 'Review')
          .map(([group, rows]) => (
            <section key={group}>
              <h3>{group}</h3>
              <dl>
                {rows.map(([combination, what]) => (
                  <div key={what}>
                    <dt>
                      {combination.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dt>
                    <dd>{what}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Sheet>
  )
}
