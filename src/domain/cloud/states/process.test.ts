import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ok } from '../../kernel/result.ts'
import { evaluate, type Process, runProcess, runTogether, sleep } from './process.ts'

type Log = [number, string][]

/** Runs a process that is given a clock and a log of what happens when. */
async function run<T>(
  make: (note: (text: string) => void) => Process<T>,
  deadline = Number.POSITIVE_INFINITY,
) {
  const clock = { now: 0 }
  const log: Log = []
  const result = await runProcess(
    make((text) => log.push([clock.now, text])),
    clock,
    {
      deadline,
      evaluate: async (expression) => ok(`value of ${expression}`),
    },
  )
  return { result, log, now: clock.now }
}

function* worker(name: string, seconds: readonly number[], note: (text: string) => void): Process<string> {
  for (const pause of seconds) {
    note(`${name} waits`)
    yield* sleep(pause)
  }
  note(`${name} ends`)
  return name
}

const all = { atOnce: 99, isEnough: () => false }

describe('runProcess', () => {
  test('time passes only by sleeping', async () => {
    const { result, log, now } = await run((note) => worker('a', [1, 2.5], note))
    expect(result).toEqual({ value: 'a' })
    expect(log).toEqual([
      [0, 'a waits'],
      [1000, 'a waits'],
      [3500, 'a ends'],
    ])
    expect(now).toBe(3500)
  })

  test('an evaluation takes no time', async () => {
    const { result, now } = await run(function* () {
      return yield* evaluate('x', {})
    })
    expect({ result, now }).toEqual({ result: { value: ok('value of x') }, now: 0 })
  })

  test('children run side by side, in the order of their times', async () => {
    const { result, log } = await run((note) =>
      runTogether([() => worker('a', [3], note), () => worker('b', [1, 1], note)], all),
    )
    expect(result).toEqual({ value: ['a', 'b'] })
    expect(log.map(([at, text]) => `${at} ${text}`)).toEqual([
      '0 a waits',
      '0 b waits',
      '1000 b waits',
      '2000 b ends',
      '3000 a ends',
    ])
  })

  test('no more children run at once than allowed', async () => {
    const { log, now } = await run((note) =>
      runTogether(
        ['a', 'b', 'c', 'd'].map((name) => () => worker(name, [2], note)),
        { ...all, atOnce: 2 },
      ),
    )
    expect(log.filter(([, text]) => text.endsWith('waits')).map(([at]) => at)).toEqual([0, 0, 2000, 2000])
    expect(now).toBe(4000)
  })

  test('once enough have ended the others are stopped, with what runs inside them', async () => {
    const { result, log, now } = await run((note) =>
      runTogether<unknown>(
        [
          () => runTogether([() => worker('inner', [1, 9], note)], all),
          () => worker('quick', [2], note),
          () => worker('never', [1], note),
        ],
        { atOnce: 2, isEnough: (ended) => ended.includes('quick') },
      ),
    )
    expect(result).toEqual({ value: [undefined, 'quick', undefined] })
    expect(log.map(([, text]) => text)).not.toContain('inner ends')
    expect(log.map(([, text]) => text)).not.toContain('never waits')
    expect(now).toBe(2000)
  })

  test('no children end at once', async () => {
    expect((await run(() => runTogether([], all))).result).toEqual({ value: [] })
  })

  test('the deadline ends a process that would go on', async () => {
    const { result, now } = await run((note) => worker('a', [5], note), 3000)
    expect({ result, now }).toEqual({ result: null, now: 3000 })
    expect((await run((note) => worker('a', [3], note), 3000)).result).toEqual({ value: 'a' })
  })

  test('an error that a process throws reaches the caller', async () => {
    const failing = run(function* () {
      yield* sleep(1)
      throw new RangeError('broken')
    })
    await expect(failing).rejects.toThrow('broken')
  })

  test('with any places the work takes as long as its best schedule in order', async () => {
    const durations = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 })
    const property = fc.asyncProperty(durations, fc.integer({ min: 1, max: 4 }), async (seconds, atOnce) => {
      const free = Array.from({ length: atOnce }, () => 0)
      for (const pause of seconds) {
        const earliest = free.indexOf(Math.min(...free))
        free[earliest] = (free[earliest] ?? 0) + pause
      }
      const children = seconds.map((pause) => () => worker('w', [pause], () => undefined))
      const { now, result } = await run(() => runTogether(children, { ...all, atOnce }))
      expect(now).toBe(Math.max(...free) * 1000)
      expect(result?.value).toHaveLength(seconds.length)
    })
    await fc.assert(property)
  })
})
