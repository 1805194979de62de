import { useEffect, useRef } from 'preact/hooks'
import type { PresentedItem } from '../../../domain/form/types.ts'
import { AnsweredItem } from '../parts/answered-item.tsx'
import { RichText } from '../parts/rich-text.tsx'
import { announce } from '../shell/announce.ts'
import type { AttemptState, AttemptStore } from './attempt-store.ts'
import { ChoiceOptions } from './choice-options.tsx'
import { MatchingPrompts } from './matching-prompts.tsx'
import { OrderingOptions } from './ordering-options.tsx'
import { isComplete, type PositionState, positionOf } from './sheet.ts'

type Props = {
  readonly item: PresentedItem
  readonly state: AttemptState
  readonly store: AttemptStore
  /** The words of the button that gives a choice for good; null where choices can be changed to the end. */
  readonly check: string | null
  readonly striking: boolean
  /** True while what was given is on its way. */
  readonly busy?: boolean
}

/** What every kind of item is given to show and take a response. */
export type OptionsProps = {
  readonly item: PresentedItem
  readonly given: PositionState
  readonly store: AttemptStore
}

function Options(props: OptionsProps) {
  if (props.item.kind === 'ordering') return <OrderingOptions {...props} />
  if (props.item.kind === 'matching') return <MatchingPrompts {...props} />
  return <ChoiceOptions {...props} />
}

function FlagButton({ item, given, store }: OptionsProps) {
  return (
    <button
      type="button"
      class="button flag-button"
      aria-pressed={given.flagged}
      onClick={() => store.change(item.position, { flagged: !given.flagged })}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M3 1v14M3 2h9l-2.5 3L12 8H3"
          fill={given.flagged ? 'currentColor' : 'none'}
          stroke="currentColor"
          stroke-width="1.6"
          stroke-linejoin="round"
        />
      </svg>
      {given.flagged ? 'Flagged' : 'Flag for review'}
    </button>
  )
}

type CheckProps = OptionsProps & { readonly text: string; readonly busy: boolean }

function CheckButton({ item, given, store, text, busy }: CheckProps) {
  return (
    <button
      type="button"
      class="button button-primary"
      disabled={busy || !isComplete(item, given.response)}
      onClick={() => store.check(item.position)}
    >
      {text}
    </button>
  )
}

function useAnnouncedFeedback(given: PositionState): void {
  const before = useRef(given.feedback)
  useEffect(() => {
    if (before.current === null && given.feedback !== null)
      announce(given.feedback.correct ? 'Correct' : 'Not correct')
    before.current = given.feedback
  }, [given.feedback])
}

/** One item: stimulus, stem, and what is given for it. The heading takes the focus when the item comes up. */
export function ItemScreen({ item, state, store, check, striking, busy = false }: Props) {
  const given = positionOf(state.sheet, item.position)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useAnnouncedFeedback(given)
  const parts = { item, given, store }
  return (
    <div class={item.stimulus === undefined ? 'player-item' : 'player-item has-stimulus'}>
      {item.stimulus === undefined ? null : (
        <section class="stimulus" aria-label={`Case: ${item.stimulus.title}`}>
          <h2>{item.stimulus.title}</h2>
          <RichText text={item.stimulus.text} />
        </section>
      )}
      <section class="item" aria-labelledby="item-heading">
        <div class="item-head">
          <h2 id="item-heading" ref={heading} tabIndex={-1}>
            Item {item.position}
          </h2>
          <FlagButton {...parts} />
        </div>
        <div class="stem">
          <RichText text={item.stem} />
        </div>
        {striking ? <p class="note">Strike out: now press the letter of an option, or Escape.</p> : null}
        {given.feedback === null ? (
          <Options {...parts} />
        ) : (
          <AnsweredItem item={item} response={given.response} feedback={given.feedback} />
        )}
        {check !== null && given.feedback === null ? (
          <CheckButton {...parts} text={check} busy={busy} />
        ) : null}
      </section>
    </div>
  )
}
