import { useState } from 'preact/hooks'
import type { AttemptLine } from '../../../application/list-attempts.ts'
import { formatMoment, formatPercent } from '../../../presentation/formats.ts'
import { modeName } from '../../../presentation/report-text.ts'
import { call } from '../api/client.ts'
import type { AttemptList } from '../api/types.ts'
import { Loaded, useLoad } from '../parts/load.tsx'
import { localZone } from '../parts/zone.ts'
import { Page } from '../shell/page.tsx'
import './history.css'
import { splitBySeen } from './split-by-seen.ts'

function scoreText({ scaledScore, cutScore, correct, scored }: AttemptLine): string {
  if (scaledScore !== null) return `${scaledScore} (cut ${cutScore})`
  return correct === null ? '' : `${correct} of ${scored} correct`
}

function Row({ attempt }: { readonly attempt: AttemptLine }) {
  const { attemptId, state, mode, examCode, startedAt, answered, items, seenBefore } = attempt
  const href = state === 'open' ? `/attempts/${attemptId}` : `/attempts/${attemptId}/report`
  return (
    <li>
      <h3>
        <a href={href}>
          {modeName(mode)}, {examCode}
        </a>
      </h3>
      <p class="soft">{formatMoment(startedAt, localZone)}</p>
      <p>
        {state === 'open' ? (
          <span class="mark mark-attention">
            <span aria-hidden="true">○</span> Open, {answered} of {items}
          </span>
        ) : (
          scoreText(attempt)
        )}
      </p>
      <p class="soft">{seenBefore === null ? '' : `${formatPercent(seenBefore)} met before`}</p>
    </li>
  )
}

function Attempts({
  title,
  note,
  attempts,
}: {
  readonly title: string
  readonly note: string
  readonly attempts: readonly AttemptLine[]
}) {
  if (attempts.length === 0) return null
  return (
    <section class="section">
      <h2>{title}</h2>
      <p class="soft prose">{note}</p>
      <ul class="rows history-rows">
        {attempts.map((attempt) => (
          <Row key={attempt.attemptId} attempt={attempt} />
        ))}
      </ul>
    </section>
  )
}

function History({ attempts }: { readonly attempts: readonly AttemptLine[] }) {
  const [exam, setExam] = useState('')
  const exams = [...new Set(attempts.map(({ examCode }) => examCode))].sort()
  const { open, fresh, repeated } = splitBySeen(
    attempts.filter(({ examCode }) => exam === '' || examCode === exam),
  )
  if (attempts.length === 0) {
    return (
      <p class="note">
        No attempt yet. <a href="/exams">Choose an exam</a>, or start a ten-minute block from the{' '}
        <a href="/">first page</a>.
      </p>
    )
  }
  return (
    <>
      {exams.length < 2 ? null : (
        <label class="field history-filter">
          <span class="field-label">Exam</span>
          <select class="input" value={exam} onChange={(event) => setExam(event.currentTarget.value)}>
            <option value="">All exams</option>
            {exams.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      )}
      <Attempts title="Open" note="These can be gone on with." attempts={open} />
      <Attempts
        title="Mostly new items"
        note="At most a tenth of the items had been met before. These results speak of what you know."
        attempts={fresh}
      />
      <Attempts
        title="Items met before"
        note="Part of these items was known from earlier attempts. Scores run high for that reason alone."
        attempts={repeated}
      />
    </>
  )
}

/** Every attempt, those on new items apart from those on items met before. */
export function HistoryPage() {
  const attempts = useLoad(() => call<AttemptList>('GET', '/attempts'), [])
  return (
    <Page area="history" title="History" lead="What you sat, with repeats kept apart from first meetings.">
      <Loaded from={attempts} what="your attempts">
        {(list) => <History attempts={list.attempts} />}
      </Loaded>
    </Page>
  )
}
