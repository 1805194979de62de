import { useState } from 'preact/hooks'
import type { ItemAnalysis } from '../../../application/analyse-item.ts'
import { formatMoment } from '../../../presentation/formats.ts'
import { gateFigure, gateName } from '../../../presentation/measurement-text.ts'
import { call, type Problem } from '../api/client.ts'
import { ProblemNote } from '../parts/load.tsx'

type Gate = ItemAnalysis['gates'][number]

const looks: Readonly<Record<Gate['verdict'], string>> = {
  keep: 'mark mark-well',
  watch: 'mark mark-attention',
  hold: 'mark mark-problem',
  unknown: 'mark',
}

const words: Readonly<Record<Gate['verdict'], string>> = {
  keep: 'keep',
  watch: 'watch',
  hold: 'hold',
  unknown: 'not judged yet',
}

function GateRow({ gate, verdict, figure, closest }: Gate & Pick<ItemAnalysis, 'closest'>) {
  const partner = gate === 'local-dependence' && closest !== null ? ` with ${closest.itemId}` : ''
  return (
    <tr>
      <th scope="row">{gateName(gate)}</th>
      <td>
        <span class={looks[verdict]}>{words[verdict]}</span>
      </td>
      <td>
        {gateFigure({ gate, figure })}
        {partner}
      </td>
    </tr>
  )
}

type ReleaseProps = { readonly path: string; readonly onReleased: () => void }

function ReleaseForm({ path, onReleased }: ReleaseProps) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const answer = await call('POST', `${path}/releases`, { reason })
    if (answer.ok) onReleased()
    else setProblem(answer.error)
  }
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <p class="prose">
        The item is held: no form draws it. If you looked at what holds it and the item is sound as it is,
        release it. It is scored again until it is edited or another gate holds it.
      </p>
      <label class="field">
        <span class="field-label">Why it is sound</span>
        <textarea
          class="input"
          rows={3}
          required
          minLength={10}
          maxLength={2000}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <button type="submit" class="button">
        Release the item
      </button>
    </form>
  )
}

type Props = { readonly analysis: ItemAnalysis; readonly path: string; readonly onReleased: () => void }

/** What each gate says of an item in the newest run, and the way back for one that is held. */
export function Gates({ analysis, path, onReleased }: Props) {
  const { gates, closest, releases, state } = analysis
  return (
    <section class="section">
      <h2>Gates</h2>
      {gates.length === 0 ? (
        <p class="soft">No calibration knows this item as it is worded today.</p>
      ) : (
        <table class="gate-table">
          <thead>
            <tr>
              <th scope="col">Gate</th>
              <th scope="col">Verdict</th>
              <th scope="col">Figure</th>
            </tr>
          </thead>
          <tbody>
            {gates.map((gate) => (
              <GateRow key={gate.gate} {...gate} closest={closest} />
            ))}
          </tbody>
        </table>
      )}
      {releases.map(({ at, reason }) => (
        <p key={at} class="prose">
          Released {formatMoment(at)}: {reason}
        </p>
      ))}
      {state === 'held' ? <ReleaseForm path={path} onReleased={onReleased} /> : null}
    </section>
  )
}
