import type { ExamVersion } from '../catalogue/types.ts'
import { errorAt, type Finding } from '../item/finding.ts'
import type { Item } from '../item/types.ts'

const domainOf = ({ domains }: ExamVersion, task: string): number | undefined =>
  domains.find(({ tasks }) => tasks.some(({ number }) => number === task))?.number

/**
 * The item as it stands in another exam that it serves, or undefined where it does not serve it. Its identifier and content
 * stay, and so do its sheets; domain and task are those of the other exam.
 *
 * @example placeAlso(item, versionOfDvaC02) // { …item, domain: 2, task: '2.1' }
 */
export function placeAlso(item: Item, version: ExamVersion): Item | undefined {
  const placement = item.alsoFor.find(({ examCode }) => examCode === version.examCode)
  const domain = placement && domainOf(version, placement.task)
  return placement && domain ? { ...item, domain, task: placement.task } : undefined
}

/** Checks that the other exams an item serves exist, with its kind and the task named. @example lintAlsoFor(item, versions) // [] */
export const lintAlsoFor = (item: Item, versions: readonly ExamVersion[]): Finding[] =>
  item.alsoFor.flatMap(({ examCode, task }, index) => {
    const path = ['alsoFor', String(index)]
    const version = versions.find((each) => each.examCode === examCode)
    if (version === undefined)
      return [errorAt('also-for-unknown', path, `The catalogue has no exam version ${examCode}.`)]
    if (domainOf(version, task) === undefined)
      return [errorAt('also-for-unknown', path, `${examCode} has no task ${task}; name one that it has.`)]
    return version.itemKinds === null || version.itemKinds.includes(item.kind)
      ? []
      : [errorAt('also-for-unknown', path, `${examCode} has no ${item.kind} items.`)]
  })
