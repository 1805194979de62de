import { useEffect, useState } from 'preact/hooks'
import type { AttemptView } from '../../../application/read-attempt.ts'
import { formatSpokenTime } from '../../../presentation/formats.ts'
import type { AttemptState, AttemptStore } from './attempt-store.ts'
import type { TimeLeft } from './use-attempt.ts'

type NoticeProps = { readonly text: string; readonly onClose: () => void }

function Notice({ text, onClose }: NoticeProps) {
  return (
    <div class="player-notice">
      <p>{text}</p>
      <button type="button" class="button" onClick={onClose}>
        Close
      </button>
    </div>
  )
}

function TimeNotice({ mark }: { readonly mark: number }) {
  const [open, setOpen] = useState(true)
  useEffect(() => setOpen(true), [mark])
  return open ? (
    <Notice text={`${formatSpokenTime(mark * 60_000)} left.`} onClose={() => setOpen(false)} />
  ) : null
}

type Props = {
  readonly view: AttemptView
  readonly state: AttemptState
  readonly left: TimeLeft
  readonly store: AttemptStore
}

/** What the candidate must be told above the item: time, another window, a changed pack. */
export function Notices({ view, state, left, store }: Props) {
  const [movedOpen, setMovedOpen] = useState(true)
  return (
    <div class="player-notices">
      {left.mark === null ? null : <TimeNotice mark={left.mark} />}
      <div role="status">
        {state.notice === null ? null : <Notice text={state.notice} onClose={() => store.dismissNotice()} />}
      </div>
      {movedOpen && view.moved.length > 0 ? (
        <Notice text={view.moved.join(' ')} onClose={() => setMovedOpen(false)} />
      ) : null}
    </div>
  )
}
