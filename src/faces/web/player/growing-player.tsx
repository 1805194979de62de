import { useEffect, useState } from 'preact/hooks'
import type { AttemptView } from '../../../application/read-attempt.ts'
import type { Problem } from '../api/client.ts'
import { CloseButton, Dialog } from '../parts/dialog.tsx'
import { ProblemNote } from '../parts/load.tsx'
import { useDocumentTitle } from '../shell/page.tsx'
import type { AttemptState, AttemptStore } from './attempt-store.ts'
import { HelpDialog } from './help-dialog.tsx'
import { ItemScreen } from './item-screen.tsx'
import { Notices } from './notices.tsx'
import { PlayerBar } from './player-bar.tsx'
import { SaveLine } from './player-foot.tsx'
import { useAttemptState } from './use-attempt.ts'
import { usePlayerKeys } from './use-player-keys.ts'
import type { Walk } from './use-walk.ts'

type Props = { readonly store: AttemptStore; readonly view: AttemptView }

const noClock = { milliseconds: null, mark: null } as const

const nowhere = (): void => undefined

/** A growing form has one way: on, by answering. */
const onlyOn = (item: Walk['item']): Walk => ({
  item,
  isFirst: true,
  isLast: true,
  next: nowhere,
  previous: nowhere,
  review: nowhere,
  open: nowhere,
  start: nowhere,
})

function EndEarly({ store, view, onClose }: Props & { readonly onClose: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const end = async (): Promise<void> => setProblem(await store.submit('delivered'))
  return (
    <Dialog title="End the diagnostic now?" onClose={onClose}>
      <p class="prose">
        It takes {view.adaptive?.fewest} to {view.adaptive?.most} items to tell where you stand. If you end it
        now, your report says only what the answers so far support.
      </p>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div class="dialog-end">
        <CloseButton>Go on</CloseButton>
        <button type="button" class="button button-primary" onClick={() => void end()}>
          End now
        </button>
      </div>
    </Dialog>
  )
}

/** Submits by itself once no further item comes. */
function useSubmissionAtEnd({ store }: Props, { ended, closed }: AttemptState): Problem | null {
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    if (ended && !closed) void store.submit('delivered').then(setProblem)
  }, [ended, closed, store])
  return problem
}

function Ended({ problem, retry }: { readonly problem: Problem | null; readonly retry: () => void }) {
  return (
    <section class="player-item" aria-live="polite">
      <h2>That is enough</h2>
      <p>Your report is being made.</p>
      {problem === null ? null : <ProblemNote problem={problem} retry={retry} />}
    </section>
  )
}

type FootProps = {
  readonly state: AttemptState
  readonly store: AttemptStore
  readonly onHelp: () => void
  readonly onEnd: () => void
}

function Foot({ state, store, onHelp, onEnd }: FootProps) {
  return (
    <div class="player-foot">
      <div>
        <button type="button" class="button button-quiet" onClick={onEnd}>
          End early
        </button>
      </div>
      <div class="foot-middle">
        <SaveLine save={state.save} onRetry={store.retry} />
        <button type="button" class="button button-quiet foot-help" onClick={onHelp}>
          Keys <kbd>?</kbd>
        </button>
      </div>
      <div class="foot-on" />
    </div>
  )
}

/** The screen of a diagnostic: one item, one button, on. The next item comes once the answer is saved. */
export function GrowingPlayer({ store, view }: Props) {
  const state = useAttemptState(store)
  const item = state.items.at(-1) ?? null
  const [dialog, open] = useState<'end' | 'help' | null>(null)
  const [close, help, end] = [() => open(null), () => open('help'), () => open('end')]
  const keys = usePlayerKeys({
    store,
    view,
    walk: onlyOn(item),
    enabled: dialog === null && !state.ended,
    onHelp: help,
  })
  const problem = useSubmissionAtEnd({ store, view }, state)
  useDocumentTitle(`Item ${item?.position ?? ''}, ${view.examCode} diagnostic`)
  return (
    <div class="player" data-mode={view.mode}>
      <PlayerBar view={view} left={noClock} item={state.ended ? null : item} />
      <Notices view={view} state={state} left={noClock} store={store} />
      {state.ended || item === null ? (
        <Ended problem={problem} retry={() => void store.submit('delivered')} />
      ) : (
        <ItemScreen
          key={item.position}
          item={item}
          state={state}
          store={store}
          check="Answer and go on"
          striking={keys.striking}
          busy={state.save.kind !== 'saved'}
        />
      )}
      <Foot state={state} store={store} onHelp={help} onEnd={end} />
      {dialog === 'end' ? <EndEarly store={store} view={view} onClose={close} /> : null}
      {dialog === 'help' ? <HelpDialog keys={keys} study onClose={close} /> : null}
    </div>
  )
}
