import { useState } from 'preact/hooks'
import type { MeasuredItem, MeasurementView } from '../../../application/read-measurement.ts'
import { formatPercent } from '../../../presentation/formats.ts'
import { gateText, stateText } from '../../../presentation/measurement-text.ts'
import { FilterButtons } from '../parts/filter-buttons.tsx'

type Filter = 'all' | 'attention' | 'judged'

const looks: Readonly<Record<MeasuredItem['state'], string>> = {
  operational: 'mark mark-well',
  provisional: 'mark',
  uncalibrated: 'mark',
  held: 'mark mark-problem',
}

const admits: Readonly<Record<Filter, (item: MeasuredItem) => boolean>> = {
  all: () => true,
  attention: ({ state, verdict }) => state === 'held' || verdict === 'hold' || verdict === 'watch',
  judged: ({ state }) => state === 'uncalibrated',
}

const names: readonly { readonly id: Filter; readonly name: string }[] = [
  { id: 'all', name: 'All' },
  { id: 'attention', name: 'Watch or hold' },
  { id: 'judged', name: 'Judged only' },
]

function Row({ item, examCode }: { readonly item: MeasuredItem; readonly examCode: string }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/measure/${examCode}/items/${item.itemId}`}>{item.itemId}</a>
        <span class="soft small item-task"> {item.task ?? `domain ${item.domain}`}</span>
      </th>
      <td>
        <span class={looks[item.state]}>{stateText(item.state)}</span>
      </td>
      <td class="figure-cell">{item.responses}</td>
      <td class="figure-cell">{item.p === null ? '–' : formatPercent(item.p)}</td>
      <td class="figure-cell">{item.itemRest === null ? '–' : item.itemRest.toFixed(2)}</td>
      <td class="figure-cell">{item.discrimination.toFixed(2)}</td>
      <td class="figure-cell">
        {item.difficulty.toFixed(2)} <span class="soft small">± {item.difficultyError.toFixed(2)}</span>
      </td>
      <td class="small">{item.reasons.map(gateText).join('; ')}</td>
    </tr>
  )
}

/** Every item with its statistics and what the gates say. */
export function ItemList({ view }: { readonly view: MeasurementView }) {
  const [filter, choose] = useState<Filter>('all')
  const shown = view.items.filter(admits[filter])
  return (
    <section class="section">
      <h2>Items</h2>
      <FilterButtons
        filters={names.map(({ id, name }) => ({ id, name, count: view.items.filter(admits[id]).length }))}
        chosen={filter}
        onChoose={choose}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section class="wide-table" tabIndex={0} aria-label="Items, scrolls sideways">
        <table>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">State</th>
              <th scope="col">First attempts</th>
              <th scope="col">Correct</th>
              <th scope="col">Item-rest</th>
              <th scope="col">Discrimination</th>
              <th scope="col">Difficulty</th>
              <th scope="col">Gates</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <Row key={item.itemId} item={item} examCode={view.examCode} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="soft small prose">
        Difficulty and discrimination are on the metric of the model, with the standard at 0. With 200 first
        attempts behind it an item is held from scoring where its answers do not fit the model (p below 0.001
        over 500 attempts), where they go along with another item's (Q3 above 0.2), where discrimination is
        below 0.4 or the correlation with the rest below 0.10, where practice finds it much easier or harder
        than exams do (class C), or where its difficulty drifted by more than 0.3 and 3 standard errors. Open
        an item to see its gates and to release it.
      </p>
    </section>
  )
}
