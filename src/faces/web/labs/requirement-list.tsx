import type { LabAttemptView } from '../../../application/read-lab.ts'
import type { CaseResult, RequirementResult } from '../../../domain/lab/types.ts'
import { casesText, outcomeText, whyHeldBack } from '../../../presentation/lab-text.ts'
import { RichLine } from '../parts/rich-text.tsx'

type Stated = LabAttemptView['lab']['requirements'][number]

function CaseLine({ title, result }: { readonly title: string; readonly result: CaseResult | undefined }) {
  if (result === undefined)
    return (
      <li class="lab-case">
        <span class="lab-sign" aria-hidden="true">
          ·
        </span>
        <span>{title}</span>
      </li>
    )
  return (
    <li class={`lab-case ${result.passed ? 'is-met' : 'is-open'}`}>
      <span class="lab-sign" aria-hidden="true">
        {result.passed ? '✓' : '✗'}
      </span>
      <span>
        {title}: <strong>{outcomeText(result)}</strong>
        {result.passed ? null : <span class="lab-because">{result.because}</span>}
      </span>
    </li>
  )
}

function Standing({
  checked,
  stated,
}: {
  readonly checked: RequirementResult | undefined
  readonly stated: Stated
}) {
  if (checked === undefined)
    return (
      <p class="soft small">
        {stated.weight} {stated.weight === 1 ? 'point' : 'points'}; {stated.hiddenCases} hidden{' '}
        {stated.hiddenCases === 1 ? 'case' : 'cases'}
      </p>
    )
  const waiting = whyHeldBack(checked)
  return (
    <>
      <p class="small">
        {checked.earned === checked.weight ? (
          <span class="mark mark-well">✓ met</span>
        ) : (
          <span class="mark mark-problem">✗ open</span>
        )}{' '}
        {checked.earned} of {checked.weight}, hidden cases {casesText(checked.hidden)}
      </p>
      {waiting === null ? null : <p class="small soft">{waiting}</p>}
      {checked.failed === null ? null : (
        <ul class="lab-cases">
          <CaseLine title={`Hidden: ${checked.failed.title}`} result={checked.failed} />
        </ul>
      )}
    </>
  )
}

type ListProps = {
  readonly stated: readonly Stated[]
  readonly tried: readonly RequirementResult[]
  /** Of the last check, unless files have changed since. */
  readonly checked: readonly RequirementResult[]
}

const duty = { work: 'Must work', denied: 'Must stay denied' } as const

/** Every requirement with its visible cases as they stand now, and how it fared at the last check. */
export function RequirementList({ stated, tried, checked }: ListProps) {
  return (
    <ul class="lab-requirements">
      {stated.map((requirement) => {
        const now = tried.find(({ id }) => id === requirement.id)
        return (
          <li key={requirement.id} class="lab-requirement">
            <p class="eyebrow">{duty[requirement.must]}</p>
            <h3>
              <RichLine text={requirement.text} />
            </h3>
            <Standing stated={requirement} checked={checked.find(({ id }) => id === requirement.id)} />
            <ul class="lab-cases">
              {requirement.cases.map((title, index) => (
                <CaseLine key={title} title={title} result={now?.cases[index]} />
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
