// Every page of the workbench by address, with words that its restored state shows.
export interface PageCase {
  path: string
  /** Words that must stand on the page when the address is opened afresh. */
  shows: string[]
}

export const pages: PageCase[] = [
  { path: '/', shows: ['Today', 'Latest in the record', 'Watches that fired'] },
  { path: '/tour?step=3', shows: ['3 of 5', 'A question is a sentence with blanks'] },
  { path: '/documents', shows: ['Documents'] },
  { path: '/documents/new', shows: ['Add a document', 'Published on'] },
  { path: '/check', shows: ['Check a text'] },
  { path: '/ask', shows: ['The highest-ranking visitor', 'Whose pace is faster'] },
  {
    path: '/ask/highest?from=CHN&to=PRK&since=2019',
    shows: [
      'What it was chosen from',
      'What we could not have seen',
      'What speaks against it',
      'How it was counted',
      'it stands on',
    ],
  },
  { path: '/ask/pace?a=CHN&b=RUS&with=PRK&since=2019', shows: ['ratio', 'Under other rules'] },
  { path: '/exchanges?states=CHN,PRK&level=3&sort=oldest', shows: ['China', 'North Korea', 'Clear filters'] },
  { path: '/exchanges?states=CHN,PRK&view=timeline', shows: ['exchanges by day and by the level'] },
  {
    path: '/pair?a=CHN&b=RUS&c=PRK&since=2018-01-01',
    shows: ['China – North Korea', 'Pace compared', 'Who went to whom'],
  },
  { path: '/people?state=MNG', shows: ['People'] },
  { path: '/people/wang-yi?view=calendar&year=2023', shows: ['Wang Yi', 'Days of 2023'] },
  { path: '/exchanges/ev-2024-04-08-rus-chn-1', shows: ['Sergey Lavrov', 'Values side by side', 'Life'] },
  { path: '/groupings/QUAD?on=2020-01-01', shows: ['on 1 January 2020'] },
  { path: '/states?query=korea', shows: ['North Korea', 'South Korea'] },
  { path: '/states/PRK', shows: ['North Korea', 'With whom', 'Its officials'] },
  { path: '/groupings', shows: ['Minilaterals', 'AUKUS'] },
  { path: '/groupings/QUAD', shows: ['Quadrilateral Security Dialogue', 'members'] },
  {
    path: '/calendar?left=CHN,RUS,PRK&right=USA,JPN,KOR,PHL&month=2024-04',
    shows: ['April 2024', '11 April 2024', '⇔ both'],
  },
  { path: '/visits', shows: ['Rows: whose officials went'] },
  { path: '/visits?view=map&level=1', shows: ['The matrix gives the numbers'] },
  { path: '/visits?view=network&since=2019-01-01&until=2019-12-31', shows: ['keeps its place', 'Years'] },
  {
    path: '/ask/itinerary?person=wang-yi&since=2024',
    shows: ['stops', 'What it was chosen from'],
  },
  { path: '/ask/brief?states=CHN,PRK&since=2024', shows: ['What passed', 'Save as Markdown'] },
  { path: '/ask/norm?person=xi-jinping&class=foreign-minister', shows: ['guest', 'of'] },
  { path: '/phrases?phrase=no limits', shows: ['who has said', 'What it was chosen from'] },
  { path: '/phrases', shows: ['Set phrases', 'Taken to mean'] },
  { path: '/hypotheses', shows: ['Hypotheses'] },
  { path: '/queue', shows: ['Queue'] },
  { path: '/queue?states=CHN,PRK', shows: ['China', 'North Korea'] },
  { path: '/watches', shows: ['Watches', 'No watch is kept'] },
  { path: '/coverage', shows: ['Coverage', 'Rows', 'By pair and year', 'China – Russia'] },
  {
    path: '/settings',
    shows: ['Watched sources', 'No source is watched', 'Counting rules', 'Take the record away'],
  },
  { path: '/nowhere', shows: ['No such page'] },
  { path: '/exchanges/none-such', shows: ['shows no exchange', 'Try again'] },
]
