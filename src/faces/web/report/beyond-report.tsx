import type { ScoreReport } from '../../../domain/attempt/types.ts'
import { formatCount, formatMinutes, formatPercent, upperFirst } from '../../../presentation/formats.ts'
import {
  decisionText,
  diagnosticText,
  readinessText,
  seenBeforeText,
  spentText,
} from '../../../presentation/report-text.ts'
import { ProblemNote } from '../parts/load.tsx'
import { useStart } from '../parts/use-start.ts'
import { type NextStep, nextSteps } from './next-steps.ts'

const practiceItems = 10

function Step({ step, report }: { readonly step: NextStep; readonly report: ScoreReport }) {
  const { start, starting, problem } = useStart()
  if (step.kind === 'review-missed') {
    return (
      <>
        <a class="button button-primary" href={`/attempts/${report.attemptId}/review?show=missed`}>
          Review what you missed
        </a>
        <p>{formatCount(step.count, 'item')}, with a reason for every option.</p>
      </>
    )
  }
  if (step.kind === 'sit-new-form') {
    return (
      <>
        <a class="button" href={`/exams/${report.examCode}`}>
          Sit another
        </a>
        <p>A new form draws items you have not met first.</p>
      </>
    )
  }
  const { number, name } = step.domain
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={starting}
        onClick={() =>
          void start({ examCode: report.examCode, mode: 'study', items: practiceItems, domains: [number] })
        }
      >
        Study domain {number}
      </button>
      <p>{name} has most points left to gain.</p>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </>
  )
}

function timeText({ items, minutesUsed }: ScoreReport): string {
  const count = items?.length ?? 0
  if (count === 0 || minutesUsed < 1) return spentText(minutesUsed)
  const seconds = Math.round((minutesUsed * 60) / count)
  return `${formatMinutes(minutesUsed)}, on average ${seconds < 90 ? `${seconds} seconds` : formatMinutes(seconds / 60)} an item`
}

/** Tasks by what an hour of study on each is expected to bring, with a way to start. */
function Focus({ report }: { readonly report: ScoreReport }) {
  const { start, starting, problem } = useStart()
  const { focus = [], domains, examCode } = report
  if (focus.length === 0) return null
  const most = Math.max(...focus.map(({ pointsPerHour }) => pointsPerHour), 0.01)
  return (
    <>
      <h3 class="sub">Where an hour brings most</h3>
      <ol class="focus-list">
        {focus.map(({ domain, task, pointsPerHour, answered }) => (
          <li key={task}>
            <span class="focus-name">
              Task {task}
              <span class="soft small">
                {' '}
                {domains.find(({ number }) => number === domain)?.name},{' '}
                {answered === 0 ? 'none answered yet' : `${formatCount(answered, 'item')} answered`}
              </span>
            </span>
            <span class="focus-bar" aria-hidden="true">
              <span style={{ inlineSize: formatPercent(pointsPerHour / most) }} />
            </span>
            <span class="focus-gain">
              <span class="number">{pointsPerHour.toFixed(2)}</span>{' '}
              <span class="soft small">items an hour</span>
            </span>
            <button
              type="button"
              class="button no-print"
              disabled={starting}
              onClick={() => void start({ examCode, mode: 'study', items: practiceItems, tasks: [task] })}
            >
              Study {task}
            </button>
          </li>
        ))}
      </ol>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <p class="soft small prose">
        Items gained on a form of the same length by an hour on one task, from your answers and the weight of
        the task. It assumes that an hour moves every task alike.
      </p>
    </>
  )
}

/** A whole exam earns a record; shorter practice does not. */
function RecordLink({ report }: { readonly report: ScoreReport }) {
  if (report.mode !== 'exam') return null
  return <a href={`/records?attempt=${report.attemptId}`}>Ask for a record of it</a>
}

/** Page two: what a real report does not have. */
export function BeyondReport({ report }: { readonly report: ScoreReport }) {
  return (
    <section class="section new-sheet beyond" aria-labelledby="beyond">
      <h2 id="beyond">Beyond a real report</h2>
      <p class="soft prose">Nothing below stands on a report of the vendor.</p>
      <dl class="beyond-facts">
        <div>
          <dt>Met before</dt>
          <dd>{seenBeforeText(report.seenBefore)}</dd>
        </div>
        <div>
          <dt>Time</dt>
          <dd>{upperFirst(timeText(report))}.</dd>
        </div>
        <div>
          <dt>Readiness</dt>
          <dd>
            {report.readiness === null
              ? 'Not told: this exam is not installed any more, or the report is from before readiness was told.'
              : readinessText(report.readiness)}{' '}
            <a href={`/readiness/${report.examCode}`} class="no-print">
              Readiness by day, and its record
            </a>
          </dd>
        </div>
        {report.diagnostic === undefined ? null : (
          <div>
            <dt>How it ended</dt>
            <dd>{diagnosticText(report.diagnostic)}</dd>
          </div>
        )}
        {report.measurement === undefined ? null : (
          <div>
            <dt>How well the form decides</dt>
            <dd>{decisionText(report.measurement)}</dd>
          </div>
        )}
      </dl>
      <Focus report={report} />
      <h3 class="sub no-print">Next</h3>
      <ol class="next-steps no-print">
        {nextSteps(report).map((step) => (
          <li key={step.kind}>
            <Step step={step} report={report} />
          </li>
        ))}
      </ol>
      <p class="row no-print report-end">
        {report.items === undefined ? null : (
          <a href={`/attempts/${report.attemptId}/review`}>Review every item</a>
        )}
        <RecordLink report={report} />
        <button type="button" class="button" onClick={() => print()}>
          Print or save as PDF
        </button>
      </p>
    </section>
  )
}
