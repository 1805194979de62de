import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { costOfDay, proposalOf, savingOf, solveTokens, type TokenScenario } from './solve.ts'

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`
const whole = (value: number): string => `$${withCommas(Math.round(value))}`

const prices = ({ use: { centsIn, centsOut } }: TokenScenario): string =>
  `${dollars(centsIn)} per million input tokens and ${dollars(centsOut)} per million output tokens`

const cachePrice = 'cached tokens are read at a tenth of the input price'

function request({ use }: TokenScenario): string {
  return `${withCommas(use.instructions)} tokens of fixed instructions, ${inWords(use.chunks)} retrieved chunks of ${withCommas(use.chunkTokens)} tokens, and a question of about ${use.question}`
}

const structures: readonly ((scenario: TokenScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `The Amazon Bedrock bill of ${scenario.setting.who} has reached ${whole(costOfDay(scenario))} a day, nearly all of it for an assistant in the ${scenario.setting.systems[0].name}.`,
      `A request carries ${request(scenario)}; answers have ${withCommas(scenario.use.outputTokens)} tokens on average.`,
      `The model costs ${prices(scenario)}, and ${cachePrice}. Evaluations showed that each proposal of the team leaves the answers good enough, but the next sprint has room for one.`,
      'Which change lowers the cost MOST?',
    ]),
  (scenario) =>
    paragraphs(
      `After a successful pilot, ${scenario.setting.who} will open its assistant for ${scenario.setting.records[0].name} to everybody and expects ${withCommas(scenario.use.requests)} requests a day. The finance lead objects to the cost of model inference. Logs of the pilot on Amazon Bedrock show these averages for a request:`,
      bullets([
        `System prompt, the same each time: ${withCommas(scenario.use.instructions)} tokens`,
        `Context from the knowledge base: ${scenario.use.chunks} chunks of ${withCommas(scenario.use.chunkTokens)} tokens`,
        `Question: ${scenario.use.question} tokens`,
        `Answer: ${withCommas(scenario.use.outputTokens)} tokens`,
      ]),
      `Prices are ${prices(scenario)}; ${cachePrice}. Users in a test noticed no difference with any of the proposals. Which one reduces the cost MOST?`,
    ),
  (scenario) =>
    paragraphs([
      `“We may ship one optimization before the holidays, so pick the one that saves most,” says the product owner of the ${scenario.setting.systems[1].name} at ${scenario.setting.who}.`,
      `The system answers questions about ${scenario.setting.records[1].name} with a model on Amazon Bedrock, by retrieval-augmented generation (RAG).`,
      `Each call sends ${request(scenario)}, and gets ${withCommas(scenario.use.outputTokens)} tokens back. Calls arrive all day, at ${prices(scenario)}. With prompt caching, ${cachePrice}.`,
      'Which optimization has the HIGHEST effect on the cost?',
    ]),
  (scenario) =>
    paragraphs(
      `Cost anomaly detection alerted the ${scenario.setting.teams[0]} of ${scenario.setting.who} after the launch of a support assistant. An engineer read the token metrics of Amazon Bedrock in Amazon CloudWatch and split them by the parts of the prompt:`,
      [
        '```text',
        'Average for each request          Tokens',
        `instructions                    ${withCommas(scenario.use.instructions).padStart(8)}`,
        `retrieved (${String(scenario.use.chunks).padStart(2)} x ${String(scenario.use.chunkTokens).padStart(3)})            ${withCommas(scenario.use.chunks * scenario.use.chunkTokens).padStart(8)}`,
        `user question                   ${withCommas(scenario.use.question).padStart(8)}`,
        `output                          ${withCommas(scenario.use.outputTokens).padStart(8)}`,
        '```',
      ].join('\n'),
      `The price list says ${prices(scenario)}, and ${cachePrice}. The model itself was chosen by the legal department and stays. Which action reduces the cost MOST?`,
    ),
  (scenario) =>
    paragraphs([
      `An architect reviews the assistant of ${scenario.setting.who}, which handles ${withCommas(scenario.use.requests)} requests a day on Amazon Bedrock and may not change its model this year.`,
      `The instructions take ${withCommas(scenario.use.instructions)} tokens, the vector search adds ${inWords(scenario.use.chunks)} chunks with ${withCommas(scenario.use.chunkTokens)} tokens each, and the typical answer has ${withCommas(scenario.use.outputTokens)}. Questions are short.`,
      `The company pays ${prices(scenario)}. With a checkpoint behind the instructions, ${cachePrice}. Tests found the quality unchanged for each of the measures below.`,
      'Which measure should come first for the LOWEST cost?',
    ]),
]

/** Ways in which the changes are proposed. */
function wording(answer: Answer, scenario: TokenScenario): readonly [string, string] {
  const proposal = proposalOf(answer, scenario)
  const { use } = scenario
  switch (proposal.name) {
    case 'cache':
      return [
        'Turn on prompt caching with a checkpoint after the instructions',
        'Mark the instructions as a cached prefix of the prompt',
      ]
    case 'rerank':
      return [
        `Rerank the search results, and pass on the best ${inWords(proposal.chunks)} of ${inWords(use.chunks)} chunks`,
        `Add a reranking model, and lower the number of chunks to ${inWords(proposal.chunks)}`,
      ]
    case 'smaller-chunks':
      return [
        `Index the documents again with chunks of ${withCommas(proposal.chunkTokens)} tokens`,
        `Split the documents into smaller chunks of ${withCommas(proposal.chunkTokens)} tokens`,
      ]
    case 'shorter-answers':
      return [
        `Ask for concise answers, which brings them to ${withCommas(proposal.outputTokens)} tokens on average`,
        `Change the answer format, which cuts the average output to ${withCommas(proposal.outputTokens)} tokens`,
      ]
    case 'shorter-instructions':
      return [
        `Remove examples from the instructions, which leaves ${withCommas(proposal.instructions)} tokens`,
        `Rewrite the instructions, which shortens them to ${withCommas(proposal.instructions)} tokens`,
      ]
  }
}

const saved = (answer: Answer, scenario: TokenScenario): string =>
  whole((savingOf(proposalOf(answer, scenario), scenario) / scenario.use.requests) * 100_000)

/** What the option saves beside the best one. */
function judgement({ scenario, answer }: Told<TokenScenario>): string {
  const [key = ''] = solveTokens(scenario)
  return answer === key
    ? `This saves ${saved(answer, scenario)} in 100,000 requests, more than any other proposal.`
    : `This saves ${saved(answer, scenario)} in 100,000 requests, against ${saved(key, scenario)} by the best proposal.`
}

const because =
  (why: string) =>
  (told: Told<TokenScenario>): string =>
    `${capitalised(why)} ${judgement(told)}`

/** Words the scenario in one of five structures. */
export const renderTokens = wordedBy<TokenScenario>({
  stems: structures,
  text: (answer, scenario) => wording(answer, scenario)[scenario.style] ?? '',
  reasons: {
    key: judgement,
    'output-free': because('Output tokens are billed too, at the higher price.'),
    'chunks-free': because('Retrieved chunks are part of the prompt that the model is billed for.'),
    'prompt-once': because('Instructions are sent, and billed, with every request.'),
    'cache-covers-input': because(
      'The cache holds the fixed beginning of the prompt, not chunks that change.',
    ),
    'largest-cut': because('A large share of a small or cheap part is a small saving.'),
    'instructions-decide': because('Instructions can also be cached, and they are one part of the input.'),
    'cache-for-repeats': because('A prompt cache serves a beginning of the prompt that stays the same.'),
    'reranking-sorts': because('Chunks that are sorted out after reranking are not sent to the model.'),
    'output-price-decides': because('The price of a token counts as much as the number of tokens.'),
  },
})
