// Planning and drawing: CPU of one explained route and of one full form, as shares of their limits (50 ms and 100 ms).
// Run: node bench/planning.ts
import { join } from 'node:path'
import { loadCatalogue } from '../src/adapters/content/load-catalogue.ts'
import { loadPacks } from '../src/adapters/content/load-packs.ts'
import { loadRouteModel } from '../src/adapters/content/load-route-model.ts'
import { startAttempt } from '../src/application/start-attempt.ts'
import { assembleForm } from '../src/domain/form/assemble-form.ts'
import { blueprintOf } from '../src/domain/form/blueprint.ts'
import { calendarDate } from '../src/domain/kernel/calendar-date.ts'
import { planRoute } from '../src/domain/path/plan-route.ts'
import type { ProfileInput } from '../src/domain/path/profile.ts'
import { makeProduct } from '../test/support/product.ts'
import { root } from '../test/support/source.ts'

const rounds = 15
const asOf = calendarDate('2026-11-24')
const catalogue = loadCatalogue(join(root, 'catalogue'))
const model = loadRouteModel(join(root, 'catalogue/route-model.yaml'), catalogue)
const packs = loadPacks([join(root, 'packs')], { catalogue, today: asOf })

/** Median CPU of a piece of work in milliseconds, after one warm-up round. */
function medianCpu(work: () => unknown): number {
  work()
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}

const report = (what: string, milliseconds: number, limit: number): void =>
  console.log(
    `${what}: ${milliseconds.toFixed(1)} ms CPU, ${(milliseconds / limit).toFixed(2)} of the ${limit} ms allowed`,
  )

const profiles: Readonly<Record<string, ProfileInput>> = {
  'web developer to delivery': {
    role: 'web-developer',
    direction: 'devops',
    awsYears: 1,
    itYears: 4,
    hoursPerWeek: 8,
  },
  'solutions architect, broad stack': {
    role: 'solutions-architect',
    direction: 'architecture',
    awsYears: 2,
    itYears: 8,
    hoursPerWeek: 10,
    stack: { serverless: 0.8, databases: 0.5, networking: 0.4, security: 0.6 },
  },
}
for (const [name, profile] of Object.entries(profiles)) {
  report(
    `explained route, ${name}`,
    medianCpu(() => planRoute({ catalogue, model, profile, asOf })),
    50,
  )
}

for (const { pack } of packs) {
  const version = catalogue.certifications
    .flatMap(({ versions }) => versions)
    .find(({ examCode }) => examCode === pack.examCode)
  if (version === undefined || pack.items.length < 65) continue
  let draws = 0
  const draw = () => {
    draws += 1
    const request = {
      blueprint: blueprintOf(version, pack),
      pack,
      seed: `draw ${draws}`,
      secretSeed: 'b'.repeat(64),
    }
    return assembleForm({ ...request, drawnOn: asOf, newId: () => 'form' })
  }
  report(`full form of ${pack.examCode}, 65 of ${pack.items.length} items`, medianCpu(draw), 100)
}

const product = makeProduct()
for (const examCode of ['SAA-C03', 'SCS-C03']) {
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const before = process.cpuUsage()
    await startAttempt(product.ports, { candidateId: `candidate ${round}`, examCode, mode: 'exam' })
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  const median = times.slice(1).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  report(`start of an exam of ${examCode}: families drawn, form measured and stored`, median, 100)
}
await product.remove()
