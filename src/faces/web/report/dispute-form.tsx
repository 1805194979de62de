import { useState } from 'preact/hooks'
import type { DisputeLine } from '../../../application/read-disputes.ts'
import type { PresentedItem } from '../../../domain/form/types.ts'
import type { Response } from '../../../domain/item/types.ts'
import { call, type Problem } from '../api/client.ts'
import { ProblemNote } from '../parts/load.tsx'
import { RichLine } from '../parts/rich-text.tsx'

type Props = { readonly attemptId: string; readonly item: PresentedItem }

/** What is proposed as the key: nothing chosen means that the claim names none. */
function proposedOf(chosen: readonly string[]): Response | null {
  return chosen.length === 0 ? null : { selected: chosen }
}

type KeyChoiceProps = {
  readonly item: PresentedItem
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

/** Ordering and matching are told in words; choices by ticking. */
function KeyChoice({ item, chosen, onChoose }: KeyChoiceProps) {
  if (item.kind === 'ordering' || item.kind === 'matching') return null
  const toggle = (id: string): void =>
    onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <fieldset class="field">
      <legend class="field-label">What do you hold to be the key?</legend>
      <p class="field-help">Leave this empty where no option is right, or more than the item asks for.</p>
      <div class="choices">
        {item.options.map(({ id, label, text }) => (
          <label key={id} class="choice">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>
              {label}. <RichLine text={text} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Sending = {
  readonly sent: DisputeLine | null
  readonly problem: Problem | null
  readonly busy: boolean
  readonly send: (body: object) => Promise<void>
}

function useDispute({ attemptId, item }: Props): Sending {
  const [sent, setSent] = useState<DisputeLine | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (body: object): Promise<void> => {
    setBusy(true)
    const path = `/attempts/${encodeURIComponent(attemptId)}/disputes`
    const answer = await call<{ dispute: DisputeLine }>('POST', path, { position: item.position, ...body })
    setBusy(false)
    setProblem(answer.ok ? null : answer.error)
    if (answer.ok) setSent(answer.value.dispute)
  }
  return { sent, problem, busy, send }
}

function Fields({ item, sending }: Pick<Props, 'item'> & { readonly sending: Sending }) {
  const [claim, setClaim] = useState('')
  const [source, setSource] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const submit = (event: Event): void => {
    event.preventDefault()
    const page = source.trim() === '' ? null : source.trim()
    void sending.send({ claim, proposedKey: proposedOf(chosen), source: page })
  }
  return (
    <form class="dispute-form" onSubmit={submit}>
      <label class="field">
        <span class="field-label">What is wrong, and what decides?</span>
        <textarea
          class="input"
          rows={3}
          required
          minLength={10}
          maxLength={2000}
          value={claim}
          onInput={(event) => setClaim(event.currentTarget.value)}
        />
      </label>
      <KeyChoice item={item} chosen={chosen} onChoose={setChosen} />
      <label class="field">
        <span class="field-label">Page that supports it (optional)</span>
        <input
          class="input"
          type="url"
          placeholder="https://"
          value={source}
          onInput={(event) => setSource(event.currentTarget.value)}
        />
      </label>
      {sending.problem === null ? null : <ProblemNote problem={sending.problem} />}
      <button type="submit" class="button button-primary" disabled={sending.busy}>
        Send the dispute
      </button>
    </form>
  )
}

/** Lets a candidate say that an item is wrong; folded away until asked for. */
export function DisputeForm(props: Props) {
  const sending = useDispute(props)
  if (sending.sent !== null) {
    return (
      <p class="note note-well" role="status">
        Your dispute is recorded. Its state, owner and age stand on{' '}
        <a href="/disputes">the page of disputes</a>.
      </p>
    )
  }
  return (
    <details class="no-print">
      <summary>Dispute this item</summary>
      <Fields item={props.item} sending={sending} />
    </details>
  )
}
