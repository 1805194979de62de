import type { CatalogueView } from '../../../application/read-catalogue.ts'
import type { SavedRouteView } from '../../../application/saved-routes.ts'
import { formatDay, formatMoment } from '../../../presentation/formats.ts'
import { call } from '../api/client.ts'
import { readSavedRoute } from '../api/route-calls.ts'
import { Loaded, useLoad } from '../parts/load.tsx'
import { localZone } from '../parts/zone.ts'
import { nameOf } from '../programme/renewal-stones.ts'
import { navigate } from '../shell/navigation.ts'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { draftOf } from './draft.ts'
import { keepDraft } from './kept-draft.ts'
import './route.css'
import { PrintButton } from './route-actions.tsx'
import { RouteFigure, RouteSummary, RouteView } from './route-view.tsx'

function Moved({ moved }: Pick<SavedRouteView, 'moved'>) {
  if (moved.length === 0) return <p class="note note-well">Nothing in the catalogue has moved since.</p>
  return (
    <section class="note note-attention">
      <h2 class="note-title flips">What has moved since</h2>
      <ul class="bullets">
        {moved.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function PlanAgain({ profile }: Pick<SavedRouteView, 'profile'>) {
  const again = (): void => {
    keepDraft(draftOf(profile))
    navigate('/route')
  }
  return (
    <button type="button" class="button button-primary" onClick={again}>
      Plan again on today's facts
    </button>
  )
}

/** A route as it was saved, and what has moved since; the route itself stays as it was. */
export function SavedRoutePage({ params }: PageProps) {
  const id = params.id ?? ''
  const saved = useLoad(() => readSavedRoute(id), [id])
  const catalogue = useLoad(() => call<CatalogueView>('GET', '/catalogue'), [])
  const view = saved.value
  return (
    <Page
      area="route"
      title="Saved route"
      above={
        <p class="eyebrow">
          <a href="/route">Route</a>
          {view === null
            ? ''
            : ` / saved ${formatMoment(view.savedAt, localZone)}, on the facts of ${formatDay(view.asOf)}`}
        </p>
      }
    >
      <Loaded from={saved} what="the route">
        {(found) => (
          <div class="route-result">
            <Moved moved={found.moved} />
            <RouteSummary plan={found.result} />
            <div class="row no-print">
              <PlanAgain profile={found.profile} />
              <PrintButton />
            </div>
            <RouteFigure plan={found.result} />
            <RouteView plan={found.result} nameOf={nameOf(catalogue.value?.certifications ?? [])} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}
