import { useState } from 'preact/hooks'
import type { AttemptView } from '../../../application/read-attempt.ts'
import { modeName } from '../../../presentation/report-text.ts'
import { useDocumentTitle } from '../shell/page.tsx'
import type { AttemptState, AttemptStore } from './attempt-store.ts'
import { EndDialog } from './end-dialog.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { ItemScreen } from './item-screen.tsx'
import { Notices } from './notices.tsx'
import { PlayerBar } from './player-bar.tsx'
import { PlayerFoot } from './player-foot.tsx'
import { ReviewScreen } from './review-screen.tsx'
import { filterItems } from './sheet.ts'
import { TimeUp } from './time-up.tsx'
import { useAttemptState, useSubmissionAtZero, useTimeLeft } from './use-attempt.ts'
import { type PlayerKeys, usePlayerKeys } from './use-player-keys.ts'
import { useWalk, type Walk } from './use-walk.ts'

type Props = { readonly store: AttemptStore; readonly view: AttemptView }

type ScreenProps = Props & {
  readonly state: AttemptState
  readonly walk: Walk
  readonly keys: PlayerKeys
  readonly timeIsUp: boolean
}

function Screen({ store, view, state, walk, keys, timeIsUp }: ScreenProps) {
  const { items } = view.form
  const { item } = walk
  if (timeIsUp) return <TimeUp save={state.save} />
  if (item !== null)
    return (
      <ItemScreen
        key={item.position}
        item={item}
        state={state}
        store={store}
        check={view.mode === 'study' ? 'Check' : null}
        striking={keys.striking}
      />
    )
  return (
    <ReviewScreen
      items={items}
      sheet={state.sheet}
      onOpen={walk.open}
      onWalk={(filter) => walk.start(filterItems(items, state.sheet, filter))}
    />
  )
}

const placeText = ({ form }: AttemptView, { item }: Walk): string =>
  item === null ? 'Review' : `Item ${item.position} of ${form.items.length}`

/** The exam screen: bar, item or review, foot. */
export function Player({ store, view }: Props) {
  const state = useAttemptState(store)
  const left = useTimeLeft(store)
  const timeIsUp = left.milliseconds !== null && left.milliseconds <= 0
  useSubmissionAtZero(store, timeIsUp)
  const walk = useWalk(view.form)
  const [dialog, open] = useState<'end' | 'help' | null>(null)
  const [close, help, end] = [() => open(null), () => open('help'), () => open('end')]
  const keys = usePlayerKeys({ store, view, walk, enabled: dialog === null && !timeIsUp, onHelp: help })
  useDocumentTitle(`${placeText(view, walk)}, ${view.examCode} ${modeName(view.mode).toLowerCase()}`)
  return (
    <div class="player" data-mode={view.mode}>
      <PlayerBar view={view} left={left} item={walk.item} />
      <Notices view={view} state={state} left={left} store={store} />
      <Screen store={store} view={view} state={state} walk={walk} keys={keys} timeIsUp={timeIsUp} />
      {timeIsUp ? null : (
        <PlayerFoot walk={walk} save={state.save} onRetry={store.retry} onHelp={help} onEnd={end} />
      )}
      {dialog === 'end' && !timeIsUp ? (
        <EndDialog items={view.form.items} state={state} store={store} onClose={close} />
      ) : null}
      {dialog === 'help' ? <HelpDialog keys={keys} study={view.mode === 'study'} onClose={close} /> : null}
    </div>
  )
}
