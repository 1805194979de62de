import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { lets } from '../events/operators.fixture.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { patternMatchModel } from './family.ts'
import type { PatternScenario } from './scenario.ts'
import { casesAfter } from './solve.ts'
import { troubles } from './troubles.ts'

const byOperators = (scenario: PatternScenario): string[] =>
  scenario.edits
    .filter((edit) =>
      casesAfter(edit, scenario).every(
        ({ detail, wanted }) => edit.rules.filter((rule) => lets(rule, detail)).length === Number(wanted),
      ),
    )
    .map(({ id }) => id)

const page = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html'
const drawn = patternMatchModel.sample(seededRandom('documented'), {} as never)

tryFamily(patternMatchModel, {
  secondRoute: byOperators,
  golden: [
    {
      name: 'anything-but with a list excludes each of its values; an absent field needs exists',
      page,
      scenario: {
        ...drawn,
        cases: [
          { detail: { state: 'initializing' }, wanted: false },
          { detail: { state: 'running' }, wanted: true },
        ],
        edits: [
          { id: 'list', words: '', rules: [{ state: [{ 'anything-but': ['initializing', 'stopped'] }] }] },
          { id: 'absent', words: '', rules: [{ state: [{ exists: false }] }] },
          { id: 'prefix', words: '', rules: [{ state: [{ prefix: 'init' }] }] },
        ],
      },
      answers: ['list'],
    },
  ],
})

describe('proposals', () => {
  test('each trouble is mended by one of its changes, and the present rule does not do', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 200; seed++) {
      const scenario = patternMatchModel.sample(seededRandom(`trouble ${seed}`), {} as never)
      seen.add(scenario.trouble)
      const present = { id: 'present', words: '', rules: [scenario.detail] }
      expect(patternMatchModel.solve(scenario, {} as never)).toHaveLength(1)
      expect(patternMatchModel.solve({ ...scenario, edits: [present] }, {} as never)).toEqual([])
    }
    expect([...seen].sort()).toEqual(Object.keys(troubles).sort())
  })
})
