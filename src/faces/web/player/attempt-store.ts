import type { AttemptView, ResponseView } from '../../../application/read-attempt.ts'
import type { PresentedItem } from '../../../domain/form/types.ts'
import type { Answer, Problem } from '../api/client.ts'
import type { SaveAnswer } from '../api/types.ts'
import { fetchAttempt, sendEntry, submitAttempt, type Timed } from './attempt-api.ts'
import { remainingMs, type ServerClock, setClock } from './clock.ts'
import { type Outbox, type OutboxEntry, openOutbox, type PositionChange } from './outbox.ts'
import { type SaveState, type Sender, startSender } from './sender.ts'
import { adopt, positionOf, type Sheet, sheetOf, withPosition } from './sheet.ts'

/** What the player shows of a running attempt. */
export type AttemptState = {
  readonly sheet: Sheet
  readonly save: SaveState
  /** Something the candidate must know, such as an answer given in another window; null when there is nothing. */
  readonly notice: string | null
  readonly closed: boolean
  /** Answers that could not be delivered before the attempt closed. */
  readonly late: number
  /** The items so far; a growing form gets one more after each answer. */
  readonly items: readonly PresentedItem[]
  /** True where a growing form gives no further item. */
  readonly ended: boolean
}

type Held = { readonly position: number; readonly held: ResponseView }

const changeOf = ({ response, flagged, struck }: PositionChange): PositionChange => ({
  response,
  flagged,
  struck,
})

function noticeOf(position: number, problem: Problem): string {
  if (problem.code === 'superseded')
    return `Item ${position} was answered in another window. That answer is shown; choose again to change it.`
  if (problem.code === 'already-answered')
    return `Item ${position} was checked in another window. What was checked is shown.`
  return `Item ${position} could not be saved. ${problem.detail}`
}

/** A running attempt on this page: what the server holds, what waits on this device, and the way between the two. */
export class AttemptStore {
  readonly #attemptId: string
  readonly #deadline: string | null
  /** True where a choice counts only once it is checked: in study mode, and on a growing form. */
  readonly #checked: boolean
  readonly #listeners = new Set<() => void>()
  readonly #outbox: Outbox
  readonly #sender: Sender
  readonly #otherTabs: BroadcastChannel
  /** Positions whose choice was given for good and waits for its answer, or has it. */
  readonly #given = new Set<number>()
  #clock: ServerClock
  #state: AttemptState

  constructor({ value: view, askedMs, answeredMs }: Timed<AttemptView>) {
    this.#attemptId = view.attemptId
    this.#deadline = view.deadline
    this.#checked = view.mode === 'study' || view.adaptive !== undefined
    this.#clock = setClock(view.serverTime, askedMs, answeredMs)
    this.#outbox = openOutbox(localStorage, view.attemptId, () => crypto.randomUUID())
    const sheet = sheetOf(view.responses, this.#outbox.newest())
    this.#state = {
      ...{ sheet, save: { kind: 'saved' }, notice: null, closed: view.state === 'closed', late: 0 },
      ...{ items: view.form.items, ended: view.adaptive?.ended === true },
    }
    this.#sender = startSender({
      outbox: this.#outbox,
      send: (entry) => this.#send(entry),
      onSaved: (entry, answer) => this.#saved(entry, answer),
      onRefused: (entry, problem) => this.#refused(entry, problem),
      onState: (save) => this.#update({ save }),
    })
    this.#otherTabs = new BroadcastChannel(`cairn/attempt/${view.attemptId}`)
    this.#otherTabs.onmessage = ({ data }: MessageEvent<Held>) => this.#savedElsewhere(data)
    window.addEventListener('online', this.retry)
    if (this.#outbox.next() !== null) this.retry()
  }

  readonly read = (): AttemptState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Keeps a change and sends it; where choices are checked, one is kept here until it is. */
  change(position: number, change: Partial<PositionChange>): void {
    if (this.#state.closed || this.#isFinal(position)) return
    this.#update({ sheet: withPosition(this.#state.sheet, position, change) })
    const now = changeOf(positionOf(this.#state.sheet, position))
    if (!this.#checked) this.#keep(position, now)
    else if (change.response === undefined) this.#keep(position, { ...now, response: null })
  }

  /** Gives the choice of a position for good: in study mode it asks for the key, on a growing form for the next item. */
  check(position: number): void {
    if (this.#isFinal(position)) return
    this.#given.add(position)
    this.#keep(position, changeOf(positionOf(this.#state.sheet, position)))
  }

  /** Closes the attempt once what waits is delivered, or at once when time is up. */
  async submit(when: 'delivered' | 'time-up'): Promise<Problem | null> {
    const delivered = this.#sender.flush()
    if (when === 'delivered') await delivered
    const answer = await submitAttempt(this.#attemptId)
    if (!answer.ok) return answer.error
    this.#close()
    return null
  }

  /** Milliseconds left on the clock; null without one. */
  remaining(): number | null {
    return remainingMs(this.#deadline, this.#clock, performance.now())
  }

  /** Asks the server for its time and state, as after the machine slept. */
  async refresh(): Promise<AttemptView | null> {
    const fetched = await fetchAttempt(this.#attemptId)
    if (!fetched.ok) return null
    const { value: view, askedMs, answeredMs } = fetched.value
    this.#clock = setClock(view.serverTime, askedMs, answeredMs)
    if (view.state === 'closed') this.#close()
    if (view.adaptive !== undefined) this.#update({ items: view.form.items, ended: view.adaptive.ended })
    return view
  }

  dismissNotice(): void {
    this.#update({ notice: null })
  }

  readonly retry = (): void => void this.#sender.flush()

  stop(): void {
    this.#sender.stop()
    this.#otherTabs.close()
    window.removeEventListener('online', this.retry)
  }

  #isFinal(position: number): boolean {
    return this.#given.has(position) || positionOf(this.#state.sheet, position).feedback !== null
  }

  #update(change: Partial<AttemptState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  #keep(position: number, change: PositionChange): void {
    this.#outbox.put(position, change, positionOf(this.#state.sheet, position).sequence)
    this.retry()
  }

  async #send(entry: OutboxEntry): Promise<Answer<SaveAnswer>> {
    const answer = await sendEntry(this.#attemptId, entry)
    if (!answer.ok) return answer
    const { value, askedMs, answeredMs } = answer.value
    if (value.remainingMs !== null && this.#deadline !== null) {
      const serverMs = Date.parse(this.#deadline) - value.remainingMs
      this.#clock = setClock(new Date(serverMs).toISOString(), askedMs, answeredMs)
    }
    return { ok: true, value }
  }

  /** What an answer led to: the next item of a growing form, or its end. */
  #grow(next: SaveAnswer['next'], response: PositionChange['response']): void {
    if (next === undefined || response === null) return
    const known = this.#state.items.some(({ position }) => position === next?.position)
    if (next === null) this.#update({ ended: true })
    else if (!known) this.#update({ items: [...this.#state.items, next] })
  }

  #saved(entry: OutboxEntry, { sequence, savedAt, feedback: fresh, next }: SaveAnswer): void {
    this.#grow(next, entry.response)
    const feedback = fresh ?? positionOf(this.#state.sheet, entry.position).feedback
    this.#update({ sheet: withPosition(this.#state.sheet, entry.position, { sequence, feedback }) })
    const held: ResponseView = {
      ...changeOf(entry),
      sequence,
      savedAt,
      ...(feedback === null ? {} : { feedback }),
    }
    this.#otherTabs.postMessage({ position: entry.position, held } satisfies Held)
  }

  #savedElsewhere({ position, held }: Held): void {
    const waits = this.#outbox.newest().has(position)
    if (!waits && held.sequence > positionOf(this.#state.sheet, position).sequence)
      this.#takeOver(position, held)
  }

  #takeOver(position: number, held: ResponseView): void {
    this.#update({ sheet: adopt(this.#state.sheet, position, held) })
  }

  async #refused(entry: OutboxEntry, problem: Problem): Promise<void> {
    if (problem.status === 410) return this.#close(1)
    this.#given.delete(entry.position)
    const winner = problem.status === 409 ? (problem.facts as unknown as ResponseView) : undefined
    const held = (await this.refresh())?.responses[entry.position] ?? winner
    if (held !== undefined) this.#takeOver(entry.position, held)
    this.#update({ notice: noticeOf(entry.position, problem) })
  }

  #close(refused = 0): void {
    const late = refused + this.#outbox.newest().size
    this.#outbox.clear()
    this.#sender.stop()
    this.#update({ closed: true, late: this.#state.late + late, save: { kind: 'saved' } })
  }
}
