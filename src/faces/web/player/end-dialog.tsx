import { useState } from 'preact/hooks'
import type { PresentedItem } from '../../../domain/form/types.ts'
import { formatCount, formatList } from '../../../presentation/formats.ts'
import type { Problem } from '../api/client.ts'
import { CloseButton, Dialog } from '../parts/dialog.tsx'
import { ProblemNote } from '../parts/load.tsx'
import type { AttemptState, AttemptStore } from './attempt-store.ts'
import { filterItems } from './sheet.ts'

type Props = {
  readonly items: readonly PresentedItem[]
  readonly state: AttemptState
  readonly store: AttemptStore
  readonly onClose: () => void
}

const mostNamed = 12

function incompleteText(incomplete: readonly PresentedItem[]): string {
  if (incomplete.length === 0) return 'Every item is complete.'
  const named = incomplete.slice(0, mostNamed).map(({ position }) => String(position))
  const rest = incomplete.length - named.length
  const list = formatList(rest > 0 ? [...named, `${rest} more`] : named)
  return `${formatCount(incomplete.length, 'item')} ${incomplete.length === 1 ? 'is' : 'are'} not complete: ${list}. What is not complete counts as not correct.`
}

function waitText({ save }: AttemptState): string | null {
  if (save.kind === 'offline')
    return `${formatCount(save.waiting, 'answer')} could not be sent yet. Submitting waits for them: check that Cairn is running.`
  return save.kind === 'saving' ? 'The last answers are being saved.' : null
}

/** Names what is not complete before anything is final. */
export function EndDialog({ items, state, store, onClose }: Props) {
  const [submitting, setSubmitting] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const flagged = filterItems(items, state.sheet, 'flagged').length
  const submit = async (): Promise<void> => {
    setSubmitting(true)
    setProblem(await store.submit('delivered'))
    setSubmitting(false)
  }
  return (
    <Dialog title="End and submit?" onClose={onClose}>
      <div class="prose">
        <p>{incompleteText(filterItems(items, state.sheet, 'incomplete'))}</p>
        {flagged === 0 ? null : (
          <p>
            {formatCount(flagged, 'item')} {flagged === 1 ? 'is' : 'are'} still flagged.
          </p>
        )}
        <p>After this, nothing can be changed. You get your report at once.</p>
      </div>
      <p role="status" class="save-wait">
        {waitText(state)}
      </p>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div class="dialog-end">
        <CloseButton>Go back</CloseButton>
        <button
          type="button"
          class="button button-primary"
          disabled={submitting}
          onClick={() => void submit()}
        >
          {submitting ? 'Submitting …' : 'Submit'}
        </button>
      </div>
    </Dialog>
  )
}
