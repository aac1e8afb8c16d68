// What every page stands in: the name, the way to each page, search, the list of keys.
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Failsafe } from '../parts/failure.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { Badge } from '../session/badge.tsx'
import { useGate } from '../session/gate.ts'
import { askSession } from '../session/session.ts'
import styles from './frame.module.css'
import { useKeys } from './keys.ts'
import { Navigation } from './navigation.tsx'

const SearchDialog = lazy(() => import('./searching.tsx').then((m) => ({ default: m.SearchDialog })))
const KeysDialog = lazy(() => import('./keylist.tsx').then((m) => ({ default: m.KeysDialog })))
const MenuDialog = lazy(() => import('./menu.tsx').then((m) => ({ default: m.MenuDialog })))

const SignOnDialog = lazy(() => import('../session/signon.tsx').then((m) => ({ default: m.SignOnDialog })))

type Open = 'search' | 'keys' | 'menu' | null

export function Frame(): ReactNode {
  const [open, setOpen] = useState<Open>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useKeys({ search: () => setOpen('search'), keys: () => setOpen('keys') })
  const waits = useGate()
  // What a page offers depends on who is here: it comes once that is known, so that nothing appears late.
  const known = !useQuery(askSession).isPending
  useEffect(() => setOpen(null), [path])
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <header className={styles.header} data-frame>
        <button type="button" className={styles.menu} onClick={() => setOpen('menu')}>
          <span aria-hidden="true">☰</span> Menu
        </button>
        <Link to="/" className={styles.name}>
          Chancery
        </Link>
        <button type="button" className={styles.search} onClick={() => setOpen('search')}>
          <span>
            Search <i>the record</i>
          </span>{' '}
          <kbd>/</kbd>
        </button>
        <div className={styles.who}>
          <Badge />
        </div>
        <button type="button" className={styles.keys} onClick={() => setOpen('keys')} aria-label="Keys">
          <kbd>?</kbd>
        </button>
      </header>
      <nav className={styles.side} aria-label="Pages">
        <Navigation />
      </nav>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Failsafe at={path}>
          <Suspense fallback={<Waiting what="the page" />}>
            {known ? <Outlet /> : <Waiting what="the page" />}
          </Suspense>
        </Failsafe>
      </main>
      <Suspense>
        {open === 'search' && <SearchDialog close={() => setOpen(null)} />}
        {open === 'keys' && <KeysDialog close={() => setOpen(null)} />}
        {open === 'menu' && <MenuDialog close={() => setOpen(null)} />}
        {waits && <SignOnDialog />}
      </Suspense>
    </div>
  )
}
