import { describe, expect, test } from 'vitest'
import { runCase } from '../../cloud/states/run-case.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { retryTimingModel } from './family.ts'
import { outageError, type Retrier, type RetryScenario, retrierOf } from './scenario.ts'
import { courseUnder } from './solve.ts'

/** Walks through the attempts, each delay from the one before. */
function walk({ interval, rate, attempts, longest }: Retrier, work: number) {
  let now = 0
  let delay = interval
  let gap = 0
  for (let retry = 0; retry < attempts; retry++) {
    const wait = Math.min(delay, longest ?? delay)
    gap = Math.max(gap, wait)
    now += work + wait
    delay *= rate
  }
  return { deadline: now + work, calls: attempts + 1, gap, start: now }
}

const byClock = ({ plans, work, outage, limit }: RetryScenario): string[] =>
  plans
    .filter(({ retrier }) => {
      const walked = walk(retrier, work)
      return walked.start >= outage && walked[limit.name] <= limit.most
    })
    .map(({ id }) => id)

const page = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'
const drawn = retryTimingModel.sample(seededRandom('documented'), {} as never)
const documented: Retrier = { interval: 3, rate: 1.5, attempts: 3, longest: null }

tryFamily(retryTimingModel, {
  secondRoute: byClock,
  golden: [
    {
      name: 'three retries after 3, 4.5 and 6.75 seconds',
      page,
      scenario: {
        ...drawn,
        ...{ work: 0, outage: 14, limit: { name: 'deadline', most: 14.25 } },
        plans: [
          { id: 'documented', kind: 'rate', retrier: documented },
          { id: 'fewer', kind: 'attempts', retrier: { ...documented, attempts: 2 } },
          { id: 'more', kind: 'attempts', retrier: { ...documented, attempts: 4 } },
        ],
      },
      answers: ['documented'],
    },
  ],
})

describe('the clock of a real execution', () => {
  test('agrees with the course for thirty plans', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const scenario = retryTimingModel.sample(seededRandom(`run ${seed}`), {} as never)
      const { retrier } = scenario.plans[seed % scenario.plans.length] ?? { retrier: scenario.present }
      const failing = { error: outageError, seconds: scenario.work }
      const run = await runCase({
        definition: {
          StartAt: 'Call',
          States: {
            Call: {
              Type: 'Task',
              Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:call',
              Retry: [retrierOf(retrier)],
              Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Escalate' }],
              End: true,
            },
            Escalate: { Type: 'Succeed' },
          },
        },
        responses: { Call: Array.from({ length: retrier.attempts + 1 }, () => failing) },
      })
      expect(run.ok && run.value.history.at(-1)?.at).toBeCloseTo(courseUnder(retrier, scenario).givesUp, 2)
    }
  })
})
