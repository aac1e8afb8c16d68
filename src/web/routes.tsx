// The table of pages: each address, what it keeps in its search parameters, and the page that is fetched when it is opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Frame } from './frame/frame.tsx'
import { Failure, Missing } from './parts/failure.tsx'
import { any, only, readAddress, writeAddress } from './search.ts'

const root = createRootRoute({ component: Frame, notFoundComponent: Missing })

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/today.tsx'), 'TodayPage'),
})
const tour = createRoute({
  getParentRoute: () => root,
  path: '/tour',
  validateSearch: only('step'),
  component: lazyRouteComponent(() => import('./pages/tour.tsx'), 'TourPage'),
})
const documents = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  validateSearch: only('query'),
  component: lazyRouteComponent(() => import('./pages/documents.tsx'), 'DocumentsPage'),
})
const newDocument = createRoute({
  getParentRoute: () => root,
  path: '/documents/new',
  validateSearch: only('layer', 'item'),
  component: lazyRouteComponent(() => import('./pages/draft.tsx'), 'DraftPage'),
})
const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$id',
  validateSearch: only('layer', 'item', 'start', 'end'),
  component: lazyRouteComponent(() => import('./pages/document.tsx'), 'DocumentPage'),
})
const check = createRoute({
  getParentRoute: () => root,
  path: '/check',
  validateSearch: only('document', 'claim', 'publishedOn'),
  component: lazyRouteComponent(() => import('./pages/check.tsx'), 'CheckPage'),
})
const ask = createRoute({
  getParentRoute: () => root,
  path: '/ask',
  component: lazyRouteComponent(() => import('./pages/ask.tsx'), 'AskPage'),
})
const question = createRoute({
  getParentRoute: () => root,
  path: '/ask/$name',
  validateSearch: any,
  component: lazyRouteComponent(() => import('./pages/question.tsx'), 'QuestionPage'),
})
const watches = createRoute({
  getParentRoute: () => root,
  path: '/watches',
  validateSearch: only('watch'),
  component: lazyRouteComponent(() => import('./pages/watches.tsx'), 'WatchesPage'),
})
const exchanges = createRoute({
  getParentRoute: () => root,
  path: '/exchanges',
  validateSearch: only(
    'states',
    'from',
    'to',
    'kind',
    'level',
    'status',
    'person',
    'since',
    'until',
    'confirmed',
    'query',
    'sort',
    'view',
  ),
  component: lazyRouteComponent(() => import('./pages/exchanges.tsx'), 'ExchangesPage'),
})
const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchanges/$id',
  component: lazyRouteComponent(() => import('./pages/exchange.tsx'), 'ExchangePage'),
})
const pair = createRoute({
  getParentRoute: () => root,
  path: '/pair',
  validateSearch: only('a', 'b', 'c', 'since', 'until', 'rule', 'level'),
  component: lazyRouteComponent(() => import('./pages/pair.tsx'), 'PairPage'),
})
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: only('query', 'state'),
  component: lazyRouteComponent(() => import('./pages/people.tsx'), 'PeoplePage'),
})
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$id',
  validateSearch: only('view', 'year'),
  component: lazyRouteComponent(() => import('./pages/person.tsx'), 'PersonPage'),
})
const states = createRoute({
  getParentRoute: () => root,
  path: '/states',
  validateSearch: only('query'),
  component: lazyRouteComponent(() => import('./pages/states.tsx'), 'StatesPage'),
})
const state = createRoute({
  getParentRoute: () => root,
  path: '/states/$id',
  component: lazyRouteComponent(() => import('./pages/state.tsx'), 'StatePage'),
})
const groupings = createRoute({
  getParentRoute: () => root,
  path: '/groupings',
  component: lazyRouteComponent(() => import('./pages/groupings.tsx'), 'GroupingsPage'),
})
const grouping = createRoute({
  getParentRoute: () => root,
  path: '/groupings/$id',
  validateSearch: only('on'),
  component: lazyRouteComponent(() => import('./pages/grouping.tsx'), 'GroupingPage'),
})
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: only('left', 'right', 'month', 'level'),
  component: lazyRouteComponent(() => import('./pages/calendar.tsx'), 'CalendarPage'),
})
const visits = createRoute({
  getParentRoute: () => root,
  path: '/visits',
  validateSearch: only('view', 'since', 'until', 'level'),
  component: lazyRouteComponent(() => import('./pages/visits.tsx'), 'VisitsPage'),
})
const phrases = createRoute({
  getParentRoute: () => root,
  path: '/phrases',
  validateSearch: any,
  component: lazyRouteComponent(() => import('./pages/phrases.tsx'), 'PhrasesPage'),
})
const hypotheses = createRoute({
  getParentRoute: () => root,
  path: '/hypotheses',
  validateSearch: any,
  component: lazyRouteComponent(() => import('./pages/hypotheses.tsx'), 'HypothesesPage'),
})
const queue = createRoute({
  getParentRoute: () => root,
  path: '/queue',
  validateSearch: only('states', 'item'),
  component: lazyRouteComponent(() => import('./pages/queue.tsx'), 'QueuePage'),
})
const coverage = createRoute({
  getParentRoute: () => root,
  path: '/coverage',
  component: lazyRouteComponent(() => import('./pages/coverage.tsx'), 'CoveragePage'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings.tsx'), 'SettingsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    tour,
    documents,
    newDocument,
    document,
    check,
    ask,
    question,
    watches,
    exchanges,
    exchange,
    pair,
    people,
    person,
    states,
    state,
    groupings,
    grouping,
    calendar,
    visits,
    phrases,
    hypotheses,
    queue,
    coverage,
    settings,
  ]),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ({ error }) => <Failure error={error} />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
