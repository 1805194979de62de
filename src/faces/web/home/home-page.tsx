import type { CatalogueView } from '../../../application/read-catalogue.ts'
import { call } from '../api/client.ts'
import type { AttemptList } from '../api/types.ts'
import { Loaded, useLoad } from '../parts/load.tsx'
import { useProgramme } from '../parts/programme.ts'
import { Page } from '../shell/page.tsx'
import { BlockStart } from './block-start.tsx'
import { CairnScene } from './cairn-scene.tsx'
import { ComingChanges } from './coming-changes.tsx'
import './home.css'
import { LastResults } from './last-results.tsx'
import { OpenAttempt } from './open-attempt.tsx'

const lead =
  'Cairn plans a route that fits you, lets you sit exams that behave like the real ones, and says plainly how ready you are.'

const ways = [
  {
    href: '/route',
    name: 'Plan a route',
    text: 'Five things about you, and a dated route with its reasons: what to take, when, and what to leave out.',
  },
  {
    href: '/exams',
    name: 'Sit a full exam',
    text: 'The real length, clock and controls, then a report that says what it knows and what it does not.',
  },
  {
    href: '/programme',
    name: 'See the programme',
    text: 'Every certification as it stands on any day: versions, dates, domains, renewals, each with its source.',
  },
] as const

function Ways() {
  return (
    <ul class="home-ways">
      {ways.map(({ href, name, text }) => (
        <li key={href}>
          <h2>
            <a href={href}>{name}</a>
          </h2>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  )
}

/** The start: one button into practice, three ways on, and what is new. */
export function HomePage() {
  const programme = useProgramme()
  const attempts = useLoad(() => call<AttemptList>('GET', '/attempts'), [])
  const catalogue = useLoad(() => call<CatalogueView>('GET', '/catalogue'), [])
  const lines = attempts.value?.attempts ?? []
  return (
    <Page area="home" tab="Cairn" title="Know which certification, and know when you are ready" lead={lead}>
      <CairnScene />
      <OpenAttempt attempts={lines} />
      <Loaded from={programme} what="the exams">
        {({ packs }) => <BlockStart packs={packs} lastCode={lines[0]?.examCode ?? null} />}
      </Loaded>
      <Ways />
      <div class="home-news">
        <section aria-labelledby="home-results">
          <h2 id="home-results">Last results</h2>
          <Loaded from={attempts} what="your results">
            {({ attempts: all }) => <LastResults attempts={all} />}
          </Loaded>
        </section>
        <section aria-labelledby="home-changes">
          <h2 id="home-changes">Changing soon</h2>
          <Loaded from={catalogue} what="announced changes">
            {({ changes, asOf }) => <ComingChanges changes={changes} asOf={asOf} />}
          </Loaded>
        </section>
      </div>
    </Page>
  )
}
