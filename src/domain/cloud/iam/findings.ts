import type { PolicyFinding } from './types.ts'

/** Takes a finding: the path below where the reporter stands, the words, and the level (error when left out). */
export type ReportFinding = (path: string, text: string, level?: PolicyFinding['level']) => void

/** A reporter that adds to a list, below a path. */
export const reportInto =
  (findings: PolicyFinding[], at: string): ReportFinding =>
  (path, text, level = 'error') =>
    void findings.push({ level, at: `${at}${path}`, text })

/** A reporter that stands further down a path. */
export const reportBelow =
  (report: ReportFinding, step: string): ReportFinding =>
  (path, text, level) =>
    report(`${step}${path}`, text, level)
