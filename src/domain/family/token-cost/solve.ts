import { type TokenPlan, tokenCost } from '../../cloud/capacity/token-cost.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answer, Answers, Misconception } from '../types.ts'

/** Average tokens of a request, and what they cost: cents for a million tokens. */
export type TokenUse = {
  readonly requests: number
  readonly instructions: number
  readonly question: number
  readonly chunks: number
  readonly chunkTokens: number
  readonly outputTokens: number
  readonly centsIn: number
  readonly centsOut: number
}

/** What a proposal changes: tokens of a part, or instructions that are read from a prompt cache. */
export type Proposal =
  | { readonly name: 'cache' }
  | { readonly name: 'rerank'; readonly chunks: number }
  | { readonly name: 'smaller-chunks'; readonly chunkTokens: number }
  | { readonly name: 'shorter-answers'; readonly outputTokens: number }
  | { readonly name: 'shorter-instructions'; readonly instructions: number }

/** A retrieval-augmented assistant in production, and proposals that each leave its answers good enough. */
export type TokenScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly style: number
  readonly use: TokenUse
  readonly proposals: readonly Proposal[]
}

/** Tokens that are read from the prompt cache cost this share of the input price, as the stem says. */
export const cachedShare = 0.1

type Priced = TokenUse & { readonly cached: number }

const tokensPerThousand = 1000

function planOf({ centsIn, centsOut, instructions, question, cached, ...use }: Priced): TokenPlan {
  return {
    requests: use.requests,
    promptTokens: question + instructions - cached * (1 - cachedShare),
    chunks: use.chunks,
    chunkTokens: use.chunkTokens,
    outputTokens: use.outputTokens,
    pricePerThousandIn: centsIn / 100 / tokensPerThousand,
    pricePerThousandOut: centsOut / 100 / tokensPerThousand,
  }
}

/** The use after a proposal. */
function after(proposal: Proposal, use: TokenUse): Priced {
  const { name: _, ...change } = proposal
  return { ...use, ...change, cached: proposal.name === 'cache' ? use.instructions : 0 }
}

type Change = (use: Priced) => Priced
const asItIs: Change = (use) => use

/** Dollars that a proposal saves in a day; `view` is how somebody sees a use and its prices. */
export function savingOf(proposal: Proposal, { use }: TokenScenario, view: Change = asItIs): number {
  const cost = (priced: Priced): number => tokenCost(planOf(view(priced))).cost
  return cost({ ...use, cached: 0 }) - cost(after(proposal, use))
}

/** Dollars of a day as it is. */
export const costOfDay = ({ use }: TokenScenario): number => tokenCost(planOf({ ...use, cached: 0 })).cost

function mostBy(scenario: TokenScenario, value: (proposal: Proposal) => number): Answers {
  const [first] = scenario.proposals.toSorted((left, right) => value(right) - value(left))
  return first === undefined ? [] : [first.name]
}

const savingMost =
  (view: Change = asItIs) =>
  (scenario: TokenScenario): Answers =>
    mostBy(scenario, (proposal) => savingOf(proposal, scenario, view))

/** The proposal that saves most. */
export const solveTokens = savingMost()

/** What a holder chooses to whom one proposal has no effect. */
const savingMostWithout = (name: Proposal['name']) => (scenario: TokenScenario) =>
  solveTokens({ ...scenario, proposals: scenario.proposals.filter((proposal) => proposal.name !== name) })

/** What a holder chooses to whom one part of a request decides. */
const choosing = (name: Proposal['name']) => (): Answers => [name]

/** Share of its part that a proposal cuts, 0 to 1. */
function shareCut(proposal: Proposal, use: TokenUse): number {
  switch (proposal.name) {
    case 'cache':
      return 1 - cachedShare
    case 'rerank':
      return 1 - proposal.chunks / use.chunks
    case 'smaller-chunks':
      return 1 - proposal.chunkTokens / use.chunkTokens
    case 'shorter-answers':
      return 1 - proposal.outputTokens / use.outputTokens
    case 'shorter-instructions':
      return 1 - proposal.instructions / use.instructions
  }
}

/** Beliefs about what a model bills. */
export const tokenMisconceptions: readonly Misconception<TokenScenario>[] = [
  {
    id: 'output-free',
    statement: 'A model bills the tokens that it is given, and the answer is free.',
    solve: savingMost((use) => ({ ...use, centsOut: 0 })),
  },
  {
    id: 'chunks-free',
    statement: 'Retrieved chunks come from a knowledge base and are no input tokens of the model.',
    solve: savingMost((use) => ({ ...use, chunks: 0 })),
  },
  {
    id: 'prompt-once',
    statement: 'The instructions are sent once and are free in later requests.',
    solve: savingMost((use) => ({ ...use, instructions: 0, cached: 0 })),
  },
  {
    id: 'cache-covers-input',
    statement: 'A prompt cache serves the whole input of a request, retrieved chunks included.',
    solve: savingMost((use) => {
      if (use.cached === 0) return use
      const whole = use.instructions + use.question + use.chunks * use.chunkTokens
      return { ...use, instructions: whole, question: 0, chunks: 0, cached: whole }
    }),
  },
  {
    id: 'largest-cut',
    statement: 'The change that cuts its part by the largest percentage saves most.',
    solve: (scenario) => mostBy(scenario, (proposal) => shareCut(proposal, scenario.use)),
  },
  {
    id: 'output-price-decides',
    statement: 'The higher price of output tokens makes shorter answers the largest saving.',
    solve: choosing('shorter-answers'),
  },
  {
    id: 'instructions-decide',
    statement:
      'Instructions that are sent with each request have to become shorter before they can cost less.',
    solve: choosing('shorter-instructions'),
  },
  {
    id: 'cache-for-repeats',
    statement: 'A prompt cache serves requests that are repeated word for word.',
    solve: savingMostWithout('cache'),
  },
  {
    id: 'reranking-sorts',
    statement: 'Reranking changes the order of chunks, and the model still reads each of them.',
    solve: savingMostWithout('rerank'),
  },
]

/** The proposal of an answer. @throws RangeError for a name that no proposal has */
export function proposalOf(answer: Answer, { proposals }: TokenScenario): Proposal {
  const proposal = proposals.find(({ name }) => name === answer)
  if (proposal === undefined) throw new RangeError(`There is no proposal ${answer}.`)
  return proposal
}

/** How much more the best proposal must save than any other. */
const margin = 1.2

/** Whether one proposal clearly saves most, and each saves something. */
export function isClear(scenario: TokenScenario): boolean {
  const [first = 0, second = 0] = scenario.proposals
    .map((proposal) => savingOf(proposal, scenario))
    .toSorted((left, right) => right - left)
  return first > margin * second && costOfDay(scenario) >= 20
}
