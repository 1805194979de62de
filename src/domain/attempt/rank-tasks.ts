import type { Blueprint, Form } from '../form/types.ts'
import { logistic } from '../measurement/model/logistic.ts'
import type { Quadrature } from '../measurement/model/quadrature.ts'
import { usualGrowth } from '../measurement/readiness/growth.ts'
import { trackAbility } from '../measurement/readiness/track-ability.ts'
import { expectedCurve } from '../measurement/readiness/uncertain-item.ts'
import { abilityGrid, momentsOf, type ScoredPlace } from './estimate-score.ts'
import type { TaskGain } from './types.ts'

/**
 * How far ability on one task lies from ability as a whole (SD), and what an hour on one task adds to it. Both are assumptions:
 * six hours a task, eighty in all, carry a candidate 1.5 in theta.
 */
const assumed = { taskSd: 0.5, thetaPerHour: 0.25 } as const

/** Whole hours over which the gain is taken, so that the first minute does not decide. */
const hours = 4

type Task = { readonly domain: number; readonly task: string; readonly items: number }

/** The tasks of a blueprint with the scored items each has on a whole form: tasks count alike within their domain. */
function tasksOf({ domains, scoredItems }: Blueprint): Task[] {
  const weights = domains.map(({ weightPercent }) => weightPercent ?? 1)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return domains.flatMap(({ number, tasks }, index) =>
    tasks.map((task) => ({
      domain: number,
      task,
      items: (scoredItems * (weights[index] ?? 0)) / total / tasks.length,
    })),
  )
}

/** Ability on one task: around ability as a whole, moved by what was answered on that task. */
function abilityOnTask(form: Form, whole: Quadrature, own: readonly ScoredPlace[]): Quadrature {
  const { mean, sd } = momentsOf(whole)
  const prior = abilityGrid({ mean, sd: Math.hypot(sd, assumed.taskSd) })
  const responses = own.map(({ place, correct }) => ({
    curve: expectedCurve(form.measurement!.estimates[place.position - 1]!, prior.nodes),
    correct,
    day: 0,
    exposure: 1,
  }))
  return trackAbility(responses, { prior, growth: usualGrowth, until: 0 }).posterior
}

/** P(correct) on an item as hard as the standard, so many hours from now. */
const chanceAfter = ({ nodes, weights }: Quadrature, studied: number): number =>
  nodes.reduce((sum, theta, q) => sum + weights[q]! * logistic(theta + assumed.thetaPerHour * studied), 0)

/**
 * Tasks by what an hour of study on each is expected to bring.
 *
 * points per hour = items of the task on a whole form × (P(correct after 4 h) - P(correct now)) / 4
 *
 * @param whole posterior of ability from all that is known
 * @returns every task of the blueprint, most points first; none for a form without measurement
 * @example rankTasks({ ...form, measurement: undefined }, [], ability) // []
 */
export function rankTasks(form: Form, places: readonly ScoredPlace[], whole: Quadrature): TaskGain[] {
  if (form.measurement === undefined) return []
  return tasksOf(form.blueprint)
    .map(({ domain, task, items }) => {
      const own = places.filter(({ place, answered }) => answered && place.item.task === task)
      const ability = abilityOnTask(form, whole, own)
      const gain = (chanceAfter(ability, hours) - chanceAfter(ability, 0)) / hours
      return { domain, task, pointsPerHour: Math.round(items * gain * 1000) / 1000, answered: own.length }
    })
    .sort((a, b) => b.pointsPerHour - a.pointsPerHour || a.domain - b.domain)
}
