import type { ExamVersion } from '../catalogue/types.ts'
import { errorAt, type Finding } from '../item/finding.ts'
import type { Item } from '../item/types.ts'

function lintKind(item: Item, { examCode, itemKinds }: ExamVersion): Finding[] {
  if (itemKinds === null) return []
  const kind = itemKinds.includes(item.kind)
    ? []
    : [errorAt('kind-not-in-exam', ['kind'], `${examCode} has no ${item.kind} items.`)]
  const study =
    item.stimulusId === null || itemKinds.includes('case-study')
      ? []
      : [
          errorAt(
            'kind-not-in-exam',
            ['stimulus'],
            `${examCode} has no case studies; put what is needed in the stem.`,
          ),
        ]
  return [...kind, ...study]
}

/** Where the first task known is not the first of its domain (2.3, say), the list has gaps and an item may fit none of it. */
const hasGaps = (domain: number, known: readonly string[]): boolean => known[0] !== `${domain}.1`

function lintTask(item: Item, { examCode, domains }: ExamVersion): Finding[] {
  const domain = domains.find(({ number }) => number === item.domain)
  if (!domain) return [errorAt('domain-unknown', ['domain'], `${examCode} has no domain ${item.domain}.`)]
  const known = domain.tasks.map(({ number }) => number)
  if (known.length === 0 && item.task !== null)
    return [errorAt('task-unknown', ['task'], `The tasks of ${examCode} are unknown; write task: null.`)]
  if (known.length > 0 && item.task === null && !hasGaps(item.domain, known))
    return [errorAt('task-missing', ['task'], `Name the task: ${known.join(', ')}.`)]
  return item.task === null || known.includes(item.task)
    ? []
    : [
        errorAt(
          'task-unknown',
          ['task'],
          `Domain ${item.domain} of ${examCode} has no task ${item.task}; it has ${known.join(', ')}.`,
        ),
      ]
}

/**
 * Checks that an item belongs to an exam version: its kind, its domain and its task exist there.
 * @example lintFit(item, version) // []
 */
export const lintFit = (item: Item, version: ExamVersion): Finding[] => [
  ...lintKind(item, version),
  ...lintTask(item, version),
]
