import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Deed, Told } from '../parts/deeds.ts'
import { between, pick } from '../parts/draw.ts'
import { capitalised, inWords, withCommas } from '../parts/words.ts'
import { assistants } from './bundles.ts'
import { costOf, type TokenNeed, type TokenState } from './solve.ts'

type Case = (random: SeededRandom) => Told<TokenState, TokenNeed>

type Unexplained = Deed<TokenState>

const ratio = 4

/** Adds to each reason what the deed saves. */
function withSavings(
  stem: string,
  need: TokenNeed,
  state: TokenState,
  deeds: readonly Unexplained[],
): Told<TokenState, TokenNeed> {
  const before = costOf(state, ratio)
  const saving = (after: TokenState): string => {
    if (need.waits && after.batch) return ''
    const share = Math.round(100 * (1 - costOf(after, ratio) / before))
    return share < 2
      ? ' The cost hardly changes.'
      : ` At usual prices this saves about ${share}% of the cost.`
  }
  return { stem, need, deeds: deeds.map((deed) => ({ ...deed, why: `${deed.why}${saving(deed.state)}` })) }
}

const cacheDeed = (state: TokenState): Unexplained => ({
  means: 'cache',
  text: 'Turn on prompt caching with a checkpoint right after the instructions',
  why: `A cache serves the fixed beginning of the prompt, here ${withCommas(state.instructions)} tokens of instructions, at a fraction of the price.`,
  state: { ...state, cached: true },
})

const answersDeed = (state: TokenState): Unexplained => ({
  means: 'answers',
  text: 'Ask in the instructions for answers that are half as long',
  why: `Output costs more by the token than input, and an answer has about ${withCommas(state.output)} tokens.`,
  state: { ...state, output: state.output / 2 },
})

const batchDeed = (state: TokenState, waits: boolean): Unexplained => ({
  means: 'batch',
  text: 'Collect the requests, and run them with batch inference in Amazon Bedrock',
  why: waits
    ? 'Batch inference is cheaper, but results come after minutes or hours, while people wait for these answers.'
    : 'Batch inference costs half as much for supported models, and nobody waits for single results.',
  state: { ...state, batch: true },
})

const others = (state: TokenState): readonly Unexplained[] => [
  {
    means: 'temperature',
    text: 'Lower the temperature of the model, and keep the prompts as they are',
    why: 'The temperature influences which tokens are chosen, not how many are billed.',
    state,
  },
  {
    means: 'streaming',
    text: 'Switch from whole answers to streamed ones, with the same prompts',
    why: 'Streaming shows the first words earlier, and the same tokens are billed.',
    state,
  },
  {
    means: 'questions',
    text: `Limit the length of the input field, so that entries get half as long`,
    why: `What is entered has about ${withCommas(state.question)} tokens.`,
    state: { ...state, question: state.question / 2 },
  },
]

/** Long instructions go with each short question. */
export const longInstructions: Case = (random) => {
  const { who, app, users, about } = pick(random, assistants)
  const instructions = between(random, 40, 90) * 100
  const daily = between(random, 8, 60) * 1000
  const state = { instructions, history: 0, retrieved: 0, question: 60, output: between(random, 10, 16) * 10 }
  const opening = pick(random, [
    `The bill for Amazon Bedrock at ${who} has doubled since the ${app} was opened to all ${users}.`,
    `${capitalised(who)} wants to reduce what its ${app} on Amazon Bedrock costs.`,
  ])
  return withSavings(
    `${opening} Some ${withCommas(daily)} times a day, ${users} ask a short question about ${about} and get a few sentences back. Each call begins with the same ${withCommas(instructions)} tokens of rules and examples, which the editors do not want to shorten. Answers have to come within seconds, from the same model. Which change lowers the cost MOST?`,
    { waits: true },
    state,
    [cacheDeed(state), answersDeed(state), batchDeed(state, true), ...others(state)],
  )
}

/** A nightly job has time. */
export const nightly: Case = (random) => {
  const { who, documents, made } = pick(random, assistants)
  const thousands = between(random, 12, 90)
  const state = {
    ...{ instructions: between(random, 2, 5) * 100, history: 0, retrieved: 0 },
    ...{ question: between(random, 9, 20) * 100, output: between(random, 4, 8) * 10 },
  }
  const hour = pick(random, [6, 7, 8])
  const opening = pick(random, [
    `Every evening, a program of ${who} goes through about ${thousands},000 ${documents} and has a model on Amazon Bedrock read them one by one; it ${made}.`,
    `With a model on Amazon Bedrock, ${who} processes about ${thousands},000 ${documents} a day. A program calls the model for one after another in the evening and ${made}.`,
  ])
  return withSavings(
    `${opening} The prompt has a short instruction, followed by a text that differs each time. Results are first looked at ${inWords(hour)} hours later. The quality is good, so the model and the texts should stay as they are. Which change saves MOST?`,
    { waits: false },
    state,
    [
      batchDeed(state, false),
      cacheDeed(state),
      ...others(state).filter(({ means }) => means !== 'questions'),
      answersDeed(state),
    ],
  )
}

/** A chat sends all that was said with each turn. */
export const wholeHistory: Case = (random) => {
  const { who, app, users, about } = pick(random, assistants)
  const turns = between(random, 20, 45)
  const state = {
    ...{
      instructions: between(random, 11, 16) * 100,
      history: turns * between(random, 18, 28) * 10,
      retrieved: 0,
    },
    ...{ question: 50, output: between(random, 12, 20) * 10 },
  }
  const opening = pick(random, [
    `In the ${app} of ${who}, chats on ${about} have become longer, and each message costs more than the one before.`,
    `The costs of the ${app} at ${who} rise faster than the number of ${users}. A developer finds that the last messages of a long chat cost many times as much as the first ones.`,
  ])
  return withSavings(
    `${opening} The application calls a model on Amazon Bedrock with the whole conversation each time, on average after ${turns} messages. What ${users} write refers to the last few messages or to a detail they gave at the start. They expect an answer at once. Which change lowers the cost MOST?`,
    { waits: true },
    state,
    [
      {
        means: 'trim',
        text: 'Send a running summary of older messages and the latest ones in full',
        why: `Of ${withCommas(state.history)} tokens of conversation, about a sixth is left.`,
        state: { ...state, history: state.history / 6 },
      },
      cacheDeed(state),
      answersDeed(state),
      batchDeed(state, true),
      ...others(state),
    ],
  )
}

/** The search hands over far more than an answer needs. */
export const tooManyPassages: Case = (random) => {
  const { who, app, about } = pick(random, assistants)
  const chunks = between(random, 25, 50)
  const kept = between(random, 4, 6)
  const state = {
    ...{
      instructions: between(random, 11, 15) * 100,
      history: 0,
      retrieved: chunks * between(random, 30, 45) * 10,
    },
    ...{ question: 60, output: between(random, 15, 30) * 10 },
  }
  const opening = pick(random, [
    `To be on the safe side, a developer of ${who} had set the number of search results in a knowledge base to ${chunks}.`,
    `The ${app} of ${who} takes ${chunks} passages from a knowledge base for each question.`,
  ])
  return withSavings(
    `${opening} Now the input tokens of the model on Amazon Bedrock are the largest item of the bill. Answers about ${about} cite three passages at most, though not always the first ones of the search. The model should not change, and nobody should wait longer than a few seconds. Which change lowers the cost MOST?`,
    { waits: true },
    state,
    [
      {
        means: 'rerank',
        text: `Rerank what the search returns, and pass on the best ${inWords(kept)} passages`,
        why: `Of ${withCommas(state.retrieved)} tokens of passages, ${withCommas((state.retrieved / chunks) * kept)} are left, and reranking moves the cited ones to the front.`,
        state: { ...state, retrieved: (state.retrieved / chunks) * kept },
      },
      cacheDeed(state),
      answersDeed(state),
      batchDeed(state, true),
      ...others(state),
    ],
  )
}

/** The model writes more than anybody reads. */
export const longAnswers: Case = (random) => {
  const { who, app, users, report } = pick(random, assistants)
  const output = between(random, 14, 22) * 100
  const state = {
    instructions: between(random, 11, 16) * 100,
    history: 0,
    retrieved: 0,
    question: 90,
    output,
  }
  const opening = pick(random, [
    `The ${app} of ${who} uses a model on Amazon Bedrock.`,
    `${capitalised(who)} looks at the token usage of its ${app} on Amazon Bedrock.`,
  ])
  return withSavings(
    `${opening} From a short entry of ${users} and about ${withCommas(state.instructions)} tokens of instructions, it produces ${report}. Output accounts for most of the bill. Answers are shown at once, and another model is out of the question until the next review. Which change lowers the cost MOST?`,
    { waits: true },
    state,
    [
      {
        means: 'short-form',
        text: 'Ask for a few lines in the instructions, and set a matching output limit',
        why: `Instead of about ${withCommas(output)} tokens at the higher price of output, 250 are left.`,
        state: { ...state, output: 250 },
      },
      cacheDeed(state),
      batchDeed(state, true),
      ...others(state),
    ],
  )
}
