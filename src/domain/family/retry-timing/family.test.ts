import { describe, expect, test } from 'vitest'
import { runCase } from '../../cloud/states/run-case.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { type RetryScenario, retrierOf, retryTimingModel } from './family.ts'

/** Adds attempt after attempt, each delay from the one before. */
function byClock({ interval, rate, attempts, longest, work, failures }: RetryScenario): number[] {
  let now = work
  let delay = interval
  for (let retry = 0; retry < (failures ?? attempts); retry++) {
    now += Math.min(delay, longest ?? delay) + work
    delay *= rate
  }
  return [Number(now.toFixed(2))]
}

const page = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'

tryFamily(retryTimingModel, {
  secondRoute: byClock,
  golden: [
    {
      name: 'three retries after 3, 4.5 and 6.75 seconds',
      page,
      scenario: {
        ...retryTimingModel.sample(seededRandom('documented'), {} as never),
        ...{ interval: 3, rate: 1.5, attempts: 3, longest: null, work: 0, failures: null },
      },
      answers: [14.25],
    },
  ],
})

describe('the clock of a real execution', () => {
  test('agrees with the key for thirty scenarios', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const scenario = retryTimingModel.sample(seededRandom(`run ${seed}`), {} as never)
      const { failures, attempts, work } = scenario
      const failing = { error: 'States.TaskFailed', seconds: work }
      const calls = Array.from({ length: failures ?? attempts + 1 }, () => failing)
      const run = await runCase({
        definition: {
          StartAt: 'Call',
          States: {
            Call: {
              Type: 'Task',
              Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:call',
              Retry: [retrierOf(scenario)],
              Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Escalate' }],
              Next: 'Confirm',
            },
            Escalate: { Type: 'Succeed' },
            Confirm: { Type: 'Succeed' },
          },
        },
        responses: { Call: failures === null ? calls : [...calls, { output: {}, seconds: work }] },
      })
      expect(run.ok && run.value.history.at(-1)?.at).toBeCloseTo(
        Number(retryTimingModel.solve(scenario, {} as never)[0]),
        2,
      )
    }
  })
})
