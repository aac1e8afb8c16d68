// Settings: how the workbench looks, which sources are watched, where the record is, what it holds, how to take it away.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { address } from '../api.ts'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Section } from '../parts/section.tsx'
import { Switch } from '../parts/switch.tsx'
import { askFormats, askRecord, askRules } from '../record.ts'
import { keepScheme, readScheme, type Scheme } from '../scheme.ts'
import { Sources } from '../source/sources.tsx'
import { spaced } from '../words.ts'
import styles from './lists.module.css'

export function SettingsPage(): ReactNode {
  const [scheme, setScheme] = useState<Scheme>(readScheme)
  return (
    <>
      <Head
        title="Settings"
        lead="Colours are kept in this browser; sources are watched by the record, for everybody who uses it."
      />
      <Section title="Colours">
        <Switch
          label="Colours"
          options={['system', 'light', 'dark']}
          value={scheme}
          onChange={(next) => {
            setScheme(next as Scheme)
            keepScheme(next as Scheme)
          }}
        />
      </Section>
      <Section title="Watched sources">
        <Sources />
      </Section>
      <div className={styles.columns}>
        <Section title="The record">
          <AboutTheRecord />
        </Section>
        <Section title="Counting rules">
          <Rules />
        </Section>
      </div>
      <Section title="Take the record away">
        <Formats />
      </Section>
    </>
  )
}

function AboutTheRecord(): ReactNode {
  return (
    <Loaded query={useQuery(askRecord)} what="the record" room={420}>
      {({ version, engine, location, counts }) => (
        <table>
          <tbody>
            {[
              ['Program', `Chancery ${version}`],
              ['Engine', engine],
              ['Place', location],
              ...Object.entries(counts).map(([name, count]) => [spaced(name), count.toLocaleString('en')]),
            ].map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Loaded>
  )
}

function Rules(): ReactNode {
  return (
    <Loaded query={useQuery(askRules)} what="the rules" room={420}>
      {(rules) => (
        <dl>
          {rules.map((rule) => (
            <div key={rule.name}>
              <dt>
                <b>{rule.name}</b>
              </dt>
              <dd className={styles.count}>{rule.description}</dd>
            </div>
          ))}
        </dl>
      )}
    </Loaded>
  )
}

function Formats(): ReactNode {
  return (
    <Loaded query={useQuery(askFormats)} what="the formats">
      {(formats) => (
        <div className={styles.scroll}>
          <table>
            <thead>
              <tr>
                <th scope="col">Format</th>
                <th scope="col">What it cannot carry</th>
              </tr>
            </thead>
            <tbody>
              {formats.map((format) => (
                <tr key={format.name}>
                  <td>
                    <a href={address(`export/${format.name}`)} download>
                      {format.title}
                    </a>
                  </td>
                  <td>{format.loses.join('; ') || 'nothing'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Loaded>
  )
}
