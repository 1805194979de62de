import { styleText } from 'node:util'
import type { LabSummary } from '../../application/list-labs.ts'
import type { LabProof } from '../../application/prove-lab.ts'
import type { LabAttemptView } from '../../application/read-lab.ts'
import type { LabReport, RequirementResult } from '../../domain/lab/types.ts'
import {
  casesText,
  labsNotice,
  outcomeText,
  placeText,
  pointsText,
  shownFailures,
  verdictText,
  whyHeldBack,
} from '../../presentation/lab-text.ts'
import { wrap } from './exam-view.ts'

/** A lab's line in the list. */
export function labLine({ code, id, title, tier, minutes, exams, best }: LabSummary): string {
  const result = best === null ? '' : `, best ${pointsText(best)}`
  const codes = exams.map(({ examCode }) => examCode).join(' ')
  return `${code}  ${id.padEnd(28)}${title} (${tier}, ${codes}, ${minutes} min${result})`
}

const duty = { work: 'must work', denied: 'must stay denied' } as const

const requirementLines = ({ lab }: LabAttemptView): string[] =>
  lab.requirements.flatMap(({ text, must, weight, cases, hiddenCases }) => [
    `- ${text} (${duty[must]}, ${weight} ${weight === 1 ? 'point' : 'points'}, ${hiddenCases} hidden cases)`,
    ...cases.map((title) => `    - for example: ${title}`),
  ])

/** The task as a page of Markdown, for reading beside the editor. */
export function taskText(view: LabAttemptView, folder: string): string {
  const { lab, seed } = view
  return [
    `# ${lab.title}`,
    labsNotice,
    lab.situation.trim(),
    `## Files\n\n${lab.files.map(({ path, note }) => `- \`${path}\`: ${note}`).join('\n')}`,
    `## What is graded\n\n${requirementLines(view).join('\n')}`,
    `## Check\n\n    cairn lab check ${folder}\n    cairn lab hint ${folder}`,
    `## Pages\n\n${lab.references.map(({ title, url }) => `- ${title}: ${url}`).join('\n')}`,
    `Lab ${lab.code}, variant ${seed}.`,
  ]
    .join('\n\n')
    .concat('\n')
}

function requirementText(result: RequirementResult): string[] {
  const { text, earned, weight, visible, hidden } = result
  const mark = earned === weight ? styleText('green', 'met ') : styleText('red', 'open')
  const head = wrap(
    `${mark}  ${text} ${earned} of ${weight}; visible ${casesText(visible)}, hidden ${casesText(hidden)}.`,
  )
  const failures = shownFailures(result).map((failure) =>
    wrap(`${failure.title}: ${outcomeText(failure)}. ${failure.because}`, '      '),
  )
  const waiting = whyHeldBack(result)
  return [head, ...failures, ...(waiting === null ? [] : [`      ${waiting}`])]
}

/** A report as the terminal shows it: the verdict, every requirement, and what decided where one is open. */
export function labReportText(report: LabReport): string {
  const findings = report.findings.map(
    (finding) => `${finding.level}  ${placeText(finding)}: ${finding.text}`,
  )
  return [verdictText(report), ...findings, ...report.requirements.flatMap(requirementText)].join('\n')
}

/** How a lab's grader did against known solutions. */
export function proofText(proof: LabProof): string {
  const { code, labId, right, faulty, seeds, cases, mutationScore, misjudged } = proof
  const head = `${code}  ${labId}: right ${casesText({ passed: right.accepted, total: right.total })} accepted, faulty ${casesText({ passed: faulty.rejected, total: faulty.total })} rejected, mutation score ${mutationScore.toFixed(2)}, ${cases} cases, ${seeds} seeds`
  return [
    head,
    ...(proof.emptyRejected ? [] : ['      the files as they start are accepted']),
    ...misjudged.map(
      ({ solution, seeds: on, report }) =>
        `      ${solution} judged wrongly on ${on.length} seeds (${on[0]}): ${pointsText(report)}`,
    ),
  ].join('\n')
}
