/** An application that calls a model, and who uses it for what. */
export type Assistant = {
  readonly who: string
  readonly app: string
  readonly users: string
  readonly about: string
  /** What a nightly job could have the model read, and what it makes of it. */
  readonly documents: string
  readonly made: string
  /** A long text that the model could write, and what its readers do with it. */
  readonly report: string
}

export const assistants: readonly Assistant[] = [
  {
    who: 'a garden center chain',
    app: 'plant advisor',
    users: 'customers',
    about: 'plant care',
    documents: 'customer reviews',
    made: 'labels each with a topic',
    report: 'a care plan of two pages, of which customers read the first lines',
  },
  {
    who: 'a health insurer',
    app: 'benefits assistant',
    users: 'members',
    about: 'covered treatments',
    documents: 'letters from members',
    made: 'writes a line about each for the inbox of a clerk',
    report: 'a letter of two pages, which clerks cut down to one paragraph',
  },
  {
    who: 'a machine builder',
    app: 'service assistant',
    users: 'technicians',
    about: 'repairs',
    documents: 'reports of service visits',
    made: 'extracts the parts that were replaced',
    report: 'a repair report of two pages, of which customers want the result alone',
  },
  {
    who: 'a university library',
    app: 'research assistant',
    users: 'students',
    about: 'sources in the catalog',
    documents: 'abstracts of new articles',
    made: 'assigns subject headings',
    report: 'an essay on each search, of which students use the list of titles',
  },
  {
    who: 'a travel agency',
    app: 'trip planner',
    users: 'travelers',
    about: 'visas and luggage',
    documents: 'hotel descriptions',
    made: 'marks the facilities that each mentions',
    report: 'two pages about each destination, which agents shorten to five sentences',
  },
  {
    who: 'a city administration',
    app: 'citizen assistant',
    users: 'citizens',
    about: 'permits and fees',
    documents: 'suggestions from citizens',
    made: 'forwards a one-line abstract to the department in charge',
    report: 'two pages of explanation with each answer, although a link and three sentences would do',
  },
  {
    who: 'a home appliance maker',
    app: 'help desk assistant',
    users: 'buyers',
    about: 'faults of appliances',
    documents: 'transcripts of support calls',
    made: 'records the cause of each call',
    report: 'an answer of two pages, of which buyers follow the first steps',
  },
]
