import { closeAttempt } from '../../src/application/close-attempt.ts'
import type { Ports } from '../../src/application/ports.ts'
import { startAttempt } from '../../src/application/start-attempt.ts'
import type { Attempt } from '../../src/domain/attempt/types.ts'
import type { FormItem } from '../../src/domain/form/types.ts'
import { keyOf } from '../../src/domain/item/score-response.ts'
import type { Item, Response } from '../../src/domain/item/types.ts'
import { type SeededRandom, seededRandom } from '../../src/domain/kernel/seeded-random.ts'
import type { ItemParameters } from '../../src/domain/measurement/model/item-parameters.ts'
import { probabilityCorrect } from '../../src/domain/measurement/model/probability.ts'
import { drawNormal } from '../../src/domain/measurement/simulation/draws.ts'

/** What is true of an item in a simulation: its judged difficulty, and how far the judges were off. */
export function trueParameters(item: Item): ItemParameters {
  const random = seededRandom(`truth ${item.id}`)
  const judged = -Math.log(item.angoff / (1 - item.angoff))
  return { a: Math.exp(drawNormal(random, 0, 0.25)), b: judged + drawNormal(random, 0, 0.5), c: 0, d: 1 }
}

/** A response that is right, or one that is not. */
export function respondTo(place: FormItem, right: boolean): Response {
  const key = keyOf(place)
  if (right) return key
  if ('ordered' in key) return { ordered: key.ordered.toReversed() }
  if ('matched' in key) {
    const [first, second] = place.optionIds
    return {
      matched: Object.fromEntries(
        Object.entries(key.matched).map(([prompt, option]) => [
          prompt,
          (option === first ? second : first) ?? '',
        ]),
      ),
    }
  }
  const wrong = place.optionIds.filter((id) => !key.selected.includes(id))
  const favoured = Number.parseInt(place.item.hash.slice(0, 4), 16) || 0
  return { selected: [wrong[favoured % wrong.length] ?? '', ...key.selected.slice(1)] }
}

/** People who sit exams: how many, of what ability, and with which seed. */
export type SimulatedPeople = {
  readonly examCode: string
  readonly count: number
  readonly mean?: number
  readonly seed: string
  /** How many people share a drawn form. */
  readonly perForm?: number
}

async function sitAs(ports: Ports, attempt: Attempt, theta: number, random: SeededRandom): Promise<void> {
  await Promise.all(
    attempt.form.items.map((place) => {
      const right = random.next() < probabilityCorrect(theta, trueParameters(place.item))
      const recorded = {
        position: place.position,
        sequence: 1,
        response: respondTo(place, right),
        flagged: false,
        struck: [],
        savedAt: ports.clock.now(),
      }
      return ports.attempts.record(
        {
          ...{ attemptId: attempt.attemptId, candidateId: attempt.candidateId, position: place.position },
          ...{ clientToken: `simulated ${place.position}`, bodyHash: 'simulated', now: ports.clock.now() },
        },
        () => ({ ok: true, value: recorded }),
      )
    }),
  )
  await closeAttempt(ports, attempt, 'submitted')
}

/**
 * Lets simulated candidates sit whole exams in a store, each under a name of its own (`simulated-…`). It is for tests and
 * pictures; nothing of it ships.
 */
export async function simulateCandidates(ports: Ports, people: SimulatedPeople): Promise<void> {
  const { examCode, count, mean = 0.2, seed, perForm = 10 } = people
  const random = seededRandom(seed)
  let drawn: Attempt | undefined
  for (let index = 0; index < count; index++) {
    const candidateId = `simulated-${seed}-${index}`
    if (drawn === undefined || index % perForm === 0) {
      const started = await startAttempt(ports, {
        candidateId,
        examCode,
        mode: 'exam',
        seed: `${seed} ${index}`,
      })
      if (!started.ok) throw new Error(`A form could not be drawn: ${started.error.code}.`)
      drawn = started.value
    } else {
      const formId = ports.identifiers.next()
      drawn = { ...drawn, attemptId: ports.identifiers.next(), candidateId, form: { ...drawn.form, formId } }
      await ports.attempts.create(drawn)
    }
    await sitAs(ports, drawn, drawNormal(random, mean, 1), random)
  }
}
