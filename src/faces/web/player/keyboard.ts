/** What a key asks the player to do. */
export type Command =
  | { readonly kind: 'choose' | 'strike'; readonly index: number }
  | {
      readonly kind:
        | 'next'
        | 'previous'
        | 'flag'
        | 'strike-next'
        | 'review'
        | 'say-time'
        | 'check'
        | 'help'
        | 'cancel'
    }

/** A key press as the browser tells it. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'>

export type KeyContext = {
  /** Where the focus is: in a text letters are typed, a control uses Enter and Space itself, a choice uses Space. */
  readonly focus: 'text' | 'control' | 'choice' | 'page'
  /** False when the candidate switched single-letter keys off. */
  readonly singleKeys: boolean
  /** True after X: the next letter strikes instead of choosing. */
  readonly striking: boolean
  readonly optionCount: number
  readonly onReview: boolean
  readonly study: boolean
}

const named: Readonly<Record<string, Command>> = {
  n: { kind: 'next' },
  j: { kind: 'next' },
  p: { kind: 'previous' },
  k: { kind: 'previous' },
  f: { kind: 'flag' },
  x: { kind: 'strike-next' },
  r: { kind: 'review' },
  t: { kind: 'say-time' },
  '?': { kind: 'help' },
}

const withAlt: Readonly<Record<string, Command>> = { KeyN: { kind: 'next' }, KeyP: { kind: 'previous' } }

const allowedOnReview = new Set<Command['kind']>(['say-time', 'help', 'cancel'])

/** The option that a letter A to H or a digit 1 to 8 stands for; null when the item has none there. */
function optionIndex(key: string, optionCount: number): number | null {
  const index = /^[a-h]$/.test(key) ? key.charCodeAt(0) - 97 : /^[1-8]$/.test(key) ? Number(key) - 1 : null
  return index !== null && index < optionCount ? index : null
}

function singleKey(key: string, context: KeyContext): Command | null {
  const index = optionIndex(key, context.optionCount)
  if (context.striking) return index === null ? { kind: 'cancel' } : { kind: 'strike', index }
  const command = named[key]
  if (command !== undefined) return command
  return index === null ? null : { kind: 'choose', index }
}

function plainKey(press: KeyPress, context: KeyContext): Command | null {
  if (press.key === 'Enter' || press.key === ' ') {
    const free = context.focus === 'page' || (context.focus === 'choice' && press.key === 'Enter')
    return context.study && free ? { kind: 'check' } : null
  }
  return context.singleKeys && context.focus !== 'text' ? singleKey(press.key.toLowerCase(), context) : null
}

/**
 * Reads a key press; null when it is not the player's. F always flags, so a sixth option is chosen with 6.
 * Alt+N and Alt+P work with single keys off and in text fields too.
 */
export function readKey(press: KeyPress, context: KeyContext): Command | null {
  if (press.ctrlKey || press.metaKey || press.repeat) return null
  if (press.key === 'Escape') return context.striking ? { kind: 'cancel' } : null
  const command = press.altKey ? (withAlt[press.code] ?? null) : plainKey(press, context)
  return context.onReview && command !== null && !allowedOnReview.has(command.kind) ? null : command
}

/** The keys and what they do, for the help dialog. */
export const keyHelp: readonly {
  readonly keys: readonly string[]
  readonly does: string
  readonly onlyStudy?: boolean
}[] = [
  { keys: ['A–E', '1–8'], does: 'Choose an option' },
  { keys: ['N', 'J', 'Alt+N'], does: 'Next item' },
  { keys: ['P', 'K', 'Alt+P'], does: 'Previous item' },
  { keys: ['F'], does: 'Flag for review; a sixth option is chosen with 6' },
  { keys: ['X', 'A–H'], does: 'One after the other: strike an option out, or restore it' },
  { keys: ['R'], does: 'Review screen' },
  { keys: ['T'], does: 'Say the time left' },
  { keys: ['Enter', 'Space'], does: 'Check, then go on', onlyStudy: true },
  { keys: ['?'], does: 'This help' },
]
