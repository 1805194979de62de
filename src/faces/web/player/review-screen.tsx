import { useEffect, useRef, useState } from 'preact/hooks'
import type { PresentedItem } from '../../../domain/form/types.ts'
import { firstWords } from '../../../presentation/rich-text.ts'
import { FilterButtons } from '../parts/filter-buttons.tsx'
import { filterItems, isComplete, positionOf, type ReviewFilter, type Sheet } from './sheet.ts'

type Props = {
  readonly items: readonly PresentedItem[]
  readonly sheet: Sheet
  readonly onOpen: (item: PresentedItem) => void
  readonly onWalk: (filter: ReviewFilter) => void
}

const filters = [
  { id: 'all', name: 'All', walk: 'Review all' },
  { id: 'incomplete', name: 'Incomplete', walk: 'Review incomplete' },
  { id: 'flagged', name: 'Flagged', walk: 'Review flagged' },
] as const

function ReviewRow({
  item,
  sheet,
  onOpen,
}: Pick<Props, 'sheet' | 'onOpen'> & { readonly item: PresentedItem }) {
  const { response, flagged } = positionOf(sheet, item.position)
  const complete = isComplete(item, response)
  return (
    <tr>
      <th scope="row">
        <button type="button" class="button button-quiet review-open" onClick={() => onOpen(item)}>
          Item {item.position}
        </button>
      </th>
      <td class="review-stem">{firstWords(item.stem, 80)}</td>
      <td>
        {complete ? (
          <span class="mark mark-well">
            <span aria-hidden="true">●</span> Complete
          </span>
        ) : (
          <span class="mark">
            <span aria-hidden="true">○</span> Incomplete
          </span>
        )}
      </td>
      <td>
        {flagged ? (
          <span class="mark mark-attention">
            <span aria-hidden="true">⚑</span> Flagged
          </span>
        ) : (
          <span class="visually-hidden">Not flagged</span>
        )}
      </td>
    </tr>
  )
}

/** The review screen, in the place of the item: what is complete, incomplete, flagged, and ways back to it. */
export function ReviewScreen({ items, sheet, onOpen, onWalk }: Props) {
  const [filter, setFilter] = useState<ReviewFilter>('all')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const shown = filterItems(items, sheet, filter)
  const current = filters.find(({ id }) => id === filter) ?? filters[0]
  return (
    <section class="player-review" aria-labelledby="review-heading">
      <h2 id="review-heading" ref={heading} tabIndex={-1}>
        Review
      </h2>
      <div class="row">
        <FilterButtons
          filters={filters.map(({ id, name }) => ({ id, name, count: filterItems(items, sheet, id).length }))}
          chosen={filter}
          onChoose={setFilter}
        />
        <button type="button" class="button" disabled={shown.length === 0} onClick={() => onWalk(filter)}>
          {current.walk}
        </button>
      </div>
      <div>
        <table class="review-table">
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col" class="review-stem">
                Begins
              </th>
              <th scope="col">Status</th>
              <th scope="col">Flag</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <ReviewRow key={item.position} item={item} sheet={sheet} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 ? <p class="soft">None.</p> : null}
      </div>
    </section>
  )
}
