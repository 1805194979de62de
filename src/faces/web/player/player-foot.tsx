import { formatCount } from '../../../presentation/formats.ts'
import type { SaveState } from './sender.ts'
import type { Walk } from './use-walk.ts'

/** Whether everything is saved, and what to do where it is not. */
export function SaveLine({ save, onRetry }: { readonly save: SaveState; readonly onRetry: () => void }) {
  if (save.kind === 'offline') {
    return (
      <p class="save save-offline">
        <span aria-hidden="true">▲ </span>
        <span role="status">Offline: {formatCount(save.waiting, 'answer')} kept here, will be sent.</span>{' '}
        <button type="button" class="save-retry" onClick={onRetry}>
          Try now
        </button>
      </p>
    )
  }
  return (
    <p class="save">
      <span aria-hidden="true">{save.kind === 'saved' ? '● ' : '○ '}</span>
      {save.kind === 'saved' ? 'Saved' : 'Saving …'}
    </p>
  )
}

type Props = {
  readonly walk: Walk
  readonly save: SaveState
  readonly onRetry: () => void
  readonly onHelp: () => void
  readonly onEnd: () => void
}

/** The foot: back, what is saved, on. On the review screen, the end. */
export function PlayerFoot({ walk, save, onRetry, onHelp, onEnd }: Props) {
  const onReview = walk.item === null
  return (
    <div class="player-foot">
      <div>
        {onReview ? (
          <button type="button" class="button button-primary" onClick={onEnd}>
            End review
          </button>
        ) : null}
        {onReview || walk.isFirst ? null : (
          <button type="button" class="button" onClick={walk.previous}>
            Previous
          </button>
        )}
      </div>
      <div class="foot-middle">
        <SaveLine save={save} onRetry={onRetry} />
        <button type="button" class="button button-quiet foot-help" onClick={onHelp}>
          Keys <kbd>?</kbd>
        </button>
      </div>
      <div class="foot-on">
        {onReview ? null : (
          <>
            {walk.isLast ? null : (
              <button type="button" class="button button-quiet foot-review" onClick={walk.review}>
                Review
              </button>
            )}
            <button type="button" class="button button-primary" onClick={walk.next}>
              {walk.isLast ? 'Review' : 'Next'}
            </button>
          </>
        )}
      </div>
    </div>
  )
}
