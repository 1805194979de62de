import { useEffect, useState } from 'preact/hooks'
import type { CatalogueView } from '../../../application/read-catalogue.ts'
import type { ProfileInput } from '../../../domain/path/profile.ts'
import type { Excluded, RoutePlan } from '../../../domain/path/route.ts'
import { call } from '../api/client.ts'
import { listSavedRoutes, planRoute } from '../api/route-calls.ts'
import { type Loading, ProblemNote, useLoad } from '../parts/load.tsx'
import { useDebounced } from '../parts/use-debounced.ts'
import { nameOf } from '../programme/renewal-stones.ts'
import { Page } from '../shell/page.tsx'
import { type Draft, parseDraft, profileOf } from './draft.ts'
import { keepDraft, keptDraft } from './kept-draft.ts'
import './route.css'
import { CalendarButton, PrintButton, SaveButton } from './route-actions.tsx'
import { RouteForm } from './route-form.tsx'
import { summaryText } from './route-text.ts'
import { LeftOut, RouteFigure, RouteSummary, RouteView } from './route-view.tsx'
import { SavedRoutes } from './saved-routes.tsx'

const lead =
  'Five things about you decide which certifications are worth it, in which order, and by when. Change one and watch the route change.'

/** The draft kept on this device, with a certification that the address asks for. */
function openDraft(): Draft {
  const draft = parseDraft(keptDraft())
  const wanted = new URLSearchParams(location.search).get('wants')
  return wanted === null || draft.wants.includes(wanted)
    ? draft
    : { ...draft, wants: [...draft.wants, wanted] }
}

type ResultProps = {
  readonly planned: Loading<RoutePlan>
  readonly profile: ProfileInput
  readonly catalogue: CatalogueView | null
  readonly onSaved: () => void
}

/** Why there is no route, with the reason for each certification where the planner gives one. */
function NoRoute({
  planned,
  nameOf: name,
}: {
  readonly planned: Loading<RoutePlan>
  readonly nameOf: (id: string) => string
}) {
  if (planned.problem === null) return null
  const { excluded } = planned.problem.facts
  return (
    <>
      <ProblemNote problem={planned.problem} retry={planned.reload} />
      {Array.isArray(excluded) ? <LeftOut excluded={excluded as readonly Excluded[]} nameOf={name} /> : null}
    </>
  )
}

function Result({ planned, profile, catalogue, onSaved }: ResultProps) {
  const name = nameOf(catalogue?.certifications ?? [])
  if (planned.problem !== null) return <NoRoute planned={planned} nameOf={name} />
  if (planned.value === null) return <p class="loading">Planning …</p>
  return (
    <>
      <RouteSummary plan={planned.value} />
      <div class="row no-print">
        <SaveButton profile={profile} onSaved={onSaved} />
        <CalendarButton profile={profile} />
        <PrintButton />
      </div>
      <RouteFigure plan={planned.value} />
      <RouteView plan={planned.value} nameOf={name} />
    </>
  )
}

/** On a narrow page the route lies below the form: one line says what it comes to. */
function Peek({ planned }: { readonly planned: Loading<RoutePlan> }) {
  const { value, problem } = planned
  const text =
    problem !== null ? problem.title : value === null ? 'Planning …' : summaryText(value.route.totals)
  return (
    <p class="route-peek no-print">
      <span role="status">{text}</span> <a href="#route-result">See the route</a>
    </p>
  )
}

/** A form on the left, the route on the right, redrawn while the form changes. */
export function RoutePage() {
  const [draft, setDraft] = useState(openDraft)
  const catalogue = useLoad(() => call<CatalogueView>('GET', '/catalogue'), [])
  const saved = useLoad(listSavedRoutes, [])
  const profile = JSON.stringify(profileOf(useDebounced(draft, 250)))
  const planned = useLoad(() => planRoute(JSON.parse(profile) as ProfileInput), [profile])
  useEffect(() => keepDraft(draft), [draft])
  return (
    <Page area="route" title="Your route" lead={lead}>
      <div class="route-layout">
        <RouteForm
          draft={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          certifications={catalogue.value?.certifications ?? []}
        />
        <section
          id="route-result"
          class={planned.refreshing ? 'route-result is-stale' : 'route-result'}
          aria-label="Route"
        >
          <Result
            planned={planned}
            profile={JSON.parse(profile) as ProfileInput}
            catalogue={catalogue.value}
            onSaved={saved.reload}
          />
        </section>
      </div>
      <Peek planned={planned} />
      <SavedRoutes saved={saved} />
    </Page>
  )
}
