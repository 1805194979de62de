import type { Result } from '../../kernel/result.ts'
import type { Json } from '../json.ts'
import type { Bindings, JsonataFailed } from './jsonata.ts'

/** Children that run side by side, at most so many at once, until all have ended or enough have. */
type Fork = {
  readonly kind: 'fork'
  readonly children: readonly (() => Process<unknown>)[]
  readonly atOnce: number
  readonly isEnough: (ended: readonly unknown[]) => boolean
}

/** What a process asks of whoever runs it. */
export type Effect =
  | { readonly kind: 'sleep'; readonly seconds: number }
  | { readonly kind: 'evaluate'; readonly expression: string; readonly bindings: Bindings }
  | Fork

/** Work that goes on in virtual time: it yields what it waits for and returns its result. */
export type Process<T> = Generator<Effect, T, unknown>

/** Waits in virtual time. @param seconds at least 0 */
export function* sleep(seconds: number): Process<void> {
  yield { kind: 'sleep', seconds }
}

/** Evaluates a JSONata expression. */
export function* evaluate(expression: string, bindings: Bindings): Process<Result<Json, JsonataFailed>> {
  return (yield { kind: 'evaluate', expression, bindings }) as Result<Json, JsonataFailed>
}

/**
 * Runs processes side by side.
 *
 * @param options at most `atOnce` run at the same time; `isEnough` is asked after each end whether the rest is to be stopped
 * @returns the result of each in order; undefined where a process was stopped or never started
 */
export function* runTogether<T>(
  children: readonly (() => Process<T>)[],
  {
    atOnce,
    isEnough,
  }: { readonly atOnce: number; readonly isEnough: (ended: readonly (T | undefined)[]) => boolean },
): Process<readonly (T | undefined)[]> {
  return (yield { kind: 'fork', children, atOnce, isEnough: isEnough as Fork['isEnough'] }) as readonly (
    | T
    | undefined
  )[]
}

type Thread = {
  readonly process: Process<unknown>
  readonly end: (value: unknown) => void
  children: readonly Thread[]
  stopped: boolean
}
type Wake = { readonly at: number; readonly thread: Thread; readonly value: unknown }
type Evaluate = (expression: string, bindings: Bindings) => Promise<Result<Json, JsonataFailed>>

function stop(thread: Thread): void {
  thread.stopped = true
  thread.children.forEach(stop)
}

/** Wakes in the order of their time; of equal times the earlier scheduled comes first. */
function insert(queue: Wake[], wake: Wake): void {
  let at = queue.length
  while (at > 0 && (queue[at - 1]?.at ?? 0) > wake.at) at--
  queue.splice(at, 0, wake)
}

/** Starts the children of a fork one after the other as places become free, and wakes the parent at the end. */
function startFork(
  parent: Thread,
  { children, atOnce, isEnough }: Fork,
  wake: (thread: Thread, value: unknown) => void,
): void {
  const ended: unknown[] = children.map(() => undefined)
  let [started, left] = [0, children.length]
  const finish = (): void => {
    parent.children.forEach(stop)
    parent.children = []
    wake(parent, ended)
  }
  const startNext = (): void => {
    const index = started++
    const child = children[index]
    if (child === undefined) return
    const thread: Thread = {
      process: child(),
      end: (value) => end(index, value),
      children: [],
      stopped: false,
    }
    parent.children = [...parent.children, thread]
    wake(thread, undefined)
  }
  const end = (index: number, value: unknown): void => {
    ended[index] = value
    left--
    if (left === 0 || isEnough(ended)) finish()
    else startNext()
  }
  if (children.length === 0) finish()
  for (let free = Math.min(atOnce, children.length); free > 0; free--) startNext()
}

/**
 * Runs a process to its end in virtual time: the clock moves only when every running part waits. Given the same process it
 * always takes the same course.
 *
 * @param clock milliseconds since 1970, moved on while the process runs
 * @param options evaluates expressions; `deadline` in milliseconds ends the process before it is done
 * @returns the result, or null when the deadline came first
 */
export async function runProcess<T>(
  process: Process<T>,
  clock: { now: number },
  options: { readonly evaluate: Evaluate; readonly deadline: number },
): Promise<{ readonly value: T } | null> {
  const queue: Wake[] = []
  let result: { readonly value: T } | null = null
  const wakeAt = (at: number, thread: Thread, value: unknown): void => insert(queue, { at, thread, value })
  const advance = async (thread: Thread, value: unknown): Promise<void> => {
    let step = thread.process.next(value)
    while (!step.done && step.value.kind === 'evaluate')
      step = thread.process.next(await options.evaluate(step.value.expression, step.value.bindings))
    if (step.done) thread.end(step.value)
    else if (step.value.kind === 'sleep') wakeAt(clock.now + step.value.seconds * 1000, thread, undefined)
    else if (step.value.kind === 'fork')
      startFork(thread, step.value, (woken, with_) => wakeAt(clock.now, woken, with_))
  }
  const main: Thread = {
    process,
    end: (value) => {
      result = { value: value as T }
    },
    children: [],
    stopped: false,
  }
  wakeAt(clock.now, main, undefined)
  for (let wake = queue.shift(); wake !== undefined && result === null; wake = queue.shift()) {
    if (wake.thread.stopped) continue
    if (wake.at > options.deadline) {
      clock.now = options.deadline
      return null
    }
    clock.now = wake.at
    await advance(wake.thread, wake.value)
  }
  return result
}
