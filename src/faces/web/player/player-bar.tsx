import { useEffect, useState } from 'preact/hooks'
import type { AttemptView } from '../../../application/read-attempt.ts'
import type { PresentedItem } from '../../../domain/form/types.ts'
import { formatClock } from '../../../presentation/formats.ts'
import { modeName } from '../../../presentation/report-text.ts'
import { CairnSign } from '../parts/cairn-sign.tsx'
import { clockReturnsAtMinutes } from './clock.ts'
import type { TimeLeft } from './use-attempt.ts'

/** Hidden by a click, and back by itself at five minutes. */
function useHidden(mark: number | null): readonly [boolean, () => void] {
  const [hidden, setHidden] = useState(false)
  useEffect(() => {
    if (mark === clockReturnsAtMinutes) setHidden(false)
  }, [mark])
  return [hidden, () => setHidden((before) => !before)]
}

function Clock({ left }: { readonly left: TimeLeft }) {
  const [hidden, toggle] = useHidden(left.mark)
  if (left.milliseconds === null) return <p class="bar-fact bar-untimed">No clock</p>
  const soon = left.milliseconds <= clockReturnsAtMinutes * 60_000
  return (
    <div role="timer" class={soon ? 'bar-fact bar-soon' : 'bar-fact'}>
      <h2 class="visually-hidden">Time remaining</h2>
      <button type="button" onClick={toggle} title={hidden ? 'Show the time' : 'Hide the time'}>
        {hidden ? (
          'Show time'
        ) : (
          <>
            <span class="bar-time">{formatClock(left.milliseconds)}</span>
            <span class="visually-hidden"> left. Hide.</span>
          </>
        )}
      </button>
    </div>
  )
}

function Counter({ text, mark }: { readonly text: string; readonly mark: number | null }) {
  const [hidden, toggle] = useHidden(mark)
  return (
    <div class="bar-fact">
      <button
        type="button"
        onClick={toggle}
        title={hidden ? 'Show the item counter' : 'Hide the item counter'}
      >
        {hidden ? (
          'Show counter'
        ) : (
          <>
            {text}
            <span class="visually-hidden">. Hide.</span>
          </>
        )}
      </button>
    </div>
  )
}

type Props = { readonly view: AttemptView; readonly left: TimeLeft; readonly item: PresentedItem | null }

const counterText = ({ form, adaptive }: AttemptView, { position }: PresentedItem): string =>
  adaptive === undefined
    ? `Item ${position} of ${form.items.length}`
    : `Item ${position}, ${adaptive.fewest} to ${adaptive.most} in all`

/** The title bar: what this is on the left, time and counter on the right. */
export function PlayerBar({ view, left, item }: Props) {
  return (
    <header class="player-bar">
      <CairnSign />
      <div class="bar-title">
        <h1>{view.title}</h1>
        <p>
          {view.examCode}, <strong>{modeName(view.mode).toLowerCase()}</strong>
          {view.mode === 'study' ? <span class="bar-study">: the key is shown after each item</span> : null}
        </p>
      </div>
      <div class="bar-facts">
        <Clock left={left} />
        {item === null ? null : <Counter text={counterText(view, item)} mark={left.mark} />}
      </div>
    </header>
  )
}
