import { describe, expect, test } from 'vitest'
import { extendLabel } from './extend-label.ts'
import { startLabel, stepsOf } from './label.ts'
import { planningOf } from './path.fixture.ts'
import { solve, worthObjective } from './planning.ts'

describe('a label', () => {
  test('before the first leg has no steps', () => {
    expect(stepsOf(startLabel)).toEqual([])
  })

  test('gives the steps that led to it, first leg first', () => {
    const planning = planningOf({ direction: 'devops' })
    const { steps } = solve(planning)!
    const task = { problem: planning.problem, objective: worthObjective(planning.problem) }
    const end = steps.reduce((label, step) => extendLabel(label, step, task)!, startLabel)
    expect(stepsOf(end)).toEqual(steps)
  })
})
