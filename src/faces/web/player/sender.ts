import type { Answer, Problem } from '../api/client.ts'
import type { SaveAnswer } from '../api/types.ts'
import type { Outbox, OutboxEntry } from './outbox.ts'

/** What the candidate is told, always: everything is saved, something is on its way, or answers wait on this device. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly waiting: number }

export type SenderParts = {
  readonly outbox: Outbox
  readonly send: (entry: OutboxEntry) => Promise<Answer<SaveAnswer>>
  readonly onSaved: (entry: OutboxEntry, answer: SaveAnswer) => void
  /** The server refused an entry for good (not a lost connection): take over what it holds. */
  readonly onRefused: (entry: OutboxEntry, problem: Problem) => Promise<void>
  readonly onState: (state: SaveState) => void
}

export type Sender = {
  /** Sends what waits; cuts a pause between two tries short. Resolves when nothing waits any more. */
  readonly flush: () => Promise<void>
  readonly stop: () => void
}

const passing = new Set([0, 408, 425, 429])

/** True when the same call may succeed later: nothing came back, or the server is busy or ill. */
export const isPassing = (problem: Problem): boolean => passing.has(problem.status) || problem.status >= 500

/** Milliseconds until try number `failures` + 1: doubling from half a second to ten. */
export const retryDelayMs = (failures: number): number => Math.min(10_000, 500 * 2 ** (failures - 1))

/** Sends the entries of an outbox one after another, for as long as it takes. */
export function startSender({ outbox, send, onSaved, onRefused, onState }: SenderParts): Sender {
  let running: Promise<void> | null = null
  let failures = 0
  let stopped = false
  let wake = (): void => {}

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, retryDelayMs(failures))
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function handle(entry: OutboxEntry, answer: Answer<SaveAnswer>): Promise<void> {
    if (answer.ok) {
      failures = 0
      outbox.remove(entry.clientToken)
      onSaved(entry, answer.value)
    } else if (isPassing(answer.error)) {
      failures++
      onState({ kind: 'offline', waiting: outbox.newest().size })
      await pause()
    } else {
      outbox.dropPosition(entry.position)
      await onRefused(entry, answer.error)
    }
  }

  async function drain(): Promise<void> {
    for (let entry = outbox.next(); entry !== null && !stopped; entry = outbox.next()) {
      if (failures === 0) onState({ kind: 'saving' })
      outbox.markAttempted(entry.clientToken)
      await handle(entry, await send(entry))
    }
    if (!stopped) onState({ kind: 'saved' })
  }

  return {
    flush() {
      if (failures > 0) onState({ kind: 'offline', waiting: outbox.newest().size })
      wake()
      running ??= drain().finally(() => {
        running = null
      })
      return running
    },
    stop() {
      stopped = true
      wake()
    },
  }
}
