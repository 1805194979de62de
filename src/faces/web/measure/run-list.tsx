import type { RunSummary } from '../../../application/read-measurement.ts'
import { formatCount, formatMoment } from '../../../presentation/formats.ts'
import { familyText, linkText } from '../../../presentation/measurement-text.ts'
import { localZone } from '../parts/zone.ts'

function Drifts({ run }: { readonly run: RunSummary }) {
  if (run.drifts.length === 0)
    return <p class="small soft">No item was frozen before this run, so none could drift.</p>
  const drifted = run.drifts.filter((drift) => drift.drifted)
  return (
    <details>
      <summary>
        {drifted.length === 0
          ? 'No item drifted'
          : `${formatCount(drifted.length, 'item')} drifted and ${drifted.length === 1 ? 'is' : 'are'} held`}
      </summary>
      <ul class="bullets">
        {run.drifts.slice(0, 10).map(({ itemId, changeB, zB, drifted: moved }) => (
          <li key={itemId}>
            {itemId}: {changeB > 0 ? 'harder' : 'easier'} by {Math.abs(changeB).toFixed(2)} (
            {Math.abs(zB).toFixed(1)} standard errors){moved ? ', held' : ''}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Families({ run: { families = [] } }: { readonly run: RunSummary }) {
  if (families.length === 0) return null
  return (
    <details>
      <summary>{formatCount(families.length, 'family', 'families')} estimated</summary>
      <ul class="bullets">
        {families.map((each) => (
          <li key={each.family}>{familyText(each)}</li>
        ))}
      </ul>
    </details>
  )
}

/** Calibrations, newest first, with what drifted and the families estimated. */
export function RunList({ runs }: { readonly runs: readonly RunSummary[] }) {
  return (
    <section class="section">
      <h2>Calibrations</h2>
      {runs.length === 0 ? (
        <p class="soft">None yet. An item needs 30 first attempts under exam conditions.</p>
      ) : null}
      <ol class="run-list" reversed>
        {runs.map((run) => (
          <li key={run.version} class="card">
            <h3>
              Version {run.version} <span class="soft small">{formatMoment(run.at, localZone)}</span>
            </h3>
            <p>
              {formatCount(run.items, 'item')} from {formatCount(run.attempts.exam, 'exam')}
              {run.attempts.practice > 0
                ? ` and ${formatCount(run.attempts.practice, 'practice attempt')} kept apart`
                : ''}
              , {formatCount(run.responses, 'response')}; {linkText(run)}.
            </p>
            <p class="small soft">
              Candidates stand {Math.abs(run.population.mean).toFixed(2)}{' '}
              {run.population.mean < 0 ? 'below' : 'above'} the standard on average.{' '}
              {run.converged
                ? `Converged in ${formatCount(run.steps, 'step')}.`
                : 'The search did not converge.'}
            </p>
            <Drifts run={run} />
            <Families run={run} />
          </li>
        ))}
      </ol>
    </section>
  )
}
