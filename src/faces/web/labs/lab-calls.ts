import type { LabSummary } from '../../../application/list-labs.ts'
import type { LabAttemptView } from '../../../application/read-lab.ts'
import type { FileFinding, LabReport, RequirementResult } from '../../../domain/lab/types.ts'
import { type Answer, call } from '../api/client.ts'

/** The text of each file by its path. */
export type Texts = Readonly<Record<string, string>>

/** What an editor asks while a person types: findings, and the visible cases by requirement. */
export type Tried = {
  readonly findings: readonly FileFinding[]
  readonly requirements: readonly RequirementResult[]
}

const path = (labAttemptId: string): string => `/lab-attempts/${encodeURIComponent(labAttemptId)}`

export const fetchLabs = (): Promise<
  Answer<{ readonly notice: string; readonly labs: readonly LabSummary[] }>
> => call('GET', '/labs')

export const beginLab = (labId: string): Promise<Answer<LabAttemptView>> =>
  call('POST', '/lab-attempts', { labId })

export const fetchAttempt = (labAttemptId: string): Promise<Answer<LabAttemptView>> =>
  call('GET', path(labAttemptId))

export const tryFiles = (labAttemptId: string, files: Texts): Promise<Answer<Tried>> =>
  call('POST', `${path(labAttemptId)}/tries`, { files })

export const checkFiles = (
  labAttemptId: string,
  files: Texts,
): Promise<Answer<{ readonly report: LabReport }>> => call('POST', `${path(labAttemptId)}/checks`, { files })

export const takeHint = (labAttemptId: string): Promise<Answer<{ readonly hints: readonly string[] }>> =>
  call('POST', `${path(labAttemptId)}/hints`)
