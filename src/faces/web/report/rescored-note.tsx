import type { ReportView, ToldRescoring } from '../../../application/read-report.ts'
import type { ScoreReport } from '../../../domain/attempt/types.ts'
import { formatMoment } from '../../../presentation/formats.ts'
import { localZone } from '../parts/zone.ts'

const scoreIn = ({ scaledScore, rawScore }: ScoreReport): string =>
  scaledScore === null
    ? `${rawScore.correct} of ${rawScore.scored} correct`
    : `${scaledScore} (${rawScore.correct} of ${rawScore.scored} correct)`

function Line({ rescoring, after }: { readonly rescoring: ToldRescoring; readonly after: ScoreReport }) {
  const { at, itemId, reason, withdrawn, before } = rescoring
  return (
    <li>
      {formatMoment(at, localZone)}:{' '}
      {withdrawn ? `item ${itemId} is not scored any more` : `the key of item ${itemId} has changed`}.{' '}
      {reason} Before: {scoreIn(before)}. After: {scoreIn(after)}.
    </li>
  )
}

/** Tells that an attempt was scored again, why, and what stood before; nothing where it was not. */
export function RescoredNote({ view }: { readonly view: ReportView }) {
  const { rescorings, report } = view
  if (rescorings.length === 0) return null
  return (
    <div class="note note-attention" role="status">
      <p class="note-title">This attempt was scored again, because a key had been wrong</p>
      <ul class="bullets">
        {rescorings.map((rescoring, index) => (
          <Line key={rescoring.at} rescoring={rescoring} after={rescorings[index + 1]?.before ?? report} />
        ))}
      </ul>
    </div>
  )
}
