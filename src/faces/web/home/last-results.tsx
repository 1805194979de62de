import type { AttemptLine } from '../../../application/list-attempts.ts'
import { formatCount, formatPercent, formatShortDay } from '../../../presentation/formats.ts'
import { modeName } from '../../../presentation/report-text.ts'

function Result({ attempt }: { readonly attempt: AttemptLine }) {
  const seen = attempt.seenBefore ?? 0
  return (
    <li>
      <a href={`/attempts/${attempt.attemptId}/report`}>
        {modeName(attempt.mode)}, {attempt.examCode}
      </a>
      <span class="number home-score">
        {attempt.scaledScore ?? `${attempt.correct ?? 0}/${attempt.scored ?? 0}`}
      </span>
      <span class="small soft">
        {attempt.closedAt === null ? '' : formatShortDay(attempt.closedAt)}
        {attempt.scaledScore === null ? ', counts only' : `, cut ${attempt.cutScore}`}
        {seen > 0 ? `, ${formatPercent(seen)} met before` : ', all new'}
      </span>
    </li>
  )
}

/** The newest three closed attempts. */
export function LastResults({ attempts }: { readonly attempts: readonly AttemptLine[] }) {
  const closed = attempts.filter((attempt) => attempt.state === 'closed')
  if (closed.length === 0) return <p class="soft">Nothing yet. A ten-minute block is a good first look.</p>
  return (
    <>
      <ul class="home-results">
        {closed.slice(0, 3).map((attempt) => (
          <Result key={attempt.attemptId} attempt={attempt} />
        ))}
      </ul>
      {closed.length > 3 ? (
        <p>
          <a href="/history">All {formatCount(closed.length, 'attempt')}</a>
        </p>
      ) : null}
    </>
  )
}
