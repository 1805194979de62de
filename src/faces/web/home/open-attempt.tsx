import type { AttemptLine } from '../../../application/list-attempts.ts'
import { formatMoment } from '../../../presentation/formats.ts'
import { modeName } from '../../../presentation/report-text.ts'
import { localZone } from '../parts/zone.ts'

/** Leads back into the newest attempt that is still open. */
export function OpenAttempt({ attempts }: { readonly attempts: readonly AttemptLine[] }) {
  const open = attempts.find((attempt) => attempt.state === 'open')
  if (open === undefined) return null
  const until =
    open.deadline === null
      ? 'It has no clock.'
      : `Its clock runs until ${formatMoment(open.deadline, localZone)}.`
  return (
    <aside class="note note-attention home-open" aria-label="An attempt is open">
      <p>
        <strong>
          {modeName(open.mode)} on {open.examCode}
        </strong>{' '}
        is open: {open.answered} of {open.items} items answered. {until}
      </p>
      <a class="button" href={`/attempts/${open.attemptId}`}>
        Go on with it
      </a>
    </aside>
  )
}
