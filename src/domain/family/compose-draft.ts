import type { FactValues } from '../cloud/cloud-facts.ts'
import { logicalOrder } from '../item/logical-order.ts'
import { type SeededRandom, shuffle } from '../kernel/seeded-random.ts'
import type {
  Alternative,
  Answer,
  Answers,
  Draft,
  DraftRefusal,
  Family,
  FamilyModel,
  Rendering,
} from './types.ts'

/** Distractors of a choice item: four options with one key, five with two, six with three. */
const distractorsOfChoice = 3
/** Options of an ordering or matching item beyond those of the key. */
const mostExtras = 2
/** Wrong orders or assignments that misconceptions must give, so that a wrong response says something. */
const fewestWrongSequences = 2

type Belief = { readonly id: string; readonly answers: Answers }

const isChoice = (kind: FamilyModel<unknown>['kind']): boolean =>
  kind === 'multiple-choice' || kind === 'multiple-response'

/** Wrong answers in turns: one of each belief, then the next of each, so that distractors stem from different beliefs. */
function wrongAnswers(beliefs: readonly Belief[], key: Answers): Alternative[] {
  const rights = new Set(key)
  const queues = beliefs.map(({ id, answers }) => ({
    id,
    wrong: [...new Set(answers)].filter((answer) => !rights.has(answer)),
  }))
  const found = new Map<Answer, Alternative>()
  const longest = Math.max(0, ...queues.map(({ wrong }) => wrong.length))
  for (let turn = 0; turn < longest; turn++) {
    for (const { id, wrong } of queues) {
      const answer = wrong.find((candidate) => !found.has(candidate))
      if (answer !== undefined) found.set(answer, { answer, misconception: id })
    }
  }
  return [...found.values()]
}

function keyFits(kind: FamilyModel<unknown>['kind'], key: Answers): boolean {
  if (kind === 'matching') return key.length >= 3 && key.length <= 7
  if (new Set(key).size !== key.length) return false
  if (kind === 'multiple-choice') return key.length === 1
  return kind === 'ordering' ? key.length >= 3 && key.length <= 5 : key.length === 2 || key.length === 3
}

/** Orders or assignments that beliefs give and that differ from the key and from each other. */
const wrongSequences = (beliefs: readonly Belief[], key: Answers): number =>
  new Set(beliefs.map(({ answers }) => answers.join()).filter((sequence) => sequence !== key.join())).size

function chooseDistractors(
  kind: FamilyModel<unknown>['kind'],
  beliefs: readonly Belief[],
  key: Answers,
): readonly Alternative[] | null {
  const wrong = wrongAnswers(beliefs, key)
  if (!isChoice(kind))
    return wrongSequences(beliefs, key) < fewestWrongSequences ? null : wrong.slice(0, mostExtras)
  return wrong.length < distractorsOfChoice ? null : wrong.slice(0, distractorsOfChoice)
}

/** Numbers ascend; other options stand by chance. */
function orderAlternatives(
  alternatives: readonly Alternative[],
  rendering: Rendering,
  random: SeededRandom,
): readonly Alternative[] {
  const texts = alternatives.map(({ answer, misconception }) => rendering.option(answer, misconception).text)
  const order = logicalOrder(texts)
  return order === null ? shuffle(alternatives, random) : order.flatMap((index) => alternatives[index] ?? [])
}

const textsDiffer = (alternatives: readonly Alternative[], { option }: Rendering): boolean =>
  new Set(alternatives.map(({ answer, misconception }) => option(answer, misconception).text.trim())).size ===
  alternatives.length

function composeDraft<Scenario>(
  model: FamilyModel<Scenario>,
  random: SeededRandom,
  facts: FactValues,
): Draft | DraftRefusal {
  const scenario = model.sample(random, facts)
  if (model.constraints?.(scenario, facts) === false) return 'unrealistic'
  const key = model.solve(scenario, facts)
  if (!keyFits(model.kind, key)) return 'key-not-unique'
  const beliefs = shuffle(model.misconceptions, random).map(({ id, solve }) => ({
    id,
    answers: solve(scenario, facts),
  }))
  const distractors = chooseDistractors(model.kind, beliefs, key)
  if (distractors === null) return 'too-few-distractors'
  const rights = [...new Set(key)].map((answer) => ({ answer, misconception: null }))
  const rendering = model.render(scenario, facts)
  const alternatives = orderAlternatives([...rights, ...distractors], rendering, random)
  if (!textsDiffer(alternatives, rendering)) return 'options-equal'
  const features = model.features(scenario)
  return { key, alternatives, rendering, features, angoff: model.angoff(features) }
}

/**
 * Closes a model over its scenario type. The draft of a scenario has its key from `solve` and its distractors from the
 * misconceptions alone: an option that no misconception gives is none.
 *
 * @example familyOf(model).draft(seededRandom('1'), facts) // a draft, or why the scenario gave none
 */
export function familyOf<Scenario>(model: FamilyModel<Scenario>): Family {
  const { name, title, kind, placements, cognitive, services, references, facts, since } = model
  return {
    ...{ name, title, kind, placements, cognitive, services, references, facts, since },
    misconceptions: model.misconceptions.map(({ id, statement }) => ({ id, statement })),
    draft: (random, values) => composeDraft(model, random, values),
  }
}
