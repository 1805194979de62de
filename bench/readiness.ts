// Readiness: how far stated chances to pass come true among simulated learners, beside the naive chance at the point estimate;
// and what one prediction costs beside the posterior computed anew.
// Run: node bench/readiness.ts
import { seededRandom } from '../src/domain/kernel/seeded-random.ts'
import { normalQuadrature } from '../src/domain/measurement/model/quadrature.ts'
import { recordCalibration } from '../src/domain/measurement/readiness/calibration-record.ts'
import { type Growth, usualGrowth } from '../src/domain/measurement/readiness/growth.ts'
import { passCurve, predictPass } from '../src/domain/measurement/readiness/predict-pass.ts'
import { trackAbility } from '../src/domain/measurement/readiness/track-ability.ts'
import { expectedCurve } from '../src/domain/measurement/readiness/uncertain-item.ts'
import { simulateItems } from '../src/domain/measurement/simulation/simulate-items.ts'
import { type LearnerStudy, simulateLearners } from '../test/reference/readiness-learners.fixture.ts'

const still: Growth = { meanPerDay: 0, variancePerDay: 0 }
const errors = { logA: 0.2, b: 0.25, integrated: true }
const experts = { logA: 0.2, b: 0.7, integrated: true, shrunk: true }
const change = { mean: 0.2, sd: 0.4 }

const studies: readonly (readonly [string, Omit<LearnerStudy, 'seed' | 'learners'>])[] = [
  ['model holds, 20 items', { practice: 20 }],
  ['model holds, 40 items', { practice: 40 }],
  ['model holds, 65 items', { practice: 65 }],
  ['model holds, 130 items', { practice: 130 }],
  ['item errors a 20 %, b 0.25; one form', { practice: 65, itemErrors: errors }],
  ['item errors a 20 %, b 0.25; bank of 300', { practice: 65, bank: 300, itemErrors: errors }],
  ['expert-only items, b 0.7; one form', { practice: 65, itemErrors: experts }],
  ['expert-only items, b 0.7; bank of 300', { practice: 65, bank: 300, itemErrors: experts }],
  ['change N(0.2, 0.4), not modelled', { practice: 65, change: { ...change, believed: still } }],
  ['the same, spread modelled', { practice: 65, change: { ...change, believed: usualGrowth } }],
  [
    'the same, mean modelled too',
    { practice: 65, change: { ...change, believed: { ...usualGrowth, meanPerDay: 0.2 / 56 } } },
  ],
  ['learners 0.7 below the prior, 40 items', { practice: 40, mean: { true: -0.7, believed: 0 } }],
  ['the same, prior centred on them', { practice: 40, mean: { true: -0.7, believed: -0.7 } }],
]

/** Banks of a study: one form for all depends on the errors that its items have in common, so that takes more of them. */
const seedsOf = ({ bank, itemErrors }: Omit<LearnerStudy, 'seed' | 'learners'>): string[] =>
  Array.from({ length: itemErrors !== undefined && bank === undefined ? 12 : 3 }, (_, bank) => `bank ${bank}`)

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((x, y) => x - y)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function reportCalibration(): void {
  console.log(
    'Chance to pass, 3 banks of items (12 where one form has errors) × 10,000 learners, form of 65 items; means, range and median of ECE over banks',
  )
  for (const [name, study] of studies) {
    const runs = seedsOf(study).map((seed) => simulateLearners({ seed, learners: 10_000, ...study }))
    const records = runs.map(recordCalibration)
    const naive = runs.map((run) =>
      recordCalibration(run.map(({ plugIn, passed }) => ({ probability: Math.min(1, plugIn), passed }))),
    )
    const eces = records.map(({ ece }) => ece)
    const of = (pick: (record: (typeof records)[number]) => number): number => mean(records.map(pick))
    console.log(
      `  ${name.padEnd(42)} Brier ${of(({ brier }) => brier).toFixed(3)}  ECE ${mean(eces).toFixed(3)} (${Math.min(...eces).toFixed(3)}-${Math.max(...eces).toFixed(3)}, median ${median(eces).toFixed(3)})` +
        `  slope ${of(({ slope }) => slope).toFixed(2)}  intercept ${of(({ intercept }) => intercept).toFixed(2)}  ECE over naive ${(mean(eces) / mean(naive.map(({ ece }) => ece))).toFixed(2)}`,
    )
  }
}

/** Milliseconds of each of many calls. */
function time(rounds: number, call: () => unknown): number {
  for (let round = 0; round < rounds / 5; round++) call()
  const from = performance.now()
  for (let round = 0; round < rounds; round++) call()
  return (performance.now() - from) / rounds
}

function reportCost(): void {
  const random = seededRandom('cost')
  const prior = normalQuadrature({ count: 121 })
  const items = simulateItems({ model: '2pl' }, 265, random).map((parameters) => ({
    parameters,
    logDiscriminationSd: 0.2,
    difficultySd: 0.25,
  }))
  const curves = items.map((item) => expectedCurve(item, prior.nodes))
  const chances = passCurve(curves.slice(200), 33)
  const responses = curves
    .slice(0, 200)
    .map((curve, day) => ({ curve, correct: random.next() < 0.6, day: day / 10, exposure: 1 }))
  const options = { prior, growth: usualGrowth, until: 30 }
  const predict = () => predictPass(trackAbility(responses, options).posterior, chances)
  const anew = () => {
    const made = items.map((item) => expectedCurve(item, prior.nodes))
    const fresh = responses.map((response, index) => ({ ...response, curve: made[index]! }))
    return predictPass(trackAbility(fresh, options).posterior, passCurve(made.slice(200), 33))
  }
  const [kept, renewed] = [time(200, predict), time(10, anew)]
  console.log('\nOne prediction from 200 responses over 20 days')
  console.log(
    `  with curves kept ${kept.toFixed(2)} ms, everything anew ${renewed.toFixed(1)} ms: ratio ${(kept / renewed).toFixed(3)}`,
  )
}

reportCalibration()
reportCost()
