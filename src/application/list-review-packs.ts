import type { ItemState } from '../domain/item/standing.ts'
import type { Ports } from './ports.ts'

/** A pack as a reviewer chooses it: how many of its items are in each state. */
export type ReviewPack = {
  readonly examCode: string
  readonly title: string
  readonly states: Readonly<Record<ItemState, number>>
  /** Names of those who have solved items of it, people apart from models. */
  readonly people: readonly string[]
  readonly models: readonly string[]
}

const states: readonly ItemState[] = ['draft', 'in-review', 'operational', 'disputed', 'retired']

/** Lists the packs that have items of their own with the states of these, for reviewers. */
export function listReviewPacks({ content }: Pick<Ports, 'content'>): readonly ReviewPack[] {
  const packs = content.packs().filter(({ entries }) => entries.length > 0)
  return packs.map(({ pack, entries, sheets }) => {
    const solvers = (by: 'model' | 'human'): string[] =>
      [...new Set(sheets.filter((sheet) => sheet.by === by).map(({ solver }) => solver))].sort()
    const count = (state: ItemState): number =>
      entries.filter(({ standing }) => standing.state === state).length
    return {
      examCode: pack.examCode,
      title: pack.title,
      states: Object.fromEntries(states.map((state) => [state, count(state)])) as ReviewPack['states'],
      people: solvers('human'),
      models: solvers('model'),
    }
  })
}
