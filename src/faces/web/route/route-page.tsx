import { useEffect, useState } from 'preact/hooks'
import type { CatalogueView } from '../../../application/read-catalogue.ts'
import { call } from '../api/client.ts'
import { useLoad } from '../parts/load.tsx'
import { Page } from '../shell/page.tsx'
import { type Draft, parseDraft } from './draft.ts'
import './route.css'
import { RouteForm } from './route-form.tsx'

const storageKey = 'cairn/profile'

/** The draft kept on this device, with a certification that the address asks for. */
function openDraft(): Draft {
  const draft = parseDraft(localStorage.getItem(storageKey))
  const wanted = new URLSearchParams(location.search).get('wants')
  return wanted === null || draft.wants.includes(wanted)
    ? draft
    : { ...draft, wants: [...draft.wants, wanted] }
}

/** A form on the left, the route on the right, redrawn while the form changes. */
export function RoutePage() {
  const [draft, setDraft] = useState(openDraft)
  const catalogue = useLoad(() => call<CatalogueView>('GET', '/catalogue'), [])
  const certifications = catalogue.value?.certifications ?? []
  useEffect(() => localStorage.setItem(storageKey, JSON.stringify(draft)), [draft])
  return (
    <Page
      area="route"
      title="Your route"
      lead="Five things about you decide which certifications are worth it, in which order, and by when. Change one and watch the route change."
    >
      <div class="route-layout">
        <RouteForm
          draft={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          certifications={certifications}
        />
        <div class="route-result" />
      </div>
    </Page>
  )
}
