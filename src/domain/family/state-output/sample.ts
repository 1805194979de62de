import type { Json, JsonObject } from '../../cloud/json.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { between, chance, pick } from '../parts/draw.ts'

/** What a workflow handles, and what a task tells of it. */
type Matter = {
  readonly who: string
  readonly task: string
  /** Name of the part of the input that the task is about, and of another part. */
  readonly subject: string
  readonly other: string
  readonly others: readonly string[]
  /** Name under which a result is kept, its main member, and a second one. */
  readonly place: string
  readonly verdict: string
  readonly verdicts: readonly string[]
  readonly extra: string
}

/** A Task state with JSONPath fields, its input, and what the task returns. */
export type OutputScenario = {
  readonly rendering: number
  readonly matter: Matter
  readonly state: JsonObject
  readonly input: JsonObject
  readonly result: JsonObject
}

const matters: readonly Matter[] = [
  {
    who: 'a bicycle retailer',
    task: 'CheckStock',
    subject: 'order',
    other: 'channel',
    others: ['web', 'store', 'phone'],
    place: 'stock',
    verdict: 'status',
    verdicts: ['available', 'backorder'],
    extra: 'shelf',
  },
  {
    who: 'a home-lending start-up',
    task: 'ScoreApplicant',
    subject: 'loan',
    other: 'branch',
    others: ['north', 'harbour', 'online'],
    place: 'score',
    verdict: 'grade',
    verdicts: ['low', 'medium', 'high'],
    extra: 'points',
  },
  {
    who: 'a clinic network',
    task: 'FindSlot',
    subject: 'referral',
    other: 'site',
    others: ['east', 'lake', 'central'],
    place: 'slot',
    verdict: 'result',
    verdicts: ['found', 'waitlist'],
    extra: 'room',
  },
  {
    who: 'a parcel carrier',
    task: 'PriceRoute',
    subject: 'parcel',
    other: 'depot',
    others: ['LYS', 'CGN', 'VIE'],
    place: 'quote',
    verdict: 'service',
    verdicts: ['express', 'economy'],
    extra: 'cents',
  },
  {
    who: 'a film archive',
    task: 'ReadLabel',
    subject: 'reel',
    other: 'vault',
    others: ['A', 'B', 'cold'],
    place: 'label',
    verdict: 'quality',
    verdicts: ['clear', 'faded'],
    extra: 'frames',
  },
]

/** The path fields of the state: where the result goes, what is selected of it, what leaves the state. */
function pathsOf(random: SeededRandom, { subject, place, verdict }: Matter): JsonObject {
  const resultPath = pick(random, ['place', 'place', 'place', 'null', 'absent'])
  const outputPath = pick(random, ['absent', 'absent', 'subject', 'place'])
  const keepsInput = resultPath !== 'absent'
  const paths: Record<string, Json> = {}
  if (chance(random, 0.5)) paths.InputPath = `$.${subject}`
  if (chance(random, 0.45) && resultPath !== 'null')
    paths.ResultSelector = { [`${verdict}.$`]: `$.${verdict}` }
  if (resultPath === 'place') paths.ResultPath = `$.${place}`
  if (resultPath === 'null') paths.ResultPath = null
  if (outputPath === 'subject' && keepsInput) paths.OutputPath = `$.${subject}`
  if (outputPath === 'place' && resultPath === 'place') paths.OutputPath = `$.${place}`
  return paths
}

/** Draws a state whose fields shape what it hands on. */
export function sampleOutput(random: SeededRandom): OutputScenario {
  const matter = pick(random, matters)
  const { task, subject, other, others, verdict, verdicts, extra } = matter
  return {
    rendering: random.integer(3),
    matter,
    state: {
      Type: 'Task',
      Resource: `arn:aws:lambda:eu-west-1:111122223333:function:${task}`,
      ...pathsOf(random, matter),
    },
    input: { [subject]: { id: between(random, 100, 999) }, [other]: pick(random, others) },
    result: { [verdict]: pick(random, verdicts), [extra]: between(random, 10, 99) },
  }
}
