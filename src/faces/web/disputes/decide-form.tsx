import { useState } from 'preact/hooks'
import type { DisputeLine, JudgedItem } from '../../../application/read-disputes.ts'
import type { Decided } from '../../../application/settle-dispute.ts'
import { call, type Problem } from '../api/client.ts'
import { ProblemNote } from '../parts/load.tsx'

type Props = {
  readonly dispute: DisputeLine
  readonly item: JudgedItem | null
  readonly onDone: (text: string) => void
}

type Verdict = 'reject' | 'accept' | 'change-key' | 'withdraw'

const verdicts: readonly { readonly id: Verdict; readonly name: string; readonly help: string }[] = [
  { id: 'reject', name: 'Reject', help: 'The item stands as it is.' },
  {
    id: 'accept',
    name: 'Accept, key stands',
    help: 'Something else is mended: wording, rationale, reference.',
  },
  { id: 'change-key', name: 'Accept, key changes', help: 'Affected practice attempts are scored again.' },
  {
    id: 'withdraw',
    name: 'Accept, withdraw the item',
    help: 'It is not scored any more; affected attempts are scored again.',
  },
]

function bodyOf(verdict: Verdict, reason: string, key: readonly number[]): object {
  const body = { verdict: verdict === 'reject' ? 'rejected' : 'accepted', reason }
  if (verdict === 'change-key') return { ...body, key }
  return verdict === 'withdraw' ? { ...body, key: null } : body
}

/** Choices are ticked; the key of ordering and matching items is written as option numbers, from 1. */
function parseKey(text: string): number[] {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => Number(part) - 1)
}

function outcomeText({ dispute, attemptsRescored }: Decided): string {
  const rescored = attemptsRescored === 1 ? '1 attempt was' : `${attemptsRescored} attempts were`
  return `The dispute is ${dispute.state}. ${rescored} scored again.`
}

type VerdictChoiceProps = {
  readonly verdict: Verdict
  readonly keyMayChange: boolean
  readonly onChoose: (verdict: Verdict) => void
}

function VerdictChoice({ verdict, keyMayChange, onChoose }: VerdictChoiceProps) {
  return (
    <fieldset class="field">
      <legend class="field-label">Decision</legend>
      <div class="choices">
        {verdicts.map(({ id, name, help }) => (
          <label key={id} class="choice">
            <input
              type="radio"
              name="verdict"
              checked={verdict === id}
              disabled={!keyMayChange && (id === 'change-key' || id === 'withdraw')}
              onChange={() => onChoose(id)}
            />
            <span>
              {name} <span class="soft small">{help}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Decides a dispute: verdict, reason, and the new key where it changes. */
export function DecideForm({ dispute, item, onDone }: Props) {
  const [verdict, setVerdict] = useState<Verdict>('reject')
  const [reason, setReason] = useState('')
  const [keyText, setKeyText] = useState((dispute.proposedKey ?? []).map((index) => index + 1).join(', '))
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const path = `/disputes/${dispute.disputeId}/decision`
    const answer = await call<Decided>('POST', path, bodyOf(verdict, reason, parseKey(keyText)))
    if (answer.ok) onDone(outcomeText(answer.value))
    else setProblem(answer.error)
  }
  return (
    <form class="stack decide-form" onSubmit={(event) => void submit(event)}>
      <VerdictChoice verdict={verdict} keyMayChange={item !== null} onChoose={setVerdict} />
      {verdict === 'change-key' ? (
        <label class="field">
          <span class="field-label">New key, as option numbers</span>
          <input
            class="input input-short"
            inputMode="numeric"
            required
            value={keyText}
            onInput={(event) => setKeyText(event.currentTarget.value)}
          />
        </label>
      ) : null}
      <label class="field">
        <span class="field-label">Reason, told to those concerned</span>
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
      <button type="submit" class="button button-primary">
        Decide
      </button>
    </form>
  )
}
