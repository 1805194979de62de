import type { FamilyDescription, Placement } from '../../../domain/family/types.ts'

/** Kinds of item as headings. */
export const kindNames: Readonly<Record<FamilyDescription['kind'], string>> = {
  'multiple-choice': 'Multiple choice',
  'multiple-response': 'Multiple response',
  ordering: 'Ordering',
  matching: 'Matching',
}

/** A placement in short: exam and task, or domain where tasks are unknown. */
export const placementText = ({ examCode, domain, task }: Placement): string =>
  task === null ? `${examCode} domain ${domain}` : `${examCode} ${task}`
