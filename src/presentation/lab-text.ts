import type { CaseResult, FileFinding, LabReport, RequirementResult } from '../domain/lab/types.ts'

/** What both faces say of labs. */
export const labsNotice =
  'There is no console here, no account and no bill: you write files, and models of the services say what they would do. A lab report is evidence of practice, never an exam score.'

/** How far work has come. @example pointsText({ earned: 3, possible: 12 }) // '3 of 12 points' */
export const pointsText = ({ earned, possible }: Pick<LabReport, 'earned' | 'possible'>): string =>
  `${earned} of ${possible} points`

/** A verdict in one line, which says what is open. */
export function verdictText(report: LabReport): string {
  if (report.complete)
    return `Complete: ${pointsText(report)}. Everything that must work does, and nothing else.`
  const open = report.requirements.filter(({ earned, weight }) => earned < weight).length
  return `${pointsText(report)}. ${open} of ${report.requirements.length} requirements are open.`
}

/** Where a finding stands. @example placeText({ path: 'policy.json', line: 3 }) // 'policy.json, line 3' */
export const placeText = ({ path, line }: Pick<FileFinding, 'path' | 'line'>): string =>
  line === null ? path : `${path}, line ${line}`

/** How many cases hold. @example casesText({ passed: 1, total: 3 }) // '1 of 3' */
export const casesText = ({ passed, total }: { readonly passed: number; readonly total: number }): string =>
  `${passed} of ${total}`

/** The cases of a requirement that went wrong and may be shown: the visible ones, else the first hidden one. */
export const shownFailures = ({ cases, failed }: RequirementResult): readonly CaseResult[] => {
  const visible = cases.filter(({ passed }) => !passed)
  return visible.length > 0 || failed === null ? visible : [failed]
}

/** What came out against what should. @example outcomeText({ expected: 'deny', actual: 'allow' }) // 'allow, expected deny' */
export const outcomeText = ({ expected, actual }: Pick<CaseResult, 'expected' | 'actual'>): string =>
  expected === actual ? actual : `${actual}, expected ${expected}`

/** Why a requirement whose cases all hold earns nothing, or null. */
export function whyHeldBack({ must, earned, visible, hidden }: RequirementResult): string | null {
  if (earned > 0 || visible.passed < visible.total || hidden.passed < hidden.total) return null
  return must === 'denied'
    ? 'Counts once something works: an empty file denies everything.'
    : 'Counts once something stays denied: a policy for everything allows this too.'
}
