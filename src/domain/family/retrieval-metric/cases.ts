import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Deed, Told } from '../parts/deeds.ts'
import { between, pick } from '../parts/draw.ts'
import { capitalised, inWords, withCommas } from '../parts/words.ts'
import { libraries } from './bundles.ts'
import { type Passage, type RetrieverNeed, type RetrieverState, scoreOf } from './solve.ts'

type Case = (random: SeededRandom) => Told<RetrieverState, RetrieverNeed>

const row = (count: number, from: number, rest: Omit<Passage, 'near'>): readonly Passage[] =>
  Array.from({ length: count }, (_, index) => ({ near: from - index / 1000, ...rest }))

/** What colleagues propose about any retriever, with the measure afterwards. */
function proposals(
  state: RetrieverState,
  { metric }: RetrieverNeed,
  more: number,
): readonly Deed<RetrieverState>[] {
  const share = (after: RetrieverState): string =>
    metric === 'recallAtK'
      ? `About ${Math.round(100 * scoreOf(after, metric))}% of the right passages reach the model.`
      : `About ${Math.round(100 * scoreOf(after, metric))}% of the passages that reach the model are right.`
  const deed = (means: string, text: string, why: string, after: RetrieverState): Deed<RetrieverState> => ({
    ...{ means, text, why: `${why} ${share(after)}`, state: after },
  })
  return [
    deed(
      'hybrid',
      'Combine the comparison of vectors with one of keywords (hybrid search)',
      'Hybrid search also compares the words of question and passage.',
      { ...state, hybrid: true },
    ),
    deed(
      'rerank',
      'Add a reranking model that sorts the first 20 results anew',
      'Reranking sorts what the search returned, by how well the content fits.',
      { ...state, rerank: true },
    ),
    deed(
      'filter',
      'Filter each query by metadata, so that it admits what is in force',
      'A filter leaves out passages by their metadata.',
      { ...state, filter: true },
    ),
    deed(
      'results',
      `Raise the number of results that the model gets to ${more}`,
      'More results take in what stands further down.',
      { ...state, results: more },
    ),
    deed(
      'temperature',
      'Lower the temperature of the model that writes the answers to zero',
      'The temperature has no influence on the search.',
      state,
    ),
    deed(
      'model',
      'Replace the model that writes the answers by a larger one',
      'A larger model gets the same passages.',
      state,
    ),
  ]
}

const told = (
  stem: string,
  state: RetrieverState,
  need: RetrieverNeed,
  more: number,
): Told<RetrieverState, RetrieverNeed> => ({ stem, need, deeds: proposals(state, need, more) })

const noise = { words: false, fits: false, current: true }
const right = { words: true, fits: true, current: true }

/** Codes mean nothing to an embedding. */
export const codesNotFound: Case = (random) => {
  const { who, app, users, documents, coded, code } = pick(random, libraries)
  const results = between(random, 4, 8)
  const pages = between(random, 30, 400) * 100
  const state = {
    results,
    passages: [...row(40, 0.7, noise), ...row(between(random, 2, 3), 0.55, right)],
  }
  const opening = pick(random, [
    `The ${app} of ${who} answers questions in plain words well, but fails when ${users} ask for ${coded} such as ${code}.`,
    `“Nothing found” is what ${users} of ${who} mostly get when they ask the ${app} for ${coded} such as ${code}, while questions in plain words are answered well.`,
  ])
  return told(
    `${opening} It uses an Amazon Bedrock knowledge base that compares vectors alone, over ${withCommas(pages)} pages of current ${documents}. A test shows that passages with the exact code come behind some 40 others about similar subjects. Which change helps?`,
    state,
    { metric: 'recallAtK', least: 0.9 },
    results * 2,
  )
}

/** Old editions resemble the new ones. */
export const oldEditions: Case = (random) => {
  const { who, app, users, documents, stale } = pick(random, libraries)
  const results = between(random, 4, 6)
  const years = between(random, 4, 9)
  const passages = Array.from({ length: 24 }, (_, index) => ({
    ...{ near: 0.9 - index / 100, words: true, fits: index < 18, current: index % 3 === 0 },
  }))
  const opening = pick(random, [
    `${capitalised(users)} complain about the ${app} of ${who}: ${stale}.`,
    `A review of the ${app} at ${who} found that ${stale}.`,
  ])
  return told(
    `${opening} The Amazon Bedrock knowledge base behind it holds ${documents} of ${inWords(years)} years, which ${users} still look up by hand, and each file carries its edition as an attribute. Of the ${inWords(results)} passages that the model gets, most come from old editions with nearly the same text. Which change solves the problem?`,
    { results, passages },
    { metric: 'precisionAtK', least: 0.8 },
    results * 3,
  )
}

/** What is needed is found, but too far down. */
export const tooFarDown: Case = (random) => {
  const { who, app, users, documents } = pick(random, libraries)
  const results = between(random, 3, 5)
  const before = between(random, 8, 11)
  const chatty = { words: true, fits: false, current: true }
  const passages = [...row(before, 0.9, chatty), ...row(results - 1, 0.8, right), ...row(10, 0.7, chatty)]
  const opening = pick(random, [
    `Since its launch, the ${app} of ${who} gives vague answers, although the ${documents} are complete and up to date.`,
    `In a test with ${between(random, 6, 30) * 10} questions of ${users}, the ${app} of ${who} missed facts that stand in its ${documents}, all of which are in force.`,
  ])
  return told(
    `${opening} The search of the Amazon Bedrock knowledge base usually has the right passages among its first 20 results, but behind ${inWords(before)} others with the same terms. The model gets the first ${inWords(results)}, and its prompts must not get longer. Which change improves the answers MOST?`,
    { results, passages },
    { metric: 'recallAtK', least: 0.9 },
    results + 2,
  )
}

/** Broad questions need more passages than are passed on. */
export const tooFew: Case = (random) => {
  const { who, app, users, documents, broad } = pick(random, libraries)
  const results = between(random, 2, 4)
  const wanted = results + between(random, 5, 9)
  const passages = [...row(wanted, 0.9, right), ...row(20, 0.6, noise)]
  const opening = pick(random, [
    `Asked ${broad}, the ${app} of ${who} gives answers that are correct but incomplete.`,
    `The ${app} of ${who} tells ${users} just a part of the truth when they ask ${broad}.`,
  ])
  return told(
    `${opening} Its Amazon Bedrock knowledge base holds the ${documents} that are in force. The log shows that the ${inWords(results)} passages which reach the model all fit the question, and that those which would complete the answer come right after them. Cost and length of the prompt are no concern. Which change completes the answers?`,
    { results, passages },
    { metric: 'recallAtK', least: 0.9 },
    wanted + between(random, 1, 3),
  )
}
