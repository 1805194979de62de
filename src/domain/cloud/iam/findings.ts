import type { PolicyFinding } from './types.ts'

/** Takes a finding: the path below where the reporter stands, the words, and the level (error when left out). */
export type ReportFinding = (path: string, text: string, level?: PolicyFinding['level']) => void

/**
 * A reporter that adds to a list, below a path.
 *
 * @example (() => { const list = []; reportInto(list, 'identity[0]')('.Version', 'no'); return list })() // [{ level: 'error', at: 'identity[0].Version', text: 'no' }]
 */
export const reportInto =
  (findings: PolicyFinding[], at: string): ReportFinding =>
  (path, text, level = 'error') =>
    void findings.push({ level, at: `${at}${path}`, text })
