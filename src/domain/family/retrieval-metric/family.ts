import {
  type RetrievalMetrics,
  type RetrievalRun,
  retrievalMetrics,
} from '../../cloud/capacity/retrieval-metrics.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** Test queries with their ranked results, and the measure asked for. */
export type RetrievalScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly asks: 'recallAtK' | 'meanReciprocalRank' | 'precisionAtK'
  readonly run: RetrievalRun
}

/** Digits of an answer behind the point. */
const decimals = 2
const rounded = (value: number | null): number => Number((value ?? 0).toFixed(decimals))

const measuring =
  (metric: (metrics: RetrievalMetrics) => number | null) =>
  ({ run }: RetrievalScenario) => [rounded(metric(retrievalMetrics(run)))]

const solve = (scenario: RetrievalScenario) => measuring((metrics) => metrics[scenario.asks])(scenario)

type Query = RetrievalRun['queries'][number]
const hitsOf = ({ ranked, relevant }: Query, k: number): number =>
  ranked.slice(0, k).filter((id) => relevant.includes(id)).length
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const rankOf = ({ ranked, relevant }: Query): number => ranked.findIndex((id) => relevant.includes(id)) + 1

const misconceptions: readonly Misconception<RetrievalScenario>[] = [
  {
    id: 'divided-by-k',
    statement: 'Recall at k divides the relevant results by k, and precision by the relevant documents.',
    solve: (scenario) =>
      scenario.asks === 'precisionAtK'
        ? measuring(({ recallAtK }) => recallAtK)(scenario)
        : measuring(({ precisionAtK }) => precisionAtK)(scenario),
  },
  {
    id: 'hit-rate-instead',
    statement: 'A query counts fully when one relevant document is among its results.',
    solve: measuring(({ hitRateAtK }) => hitRateAtK),
  },
  {
    id: 'rank-or-recall',
    statement: 'Reciprocal rank and recall tell the same, since both reward relevant results.',
    solve: (scenario) =>
      scenario.asks === 'meanReciprocalRank'
        ? measuring(({ recallAtK }) => recallAtK)(scenario)
        : measuring(({ meanReciprocalRank }) => meanReciprocalRank)(scenario),
  },
  {
    id: 'cutoff-ignored',
    statement: 'Every result that was returned counts, whatever k is.',
    solve: (scenario) =>
      solve({ ...scenario, run: { ...scenario.run, k: scenario.run.queries[0]?.ranked.length ?? 1 } }),
  },
  {
    id: 'pooled-over-queries',
    statement: 'Results of all queries are pooled before the measure is computed.',
    solve: ({ asks, run: { queries, k } }) => {
      if (asks === 'meanReciprocalRank') return [rounded(queries.length / total(queries.map(rankOf)))]
      const hits = total(queries.map((query) => hitsOf(query, k)))
      const whole = asks === 'recallAtK' ? total(queries.map(({ relevant }) => relevant.length)) : k
      return [rounded(hits / whole)].filter((value) => value <= 1)
    },
  },
]

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M'] as const

/** A query with some relevant documents among its six results, and perhaps one that was not found. */
function drawQuery(random: SeededRandom, length: number): Query {
  const [first = '', ...others] = pickSome(random, letters, length + 2)
  const ranked = shuffle([first, ...others.slice(0, length - 1)], random)
  const found = pickSome(random, ranked, between(random, 1, 3))
  const missed = others.slice(length - 1, length - 1 + between(random, 0, 2))
  return { ranked, relevant: shuffle([...found, ...missed], random) }
}

function sample(random: SeededRandom): RetrievalScenario {
  const length = pick(random, [5, 6])
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    asks: pick(random, ['recallAtK', 'recallAtK', 'meanReciprocalRank', 'precisionAtK']),
    run: { k: pick(random, [3, 3, 4]), queries: Array.from({ length: 3 }, () => drawQuery(random, length)) },
  }
}

const nameOf = ({ asks, run: { k } }: RetrievalScenario): string =>
  asks === 'meanReciprocalRank'
    ? 'the mean reciprocal rank (MRR)'
    : `the mean ${asks === 'recallAtK' ? 'recall' : 'precision'} at ${k}`

const table = ({ run: { queries } }: RetrievalScenario): string =>
  [
    '```text',
    ...queries.map(
      ({ ranked, relevant }, index) =>
        `query ${index + 1}  results: ${ranked.join(' ')}   relevant: ${relevant.toSorted().join(' ')}`,
    ),
    '```',
  ].join('\n')

const lines = ({ run: { queries } }: RetrievalScenario): string =>
  bullets(
    queries.map(
      ({ ranked, relevant }, index) =>
        `Query ${index + 1} returns ${ranked.join(', ')}; relevant ${relevant.length === 1 ? 'is' : 'are'} ${relevant.toSorted().join(', ')}`,
    ),
  )

function parts({ asks, run: { queries, k } }: RetrievalScenario): string {
  const each = queries.map((query) =>
    asks === 'meanReciprocalRank'
      ? `1/${rankOf(query)}`
      : `${hitsOf(query, k)}/${asks === 'recallAtK' ? query.relevant.length : k}`,
  )
  return each.join(' + ')
}

const sum = ({ scenario }: Told<RetrievalScenario>): string =>
  `(${parts(scenario)}) / ${scenario.run.queries.length} = ${Number(solve(scenario)[0]).toFixed(decimals)}`

const because =
  (why: string) =>
  (told: Told<RetrievalScenario>): string =>
    `${why} ${capitalised(nameOf(told.scenario))} is ${sum(told)}.`

const render = wordedBy<RetrievalScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.setting.who)} tests the retrieval behind an assistant that answers from ${scenario.setting.records[0].name}. For three test queries, the retriever returns these documents, best first:`,
        table(scenario),
        `What is ${nameOf(scenario)} over the three queries?`,
      ),
    (scenario) =>
      paragraphs(
        `Answers of a knowledge assistant at ${scenario.setting.who} miss facts, so the ${scenario.setting.teams[0]} measures its vector search before it changes the chunking. The results, in order of similarity, and the documents that experts call relevant:`,
        lines(scenario),
        `Which value has ${nameOf(scenario)}, averaged over the queries?`,
      ),
    (scenario) =>
      paragraphs(
        `A team compares two embedding models for the search in the ${scenario.setting.systems[0].name}. With the first model, ${inWords(scenario.run.queries.length)} labelled queries give these rankings, the most similar document first:`,
        table(scenario),
        `The comparison is made by ${nameOf(scenario)}. Which value does the first model reach?`,
      ),
  ],
  text: (answer) => Number(answer).toFixed(decimals),
  reasons: {
    key: (told) => `${capitalised(nameOf(told.scenario))} is ${sum(told)}.`,
    'divided-by-k': because('This divides by the wrong number of documents.'),
    'hit-rate-instead': because('This is the share of queries with any hit.'),
    'rank-or-recall': because(
      'This is another measure: one looks at the place of the first hit, the other at how many are found.',
    ),
    'cutoff-ignored': because('This counts results beyond the first k.'),
    'pooled-over-queries': because('The measure is computed for each query and then averaged.'),
  },
})

/** Recall at k, precision at k or mean reciprocal rank over test queries. */
export const retrievalMetricModel: FamilyModel<RetrievalScenario> = {
  name: 'retrieval-metric',
  title: 'Recall at k and reciprocal rank of a retriever',
  kind: 'multiple-choice',
  placements: placedIn('AIP-C01 5.1', 'AIF-C01 3.4', 'MLA-C02 2.3'),
  cognitive: 'apply',
  services: ['bedrock'],
  references: [
    documentation(
      'Evaluate the performance of RAG sources using Amazon Bedrock evaluations',
      'bedrock/latest/userguide/evaluation-kb.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  features: ({ rendering, asks, run }) => ({
    rendering,
    k: run.k,
    rank: Number(asks === 'meanReciprocalRank'),
  }),
  angoff: ({ rank = 0, k = 3, rendering }) => 0.66 - 0.12 * rank - 0.02 * (k - 3) + 0.02 * rendering,
}

export const retrievalMetric = familyOf(retrievalMetricModel)
