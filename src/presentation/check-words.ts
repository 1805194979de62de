import type {
  CheckReport,
  Finding,
  IssuerIdentity,
  RecipientFinding,
} from '../domain/credential/check-report.ts'

/** The name of an answer, as people read it. */
export const answerWords: Readonly<Record<RecipientFinding['answer'], string>> = {
  pass: 'Yes',
  fail: 'No',
  'could-not-tell': 'Could not tell',
  'not-checked': 'Not checked',
}

/** One question of a check with its answer; the questions are never summed up. */
export type AnswerLine = {
  readonly question: string
  readonly finding: Finding | RecipientFinding
}

/** The questions of a check in the order in which they build on each other. */
export const answerLines = (report: CheckReport): readonly AnswerLine[] => [
  { question: 'Authentic?', finding: report.authentic },
  { question: 'Current?', finding: report.current },
  { question: 'Not revoked?', finding: report.status },
  { question: 'Issuer known to you?', finding: report.issuer },
  { question: 'For this person?', finding: report.recipient },
]

/** Facts of a finding in one line; empty where there are none. */
export const factsLine = ({ facts }: Pick<Finding, 'facts'>): string =>
  Object.entries(facts)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ')

/** The issuer in words that promise no more than is known. */
export function issuerLine({ id, level, claimedName, host }: IssuerIdentity): string {
  const claim = claimedName === null ? '' : ` It calls itself “${claimedName}”.`
  if (id === null) return 'No issuer could be read.'
  if (level === 'unknown') return `Stated issuer, not shown to be true: ${id}.${claim}`
  return host === null ? `Issuer: ${id}.${claim}` : `Issuer: ${host} (${id}).${claim}`
}

/** A report for the terminal. */
export function reportText(report: CheckReport): string {
  const answers = answerLines(report).map(({ question, finding }) => {
    const facts = factsLine(finding)
    const line = `${question.padEnd(21)} ${answerWords[finding.answer].padEnd(15)} ${finding.text} [${finding.reason}]`
    return facts === '' ? line : `${line}\n${' '.repeat(38)}${facts}`
  })
  const proofs = report.proofs.map(({ suite, reason }) => `  ${suite}: ${reason}`)
  const open = report.notChecked.map(({ check, why }) => `  ${check}: ${why}`)
  return [
    ...answers,
    '',
    issuerLine(report.issuerIdentity),
    ...(proofs.length < 2 ? [] : ['Proofs:', ...proofs]),
    ...(open.length === 0 ? [] : ['Not checked:', ...open]),
  ].join('\n')
}
