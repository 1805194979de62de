import type { ScoreReport } from '../../../domain/attempt/types.ts'
import { formatCount, formatMinutes, upperFirst } from '../../../presentation/formats.ts'
import { readinessText, seenBeforeText, spentText } from '../../../presentation/report-text.ts'
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
              ? 'Not told yet: one attempt, on items without measured parameters, says too little about the real exam.'
              : readinessText(report.readiness)}
          </dd>
        </div>
      </dl>
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
        <button type="button" class="button" onClick={() => print()}>
          Print or save as PDF
        </button>
      </p>
    </section>
  )
}
