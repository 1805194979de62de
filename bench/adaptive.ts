// Adaptive tests: what one step costs beside a naive kernel, what exposure control costs in precision, and how well a pass/fail
// diagnostic decides.
// Run: node bench/adaptive.ts
import { seededRandom } from '../src/domain/kernel/seeded-random.ts'
import { type AdaptiveItem, prepareBank } from '../src/domain/measurement/adaptive/bank.ts'
import {
  calibrateExposure,
  controlExposure,
  countSession,
  type ExposureControl,
  noExposure,
  openExposure,
} from '../src/domain/measurement/adaptive/exposure.ts'
import { type EndedSession, runSession } from '../src/domain/measurement/adaptive/run-session.ts'
import { selectItem } from '../src/domain/measurement/adaptive/select-item.ts'
import {
  type AdaptiveTestPlan,
  recordResponse,
  type SelectionRule,
  type ShadowRules,
  startSession,
} from '../src/domain/measurement/adaptive/session.ts'
import { assembleShadowTest } from '../src/domain/measurement/adaptive/shadow-test.ts'
import { informationAt } from '../src/domain/measurement/model/information.ts'
import { probabilityCorrect } from '../src/domain/measurement/model/probability.ts'
import { drawNormal } from '../src/domain/measurement/simulation/draws.ts'
import { simulateItems } from '../src/domain/measurement/simulation/simulate-items.ts'
import { type NaiveResponse, naiveStep } from './adaptive-naive.ts'

const shares = [0.3, 0.3, 0.2, 0.2]
const areaOf = (index: number, size: number): number => {
  const place = (index + 0.5) / size
  return place < 0.3 ? 0 : place < 0.6 ? 1 : place < 0.8 ? 2 : 3
}

/** A 3PL bank, c = 0.2, four content areas. */
function makeItems(size: number): AdaptiveItem[] {
  const parameters = simulateItems({ model: '3pl', c: 0.2 }, size, seededRandom(`bank ${size}`))
  return parameters.map((item, index) => ({ parameters: item, content: areaOf(index, size) }))
}

const makePlan = (size: number, length: number, rule: SelectionRule): AdaptiveTestPlan => ({
  bank: prepareBank(makeItems(size)),
  rule,
  stop: { fewest: length, most: length },
  contentShares: shares,
})

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!

/** Milliseconds of each step of sessions of 30 items: choose an item, take its response, renew the estimate. */
function timeSteps(plan: AdaptiveTestPlan, sessions: number): number[] {
  const times: number[] = []
  const random = seededRandom('steps')
  for (let number = 0; number < sessions; number++) {
    const theta = drawNormal(random)
    let session = startSession(plan, random)
    for (let step = 0; step < 30; step++) {
      const from = performance.now()
      const item = selectItem(plan, session, random)!
      const chosen = performance.now()
      const correct = random.next() < probabilityCorrect(theta, plan.bank.items[item]!.parameters)
      const answered = performance.now()
      session = recordResponse(plan, session, item, correct)
      times.push(chosen - from + performance.now() - answered)
    }
  }
  return times
}

function timeNaiveSteps(plan: AdaptiveTestPlan, sessions: number): number[] {
  const bank = plan.bank.items.map(({ parameters }) => parameters)
  const times: number[] = []
  const random = seededRandom('steps')
  for (let number = 0; number < sessions; number++) {
    const theta = drawNormal(random)
    const responses: NaiveResponse[] = []
    for (let step = 0; step < 30; step++) {
      const from = performance.now()
      const item = naiveStep(bank, responses)
      times.push(performance.now() - from)
      responses.push({ item, correct: random.next() < probabilityCorrect(theta, item) })
    }
  }
  return times
}

function reportSteps(): void {
  console.log(
    'One adaptive step (choice, response, estimate), 30 items a session; ms, and median over that of the naive kernel',
  )
  for (const size of [500, 2000]) {
    const naive = quantile(timeNaiveSteps(makePlan(size, 30, { kind: 'maximum-information' }), 20), 0.5)
    console.log(`  bank ${size}: naive kernel p50 ${naive.toFixed(3)}`)
    for (const kind of ['maximum-information', 'expected-variance', 'kullback-leibler'] as const) {
      const plan = makePlan(size, 30, { kind })
      timeSteps(plan, 200)
      const times = timeSteps(plan, 200)
      const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
      console.log(
        `    ${kind.padEnd(20)} p50 ${p50.toFixed(3)}  p95 ${p95.toFixed(3)}  ratio ${(p50 / naive).toFixed(3)}`,
      )
    }
  }
}

/** What a run of many sessions comes to. */
type Run = { readonly rmse: number; readonly highest: number; readonly neverUsed: number }

type Renew = (control: ExposureControl, session: EndedSession) => ExposureControl

/** Simulates candidates from N(0, 1), the same ones with the same luck for every plan; `renew` gives the control for the next. */
function runMany(plan: AdaptiveTestPlan, candidates: number, renew: Renew, seed = 'candidates'): Run {
  const people = seededRandom(seed)
  const chance = seededRandom(`${seed}, choices`)
  const used = new Float64Array(plan.bank.items.length)
  let control = plan.exposure ?? openExposure(used.length)
  let squares = 0
  for (let number = 0; number < candidates; number++) {
    const theta = drawNormal(people)
    const right = plan.bank.items.map(
      ({ parameters }) => people.next() < probabilityCorrect(theta, parameters),
    )
    const session = runSession({ ...plan, exposure: control }, (item) => right[item]!, chance)
    squares += (session.ability.mean - theta) ** 2
    for (const { item } of session.responses) used[item]!++
    control = renew(control, session)
  }
  return {
    rmse: Math.sqrt(squares / candidates),
    highest: Math.max(...used) / candidates,
    neverUsed: used.filter((count) => count === 0).length,
  }
}

const unchanged: Renew = (control) => control

/** A control renewed after every session from live counts. */
function renewLive(size: number, highestRate: number, borders: readonly number[] = []): Renew {
  let counts = noExposure(size, borders)
  return (control, { draws, responses, ability }) => {
    counts = countSession(
      counts,
      { ...control, borders },
      { draws, administered: responses.map(({ item }) => item), theta: ability.mean },
    )
    return controlExposure(counts, borders, { highestRate, live: true })
  }
}

/** A control found beforehand by simulation. */
function calibrate(plan: AdaptiveTestPlan, highestRate: number): ExposureControl {
  const size = plan.bank.items.length
  let round = 0
  const simulate = (control: ExposureControl) => {
    let counts = noExposure(size)
    const count: Renew = (same, { draws, responses, ability }) => {
      counts = countSession(counts, same, {
        draws,
        administered: responses.map(({ item }) => item),
        theta: ability.mean,
      })
      return same
    }
    runMany({ ...plan, exposure: control }, 2000, count, `round ${round++}`)
    return counts
  }
  return calibrateExposure(openExposure(size), simulate, { highestRate, rounds: 6 })
}

function reportExposure(): void {
  const candidates = 2000
  console.log(
    `\nExposure at r_max 0.25, 30 items, ${candidates} candidates; RMSE of theta, loss against maximum information`,
  )
  for (const size of [500, 1000]) {
    const best = makePlan(size, 30, { kind: 'maximum-information' })
    const free = runMany(best, candidates, unchanged)
    const show = (name: string, { rmse, highest, neverUsed }: Run): void =>
      console.log(
        `  bank ${size}  ${name.padEnd(34)} RMSE ${rmse.toFixed(3)}  loss ${(rmse - free.rmse).toFixed(3)}  highest ${highest.toFixed(3)}  never used ${neverUsed}`,
      )
    show('maximum information', free)
    show('randomesque 5', runMany({ ...best, rule: { kind: 'randomesque', size: 5 } }, candidates, unchanged))
    show('item eligibility, live', runMany(best, candidates, renewLive(size, 0.25)))
    show(
      'the same, progressive first half',
      runMany({ ...best, rule: { kind: 'progressive', length: 15 } }, candidates, renewLive(size, 0.25)),
    )
    show(
      'the same, three bands of ability',
      runMany(
        { ...best, exposure: openExposure(size, [-0.5, 0.5]) },
        candidates,
        renewLive(size, 0.25, [-0.5, 0.5]),
      ),
    )
    show(
      'Sympson-Hetter, calibrated',
      runMany({ ...best, exposure: calibrate(best, 0.25) }, candidates, unchanged),
    )
  }
}

/** Share of right decisions and mean length over candidates from N(0.25, 1), standard at 0. */
function decide(
  plan: AdaptiveTestPlan,
  candidates: number,
): { readonly accuracy: number; readonly length: number } {
  const random = seededRandom('diagnostic')
  let [right, items] = [0, 0]
  for (let number = 0; number < candidates; number++) {
    const theta = drawNormal(random, 0.25)
    const answer = (item: number): boolean =>
      random.next() < probabilityCorrect(theta, plan.bank.items[item]!.parameters)
    const { ability, responses } = runSession(plan, answer, random)
    right += ability.mean > 0 === theta > 0 ? 1 : 0
    items += responses.length
  }
  return { accuracy: right / candidates, length: items / candidates }
}

function reportDiagnostic(): void {
  const candidates = 6000
  console.log(`\nPass/fail diagnostic, bank 500, ${candidates} candidates from N(0.25, 1), standard at 0`)
  const plan = makePlan(500, 65, { kind: 'randomesque', size: 5 })
  const classification = { cut: 0, confidence: 0.95 }
  const cases: readonly (readonly [string, AdaptiveTestPlan])[] = [
    ['linear, 65 items at random', { ...plan, rule: { kind: 'progressive', length: 1e9 } }],
    ['adaptive, 65 items', plan],
    ['0.95 from 15 to 65 items', { ...plan, stop: { fewest: 15, most: 65, classification } }],
    ['0.95 from 20 to 65 items', { ...plan, stop: { fewest: 20, most: 65, classification } }],
    [
      '0.98 falling to 0.75, 15 to 90 items',
      {
        ...plan,
        stop: { fewest: 15, most: 90, classification: { cut: 0, confidence: 0.98, finalConfidence: 0.75 } },
      },
    ],
  ]
  for (const [name, each] of cases) {
    const { accuracy, length } = decide(each, candidates)
    console.log(`  ${name.padEnd(38)} accuracy ${accuracy.toFixed(3)}  mean items ${length.toFixed(1)}`)
  }
}

type Shadow = {
  readonly values: readonly number[]
  readonly seconds: readonly number[]
  readonly areas: readonly number[]
}

/** A proved bound: the best test at a price for time, enemies left aside, plus the price of the time allowed; the least over prices. */
function boundShadowTest(
  { values, seconds, areas }: Shadow,
  { length, contentBounds, mostSeconds = 0 }: ShadowRules,
): number {
  const boundAt = (price: number): number => {
    const net = values.map((value, item) => ({ area: areas[item]!, worth: value - price * seconds[item]! }))
    const ranked = net.toSorted((a, b) => b.worth - a.worth)
    const within = contentBounds.map(([fewest, most], area) => ({
      fewest,
      rest: ranked.filter((item) => item.area === area).slice(0, most),
    }))
    const sure = within.flatMap(({ fewest, rest }) => rest.slice(0, fewest))
    const more = within.flatMap(({ fewest, rest }) => rest.slice(fewest)).sort((a, b) => b.worth - a.worth)
    const chosen = [...sure, ...more.slice(0, length - sure.length)]
    return chosen.reduce((sum, { worth }) => sum + worth, price * mostSeconds)
  }
  return Math.min(...Array.from({ length: 200 }, (_, index) => boundAt(index / 20_000)))
}

function reportShadowTest(): void {
  const items = makeItems(1000).map((item, index) => ({
    ...item,
    seconds: 60 + ((index * 37) % 91),
    ...(index % 10 === 0 ? { enemies: [(index + 500) % 1000] } : {}),
  }))
  const rules = {
    length: 65,
    contentBounds: [
      [17, 21],
      [17, 21],
      [11, 15],
      [11, 15],
    ] as const,
    mostSeconds: 5600,
  }
  const plan = { ...makePlan(500, 65, { kind: 'maximum-information' }), bank: prepareBank(items) }
  const values = items.map(({ parameters }) => informationAt(0, parameters))
  const request = { fixed: [], usable: items.map((_, item) => item), value: (item: number) => values[item]! }
  const times = Array.from({ length: 20 }, () => {
    const from = performance.now()
    assembleShadowTest(plan, rules, request)
    return performance.now() - from
  })
  const { value, violation } = assembleShadowTest(plan, rules, request)
  const shadow = {
    values,
    seconds: items.map((item) => item.seconds),
    areas: items.map(({ content }) => content),
  }
  const bound = boundShadowTest(shadow, rules)
  console.log('\nShadow test, 65 of 1,000 items: content, 5,600 s, 100 pairs of enemies')
  console.log(
    `  p95 ${quantile(times, 0.95).toFixed(1)} ms  violation ${violation}  information ${value.toFixed(3)}, ${(100 * (1 - value / bound)).toFixed(2)} % below a proved bound`,
  )
}

reportSteps()
reportExposure()
reportDiagnostic()
reportShadowTest()
