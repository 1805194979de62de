import type { CheckReport } from '../../../domain/credential/check-report.ts'
import {
  type AnswerLine,
  answerLines,
  answerWords,
  factsLine,
  issuerLine,
} from '../../../presentation/check-words.ts'

function Answer({ question, finding }: AnswerLine) {
  const facts = factsLine(finding)
  return (
    <div class="verify-answer" data-answer={finding.answer}>
      <dt>{question}</dt>
      <dd>
        <strong>{answerWords[finding.answer]}.</strong> {finding.text}
        {facts === '' ? null : <p class="small soft">{facts}</p>}
        <p class="small soft">
          <code>{finding.reason}</code>
        </p>
      </dd>
    </div>
  )
}

const nameOf = ({ credential }: CheckReport): string | null =>
  typeof credential?.name === 'string' ? credential.name : null

/** The answers of a check, each by itself: nothing sums them up. */
export function Answers({ report }: { readonly report: CheckReport }) {
  const name = nameOf(report)
  return (
    <section aria-label="What was found">
      <h2>{name ?? 'What was found'}</h2>
      <dl>
        {answerLines(report).map((line) => (
          <Answer key={line.question} {...line} />
        ))}
      </dl>
      <p>{issuerLine(report.issuerIdentity)}</p>
      {report.notChecked.length === 0 ? null : (
        <>
          <h3>Not checked</h3>
          <ul class="bullets">
            {report.notChecked.map(({ check, why }) => (
              <li key={`${check} ${why}`}>{why}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
