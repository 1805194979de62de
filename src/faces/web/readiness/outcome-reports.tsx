import { useState } from 'preact/hooks'
import type { ReadinessView } from '../../../application/read-readiness.ts'
import { formatDay } from '../../../presentation/formats.ts'
import { call, type Problem } from '../api/client.ts'
import { ProblemNote } from '../parts/load.tsx'
import { announce } from '../shell/announce.ts'

type Props = { readonly view: ReadinessView; readonly onChange: () => void }

type Draft = { readonly takenOn: string; readonly passed: boolean | null; readonly score: string }

const empty: Draft = { takenOn: '', passed: null, score: '' }

function useOutcomes({ view, onChange }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const report = async ({ takenOn, passed, score }: Draft): Promise<boolean> => {
    const answer = await call('POST', '/outcomes', {
      ...{ examCode: view.examCode, takenOn, passed: passed === true },
      scaledScore: score === '' ? null : Number(score),
    })
    setProblem(answer.ok ? null : answer.error)
    if (!answer.ok) return false
    announce('Kept. Thank you.')
    onChange()
    return true
  }
  const withdraw = async (outcomeId: string): Promise<void> => {
    const answer = await call('DELETE', `/outcomes/${outcomeId}`)
    setProblem(answer.ok ? null : answer.error)
    if (answer.ok) onChange()
  }
  return { problem, report, withdraw }
}

function OutcomeForm({
  view,
  report,
}: Pick<Props, 'view'> & { readonly report: (draft: Draft) => Promise<boolean> }) {
  const [draft, change] = useState(empty)
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (await report(draft)) change(empty)
  }
  return (
    <form class="outcome-form" onSubmit={(event) => void submit(event)}>
      <label class="field">
        <span class="field-label">Day of the exam</span>
        <input
          class="input"
          type="date"
          required
          max={view.asOf}
          value={draft.takenOn}
          onChange={(event) => change({ ...draft, takenOn: event.currentTarget.value })}
        />
      </label>
      <fieldset class="field">
        <legend class="field-label">Outcome</legend>
        <div class="row">
          {[true, false].map((passed) => (
            <label key={String(passed)} class="choice">
              <input
                type="radio"
                name="outcome"
                required
                checked={draft.passed === passed}
                onChange={() => change({ ...draft, passed })}
              />
              {passed ? 'Passed' : 'Not passed'}
            </label>
          ))}
        </div>
      </fieldset>
      <label class="field">
        <span class="field-label">Scaled score, if you like</span>
        <input
          class="input input-short"
          type="number"
          min={100}
          max={1000}
          value={draft.score}
          onInput={(event) => change({ ...draft, score: event.currentTarget.value })}
        />
      </label>
      <button type="submit" class="button button-primary">
        Report it
      </button>
    </form>
  )
}

/** Where a person says how a real exam went; it is what statements are held against. */
export function OutcomeReports({ view, onChange }: Props) {
  const { problem, report, withdraw } = useOutcomes({ view, onChange })
  return (
    <section class="section">
      <h2>How did the real exam go?</h2>
      <p class="prose">
        Your report is held against what was said here before that day. It stays on this installation, with
        your other data; nobody checks it. A report of not passing is worth as much as one of passing, and
        rarer.
      </p>
      {view.outcomes.length === 0 ? null : (
        <ul class="outcome-list">
          {view.outcomes.map(({ outcomeId, takenOn, passed, scaledScore }) => (
            <li key={outcomeId}>
              <span>
                {formatDay(takenOn)}: {passed ? 'passed' : 'not passed'}
                {scaledScore === null ? '' : `, ${scaledScore}`}
              </span>
              <button type="button" class="button button-quiet" onClick={() => void withdraw(outcomeId)}>
                Take back
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem === null ? null : <ProblemNote problem={problem} />}
      <OutcomeForm view={view} report={report} />
    </section>
  )
}
