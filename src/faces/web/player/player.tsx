import { useState } from 'preact/hooks'
import type { AttemptView } from '../../../application/read-attempt.ts'
import { modeName } from '../../../presentation/report-text.ts'
import { useDocumentTitle } from '../shell/page.tsx'
import type { AttemptStore } from './attempt-store.ts'
import { EndDialog } from './end-dialog.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { ItemScreen } from './item-screen.tsx'
import { Notices } from './notices.tsx'
import { PlayerBar } from './player-bar.tsx'
import { PlayerFoot } from './player-foot.tsx'
import { ReviewScreen } from './review-screen.tsx'
import { filterItems } from './sheet.ts'
import { useAttemptState, useSubmissionAtZero, useTimeLeft } from './use-attempt.ts'
import { usePlayerKeys } from './use-player-keys.ts'
import { useWalk } from './use-walk.ts'

type Dialog = 'end' | 'help' | null

/** The exam screen: bar, item or review, foot. */
export function Player({ store, view }: { readonly store: AttemptStore; readonly view: AttemptView }) {
  const { items } = view.form
  const state = useAttemptState(store)
  const left = useTimeLeft(store)
  const timeIsUp = left.milliseconds !== null && left.milliseconds <= 0
  useSubmissionAtZero(store, timeIsUp)
  const walk = useWalk(view.form)
  const [dialog, open] = useState<Dialog>(null)
  const keys = usePlayerKeys({
    store,
    view,
    walk,
    enabled: dialog === null && !timeIsUp,
    onHelp: () => open('help'),
  })
  const heading = `${view.examCode} ${modeName(view.mode).toLowerCase()}`
  useDocumentTitle(
    walk.item === null ? `Review, ${heading}` : `Item ${walk.item.position} of ${items.length}, ${heading}`,
  )
  return (
    <div class="player" data-mode={view.mode}>
      <PlayerBar view={view} left={left} item={walk.item} />
      <Notices view={view} state={state} left={left} store={store} />
      {walk.item === null ? (
        <ReviewScreen
          items={items}
          sheet={state.sheet}
          onOpen={walk.open}
          onWalk={(filter) => walk.start(filterItems(items, state.sheet, filter))}
        />
      ) : (
        <ItemScreen
          key={walk.item.position}
          item={walk.item}
          state={state}
          store={store}
          study={view.mode === 'study'}
          striking={keys.striking}
        />
      )}
      <PlayerFoot
        walk={walk}
        save={state.save}
        onRetry={store.retry}
        onHelp={() => open('help')}
        onEnd={() => open('end')}
      />
      {dialog === 'end' ? (
        <EndDialog items={items} state={state} store={store} onClose={() => open(null)} />
      ) : null}
      {dialog === 'help' ? (
        <HelpDialog keys={keys} study={view.mode === 'study'} onClose={() => open(null)} />
      ) : null}
    </div>
  )
}
