import { useEffect, useRef, useState } from 'preact/hooks'
import type { AttemptView } from '../../../application/read-attempt.ts'
import type { PresentedItem } from '../../../domain/form/types.ts'
import { formatSpokenTime } from '../../../presentation/formats.ts'
import { announce } from '../shell/announce.ts'
import type { AttemptStore } from './attempt-store.ts'
import { canChoose, tooManyText } from './choosing.ts'
import { type Command, type KeyContext, readKey } from './keyboard.ts'
import { chooseOption, isComplete, positionOf, toggleStruck } from './sheet.ts'
import type { Walk } from './use-walk.ts'

const storageKey = 'cairn/single-keys'

/** The state of the keyboard: whether single letters work, and whether the next one strikes. */
export type PlayerKeys = {
  readonly singleKeys: boolean
  readonly setSingleKeys: (on: boolean) => void
  readonly striking: boolean
}

type Parts = {
  readonly store: AttemptStore
  readonly view: AttemptView
  readonly walk: Walk
  readonly enabled: boolean
  readonly onHelp: () => void
}

const textFields =
  'input:not([type=radio]):not([type=checkbox]):not([type=button]), select, textarea, [contenteditable]'

function focusOf(target: EventTarget | null): KeyContext['focus'] {
  if (!(target instanceof Element)) return 'page'
  if (target.closest(textFields) !== null) return 'text'
  if (target.closest('input') !== null) return 'choice'
  return target.closest('button, a, summary') === null ? 'page' : 'control'
}

/** Options are lettered in items that are answered by choosing; ordering and matching use their selects. */
const letteredOptions = (item: PresentedItem | null): PresentedItem['options'] =>
  item?.kind === 'multiple-choice' || item?.kind === 'multiple-response' ? item.options : []

function sayTime(store: AttemptStore): void {
  const left = store.remaining()
  announce(left === null ? 'There is no clock' : `${formatSpokenTime(left)} left`)
}

function actOnOption(store: AttemptStore, item: PresentedItem, command: Command & { index: number }): void {
  const option = letteredOptions(item)[command.index]
  if (option === undefined) return
  const state = positionOf(store.read().sheet, item.position)
  if (command.kind === 'strike')
    store.change(item.position, { struck: toggleStruck(state.struck, option.id) })
  else if (canChoose(item, state.response, option.id))
    store.change(item.position, { response: chooseOption(item, state.response, option.id) })
  else announce(tooManyText(item))
}

function flag(store: AttemptStore, item: PresentedItem): void {
  const flagged = !positionOf(store.read().sheet, item.position).flagged
  store.change(item.position, { flagged })
  announce(flagged ? 'Flagged' : 'Flag removed')
}

function checkOrGoOn({ store, walk }: Parts, item: PresentedItem): void {
  const { response, feedback } = positionOf(store.read().sheet, item.position)
  if (feedback !== null) walk.next()
  else if (isComplete(item, response)) store.check(item.position)
}

function obey(parts: Parts, command: Command): void {
  const { store, walk, onHelp } = parts
  const { item } = walk
  if ('index' in command) {
    if (item !== null) actOnOption(store, item, command)
    return
  }
  const actions: Partial<Record<Command['kind'], () => void>> = {
    next: walk.next,
    previous: walk.previous,
    review: walk.review,
    help: onHelp,
    'say-time': () => sayTime(store),
    flag: () => item !== null && flag(store, item),
    check: () => item !== null && checkOrGoOn(parts, item),
  }
  actions[command.kind]?.()
}

/** Lets the keyboard do all that the pointer can. */
export function usePlayerKeys(parts: Parts): PlayerKeys {
  const [singleKeys, setOn] = useState(localStorage.getItem(storageKey) !== 'off')
  const [striking, setStriking] = useState(false)
  const latest = useRef({ parts, singleKeys, striking })
  latest.current = { parts, singleKeys, striking }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { parts: now, singleKeys: on, striking: strikes } = latest.current
      if (!now.enabled || event.defaultPrevented) return
      const { item } = now.walk
      const optionCount = letteredOptions(item).length
      const study = now.view.mode === 'study' || now.view.adaptive !== undefined
      const command = readKey(event, {
        focus: focusOf(event.target),
        singleKeys: on,
        striking: strikes,
        optionCount,
        onReview: item === null,
        study,
      })
      setStriking(command?.kind === 'strike-next' && optionCount > 0)
      if (command === null) return
      event.preventDefault()
      obey(now, command)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const setSingleKeys = (on: boolean): void => {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
    setOn(on)
  }
  return { singleKeys, setSingleKeys, striking }
}
