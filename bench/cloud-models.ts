// Models of time and of templates: what one case costs, beside a reference kernel of fixed work (a hash over the case's JSON).
// Run: node bench/cloud-models.ts
import { loadCloudFacts } from '../src/adapters/content/load-cloud-facts.ts'
import { factValues } from '../src/domain/cloud/cloud-facts.ts'
import { runCase } from '../src/domain/cloud/states/run-case.ts'
import { resolveTemplate } from '../src/domain/cloud/templates/resolve-template.ts'
import { simulations } from '../src/domain/cloud/time/simulations.ts'

const facts = factValues(loadCloudFacts(new URL('../catalogue', import.meta.url).pathname))

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

const cases: Readonly<Record<string, object>> = {
  queue: {
    messages: range(20).map((index) => ({ id: `m${index}`, at: index * 3, failures: index % 4 })),
    maxReceiveCount: 3,
    seconds: 8,
    consumers: 3,
    batch: 2,
  },
  'function-throttling': {
    functions: [
      { name: 'a', seconds: 2, reserved: 50 },
      { name: 'b', seconds: 5 },
    ],
    arrivals: range(60).map((at) => ({ at, function: at % 2 === 0 ? 'a' : 'b', count: 40 })),
  },
  alarm: {
    threshold: 5,
    comparison: 'above',
    evaluationPeriods: 3,
    values: range(60).map((at) => (at % 7 === 0 ? null : at % 11)),
  },
  'object-lifecycle': {
    versioning: 'enabled',
    rules: [
      {
        id: 'r',
        transitions: [{ days: 30, class: 'STANDARD_IA' }],
        expireAfterDays: 90,
        noncurrentExpiration: { days: 30 },
      },
    ],
    operations: range(10).map((index) => ({ day: index * 9, op: 'put', key: `k${index % 3}` })),
    days: [200],
  },
  scaling: {
    minimum: 1,
    maximum: 20,
    desired: 2,
    policies: [{ kind: 'target', target: 50 }],
    warmup: 120,
    load: range(60).map((at) => 100 + 20 * at),
  },
}

const template = {
  Conditions: { Yes: { 'Fn::Equals': ['a', 'a'] } },
  Resources: Object.fromEntries(
    range(30).map((index) => [
      `R${index}`,
      {
        Type: 'AWS::SNS::Topic',
        Condition: 'Yes',
        Properties: { Name: index === 0 ? 'x' : { 'Fn::Sub': `\${R${index - 1}}-\${AWS::Region}` } },
      },
    ]),
  ),
}

const machine = {
  definition: {
    StartAt: 'Call',
    States: {
      Call: {
        Type: 'Task',
        Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:f',
        Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 3 }],
        Next: 'Each',
      },
      Each: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
        End: true,
      },
    },
  },
  responses: { Call: [{ error: 'Busy' }, { output: range(10) }] },
}

/** The reference kernel: FNV-1a over a text of 2,000 characters, a hundred times. */
function kernel(): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < 200_000; index++) hash = Math.imul(hash ^ (index % 2_000), 0x01000193)
  return hash
}

/** Least microseconds per run of several batches: what the code costs when nothing else disturbs it. */
async function microseconds(work: () => unknown, rounds: number): Promise<number> {
  const costs: number[] = []
  for (let batch = 0; batch < 6; batch++) {
    const before = performance.now()
    for (let round = 0; round < rounds; round++) await work()
    costs.push(((performance.now() - before) / rounds) * 1000)
  }
  return Math.min(...costs.slice(1))
}

const reference = await microseconds(kernel, 20)
console.log(`kernel: ${reference.toFixed(0)} µs`)
const report = (name: string, cost: number): void =>
  console.log(`${name}: ${cost.toFixed(0)} µs, ratio to the kernel ${(cost / reference).toFixed(2)}`)
for (const [name, given] of Object.entries(cases)) {
  const { run } = simulations[name]!
  const answer = run(given, facts)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  report(name, await microseconds(() => run(given, facts), 100))
}
report('template of 30 resources', await microseconds(() => resolveTemplate({ template }), 100))
report('state machine with a retry and a Map of 10', await microseconds(() => runCase(machine), 100))
