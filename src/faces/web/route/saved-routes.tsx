import { useState } from 'preact/hooks'
import { formatMoment } from '../../../presentation/formats.ts'
import type { Problem } from '../api/client.ts'
import { deleteSavedRoute, type SavedRouteLine } from '../api/route-calls.ts'
import { Loaded, type Loading, ProblemNote } from '../parts/load.tsx'
import { localZone } from '../parts/zone.ts'

type Saved = { readonly savedRoutes: readonly SavedRouteLine[] }

function SavedLine({ line, onDeleted }: { readonly line: SavedRouteLine; readonly onDeleted: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const remove = async (): Promise<void> => {
    const answer = await deleteSavedRoute(line.savedRouteId)
    if (answer.ok) onDeleted()
    else setProblem(answer.error)
  }
  return (
    <li class="saved-route">
      <p>
        <a href={`/route/saved/${line.savedRouteId}`}>{line.title}</a>
      </p>
      <p class="soft small">saved {formatMoment(line.savedAt, localZone)}</p>
      <button type="button" class="button button-quiet" onClick={() => void remove()}>
        Delete<span class="visually-hidden"> {line.title}</span>
      </button>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </li>
  )
}

/** Routes kept from earlier; each tells what has moved since. */
export function SavedRoutes({ saved }: { readonly saved: Loading<Saved> }) {
  if (saved.value?.savedRoutes.length === 0) return null
  return (
    <section class="section">
      <h2>Saved routes</h2>
      <Loaded from={saved} what="your saved routes">
        {({ savedRoutes }) => (
          <ul class="rows">
            {savedRoutes.map((line) => (
              <SavedLine key={line.savedRouteId} line={line} onDeleted={saved.reload} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
