import { useEffect, useState } from 'preact/hooks'
import type { CatalogueView } from '../../../application/read-catalogue.ts'
import { programmeCairn } from '../../../presentation/charts/programme-cairn.ts'
import { formatDay } from '../../../presentation/formats.ts'
import { call } from '../api/client.ts'
import { Figure } from '../parts/figure.tsx'
import { Loaded, useLoad } from '../parts/load.tsx'
import { useProgramme } from '../parts/programme.ts'
import { useDebounced } from '../parts/use-debounced.ts'
import { Page } from '../shell/page.tsx'
import { askedDay, queryFor } from './as-of.ts'
import { CertificationList } from './certification-list.tsx'
import { ChangeList } from './change-list.tsx'
import { DayChoice } from './day-choice.tsx'
import { Microcredentials } from './microcredentials.tsx'
import './programme.css'
import { stoneOf } from './stones.ts'

const lead =
  'The certification programme as the sources have it, on any day you choose: what can be sat, what is coming, what is ending, what is gone.'

function Catalogue({ view, query }: { readonly view: CatalogueView; readonly query: string }) {
  const stones = view.certifications.map(stoneOf)
  return (
    <>
      <Figure
        draw={(width) =>
          programmeCairn({
            id: 'programme',
            title: `The programme on ${formatDay(view.asOf)}`,
            width,
            stones,
          })
        }
      />
      <CertificationList view={view} query={query} />
      <ChangeList changes={view.changes} after={view.asOf} query={query} />
      <Microcredentials view={view} />
      <section class="section prose">
        <h2>How far this can be trusted</h2>
        <p>{view.evidenceGap}</p>
        <p>
          Recorded on {formatDay(view.recordedOn)}; the newest page read is of{' '}
          {formatDay(view.newestEvidence)}. Prerequisites: {view.prerequisites}.
        </p>
      </section>
    </>
  )
}

function Dated({ today }: { readonly today: string }) {
  const [day, setDay] = useState(askedDay(location.search) ?? today)
  const settled = useDebounced(day, 120)
  const catalogue = useLoad(() => call<CatalogueView>('GET', `/catalogue?asOf=${settled}`), [settled])
  const query = queryFor(settled, today)
  useEffect(() => history.replaceState(null, '', `/programme${query}`), [query])
  return (
    <>
      <DayChoice day={day} today={today} onDay={setDay} />
      <Loaded from={catalogue} what="the programme">
        {(view) => <Catalogue view={view} query={query} />}
      </Loaded>
    </>
  )
}

/** The whole programme on a day: as a picture, as a list, and what lies ahead. */
export function ProgrammePage() {
  const programme = useProgramme()
  return (
    <Page area="programme" title="The programme" lead={lead}>
      <Loaded from={programme} what="the programme">
        {({ today }) => <Dated today={today} />}
      </Loaded>
    </Page>
  )
}
