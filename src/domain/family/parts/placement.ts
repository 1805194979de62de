import type { Placement } from '../types.ts'

function placement(text: string): Placement {
  const [, examCode, domain, task] = /^([A-Z]{2,4}-[A-Z]\d{2}) (\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (examCode === undefined || domain === undefined)
    throw new RangeError(
      `"${text}" is no placement; write an exam code and a task or domain, such as "SAA-C03 1.1".`,
    )
  return { examCode, domain: Number(domain), task: task === undefined ? null : `${domain}.${task}` }
}

/**
 * Reads placements: an exam code with a task, or with a domain where the tasks of the exam guide are unknown.
 *
 * @throws RangeError for a text of another form
 * @example placedIn('SAP-C03 2') // [{ examCode: 'SAP-C03', domain: 2, task: null }]
 */
export const placedIn = (...texts: readonly string[]): readonly Placement[] => texts.map(placement)
