import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { averageOf, type CommitmentScenario, hoursAt, levelsOf, solveCommitment } from './solve.ts'

const article = (product: string): string => (/^[aeiou]/i.test(product) ? 'an' : 'a')

/** "a one-year Compute Savings Plan". */
const purchase = ({ plan: { years, product } }: CommitmentScenario): string =>
  `a ${years === 1 ? 'one' : 'three'}-year ${product}`

/** The quietest hours, the ordinary day and the peak: instances with the hours for which at least so many run. */
function steps(scenario: CommitmentScenario) {
  const [night = 0, day = 0, peak = 0] = levelsOf(scenario)
  return { night, day, peak, dayHours: hoursAt(scenario, day), peakHours: hoursAt(scenario, peak) }
}

function profile(scenario: CommitmentScenario): string {
  const { night, day, peak, dayHours, peakHours } = steps(scenario)
  return `${night} instances at night and ${day} for the ${dayHours} busier hours of a day, ${peakHours} of which are an ${scenario.peak} with ${peak}`
}

function usageTable(scenario: CommitmentScenario): string {
  const { night, day, peak, dayHours, peakHours } = steps(scenario)
  const rows = [
    [night, 24],
    [day, dayHours],
    [peak, peakHours],
  ] as const
  return [
    '```text',
    'Instances in use   Hours a day',
    ...rows.map(([count, hours]) => `${`${count} or more`.padEnd(19)}${String(hours).padStart(11)}`),
    '```',
  ].join('\n')
}

function usageLines(scenario: CommitmentScenario): string {
  const { night, day, peak, dayHours, peakHours } = steps(scenario)
  return bullets([
    `${night} instances run day and night`,
    `${day - night} more run for ${dayHours} hours a day`,
    `another ${peak - day} run for ${peakHours} hours, in the ${scenario.peak}`,
  ])
}

const structures: readonly ((scenario: CommitmentScenario) => string)[] = [
  (scenario) => {
    const { setting, plan } = scenario
    return paragraphs([
      `A Savings Plan of ${setting.who} ends next month, and the finance lead wants to know how large its successor should be.`,
      `In AWS Cost Explorer, each day of the ${setting.systems[0].name} looks alike: ${profile(scenario)}.`,
      `${capitalised(purchase(scenario))} without upfront payment is now offered at ${plan.discount}% below On-Demand prices. Traffic is expected to stay as it is.`,
      'Which purchase leads to the LOWEST compute cost over the term?',
    ])
  },
  (scenario) => {
    const { setting, plan } = scenario
    return paragraphs(
      [
        `Engineers and the finance office of ${setting.who} disagree about the Amazon EC2 bill of the ${setting.systems[0].name}. One side wants to commit to each instance that is ever used, the other sees no sense in a commitment while half the fleet stops at night. The usage, which will stay the same for years, is:`,
      ],
      usageLines(scenario),
      `AWS offers ${purchase(scenario)} with a discount of ${plan.discount}%. Which proposal has the LOWEST total cost?`,
    )
  },
  (scenario) => {
    const { setting, plan } = scenario
    return paragraphs(
      `“We pay list price for the whole fleet,” says a cost review of the ${setting.systems[1].name}. ${capitalised(setting.who)} has settled on ${purchase(scenario)}, which saves ${plan.discount}% on the usage that it covers. The reviewers attached the daily usage, taken from twelve months of billing data that differ little:`,
      usageTable(scenario),
      'The instances themselves may not be resized or stopped earlier. Which size of the commitment should the reviewers recommend for the LOWEST cost?',
    )
  },
  (scenario) => {
    const { setting, plan } = scenario
    return paragraphs([
      `After moving the ${setting.systems[0].name} to Amazon EC2, ${setting.who} watched the fleet for a quarter. Auto Scaling settles at ${profile(scenario)}.`,
      `The pilot was billed at On-Demand prices. Management has now approved ${purchase(scenario)} with no upfront payment, for which the pricing page shows ${plan.discount}% off, and asks the engineers how much to buy.`,
      'The owners of the application foresee no growth and no redesign.',
      'Which recommendation results in the LOWEST cost?',
    ])
  },
  (scenario) => {
    const { setting, plan } = scenario
    return paragraphs([
      `The chief financial officer of ${setting.who} writes to an architect: “The Amazon EC2 bill of the ${setting.systems[1].name} is too high. We can get ${plan.discount}% off with ${article(plan.product)} ${plan.product} if we sign for ${plan.years === 1 ? 'one year' : 'three years'}. How much should we sign for?”`,
      `The Auto Scaling group has a steady rhythm, with ${profile(scenario)}.`,
      'Spot Instances were ruled out after an interrupted release.',
      'Which answer has the LOWEST cost?',
    ])
  },
]

type Wording = Readonly<
  Record<
    'nothing' | 'base' | 'average' | 'peak' | 'between',
    (instances: number, hours: number, peak: string) => string
  >
>

/** Ways in which colleagues propose the same purchases. */
const wordings: readonly Wording[] = [
  {
    nothing: () => 'Stay on On-Demand prices, since the fleet grows and shrinks each day',
    base: (count) => `Commit for the ${count} instances that run day and night, and pay the rest On-Demand`,
    average: (count) => `Commit for ${count} instances, which is the average number over a day`,
    peak: (count, _, peak) => `Commit for ${count} instances, so that the ${peak} is discounted as well`,
    between: (count, hours) => `Commit for ${count} instances, the number in use for ${hours} hours a day`,
  },
  {
    nothing: () => 'Sign no commitment, and rely on Auto Scaling to keep the bill low',
    base: (count) => `Size the plan for the quietest hours with their ${count} instances`,
    average: (count) => `Size the plan for the daily mean of ${count} instances`,
    peak: (count, _, peak) => `Size the plan for the ${peak} with its ${count} instances`,
    between: (count, hours) => `Size the plan for the ${count} instances of the busiest ${hours} hours`,
  },
  {
    nothing: () => 'Leave the whole fleet on On-Demand prices for now',
    base: (count) => `Buy enough to cover the constant base of ${count} instances`,
    average: (count) => `Buy enough to cover ${count} instances, the mean over the day`,
    peak: (count) => `Buy enough to cover the fleet at its largest, ${count} instances`,
    between: (count, hours) => `Buy enough to cover ${count} instances, as used ${hours} hours a day`,
  },
]

function text(answer: Answer, scenario: CommitmentScenario): string {
  const instances = Number(answer)
  const [wording, levels] = [wordings[scenario.style], levelsOf(scenario)]
  if (wording === undefined) throw new RangeError(`There is no wording ${scenario.style}.`)
  const kinds = [
    ['nothing', 0],
    ['base', levels[0]],
    ['peak', levels.at(-1)],
    ['between', levels.find((level) => level === instances)],
  ] as const
  const [kind] = kinds.find(([, count]) => count === instances) ?? (['average'] as const)
  return wording[kind](instances, hoursAt(scenario, instances), scenario.peak)
}

/** Hours that decide: "pays above 15.1 hours a day". */
function breakEven({ scenario }: Told<CommitmentScenario>): string {
  const { discount } = scenario.plan
  const best = Number(solveCommitment(scenario)[0])
  const above = levelsOf(scenario).find((level) => level > best)
  const next = above === undefined ? '' : `, while those up to ${above} run for ${hoursAt(scenario, above)}`
  return `At ${discount}% off, a committed instance pays when it runs more than ${100 - discount}% of the time, ${((24 * (100 - discount)) / 100).toFixed(1)} hours a day; ${best} instances run for ${hoursAt(scenario, best)} hours${next}`
}

const because =
  (why: string) =>
  (told: Told<CommitmentScenario>): string =>
    `${why} ${breakEven(told)}.`

/** Words the scenario in one of five structures. */
export const renderCommitment = wordedBy<CommitmentScenario>({
  stems: structures,
  text,
  reasons: {
    key: because('A commitment is billed for each hour, used or not.'),
    'commit-to-peak': because('Commitment that lies idle outside the peak is billed too.'),
    'commit-to-minimum': because('Instances that run for most of the day earn their commitment too.'),
    'commit-to-mean': (told) =>
      `The average of ${averageOf(told.scenario)} does not tell how long each instance runs. ${breakEven(told)}.`,
    'share-equals-discount': because('The break-even is the price that remains, not the discount.'),
    'half-the-day': because('The break-even follows from the discount and does not lie at half a day.'),
    'elastic-on-demand': because('A fleet that scales has a part that runs long enough for a commitment.'),
  },
})
