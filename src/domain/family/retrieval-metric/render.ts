import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, inWords, paragraphs } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { type Candidate, type ChangeName, type RetrievalScenario, scoreOf, solveRetrieval } from './solve.ts'

const rowNames: Readonly<Record<ChangeName, string>> = {
  present: 'as it is',
  hybrid: 'hybrid search',
  rerank: 'reranking model',
  chunks: 'hierarchical chunks',
  embedding: 'larger embeddings',
  filter: 'metadata filter',
}

/** Ranks of the relevant passages by configuration and question, as a test report prints them. */
function table({ candidates, relevant }: RetrievalScenario): string {
  const row = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(21)}${cells.map((cell) => cell.padEnd(15)).join('')}`.trimEnd()
  return [
    '```text',
    row(
      'Relevant at ranks',
      relevant.map((count, index) => `Q${index + 1} (${count} in all)`),
    ),
    ...candidates.map(({ name, ranks }) =>
      row(
        rowNames[name],
        ranks.map((places) => places.join(', ')),
      ),
    ),
    '```',
  ].join('\n')
}

/** What the users need, in words that fix the measure. */
function needWords({ need, k }: RetrievalScenario): string {
  if (need === 'recallAtK')
    return `The model gets the first ${inWords(k)} passages, and users miss facts in its answers. So the share of a question's relevant passages that reach the model should be as high as possible, averaged over the questions`
  if (need === 'precisionAtK')
    return `The model gets the first ${inWords(k)} passages, and unrelated ones among them have misled it. So the share of these passages that are relevant should be as high as possible, averaged over the questions`
  return 'Users see the list itself and open the first passage that fits. So this passage should stand as near to the top as possible, measured by mean reciprocal rank (MRR)'
}

const structures: readonly ((scenario: RetrievalScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `Complaints about the search over ${scenario.setting.records[0].name} at ${scenario.setting.who} made a team try changes to its Amazon Bedrock knowledge base. The team ran the three questions that were complained about against each configuration and noted where relevant passages appeared in the list of ten:`,
      table(scenario),
      `${needWords(scenario)}. Which change should the team make?`,
    ),
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} puts an assistant with an Amazon Bedrock knowledge base into the ${scenario.setting.systems[0].name}. ${needWords(scenario)}. Before the launch, one setting may still be changed. The test report shows for three reference questions at which ranks each candidate returned relevant passages:`,
      table(scenario),
      'Which setting should go into production?',
    ),
  (scenario) =>
    paragraphs(
      `“More retrieval settings do not help if nobody measures them,” says a review of the assistant for ${scenario.setting.records[1].name} at ${scenario.setting.who}. A developer has now measured. Experts marked the relevant passages of three questions, and Amazon Bedrock returned ten passages for each:`,
      table(scenario),
      `${needWords(scenario)}. Which recommendation follows from the results?`,
    ),
  (scenario) =>
    paragraphs(
      `The ${scenario.setting.teams[0]} of ${scenario.setting.who} pays for one improvement of the retrieval behind the ${scenario.setting.systems[1].name}, which uses an Amazon Bedrock knowledge base. ${needWords(scenario)}. Trials with three typical questions gave relevant passages at these places of a list of ten:`,
      table(scenario),
      'Which improvement should be made?',
    ),
]

/** Ways in which the changes are proposed. */
const proposals: readonly Readonly<Record<ChangeName, string>>[] = [
  {
    present: 'Keep the present configuration of the knowledge base',
    hybrid: 'Switch the search type from semantic to hybrid',
    rerank: 'Put a reranking model behind the vector search',
    chunks: 'Index the documents again with hierarchical chunking',
    embedding: 'Index the documents again with the larger embedding model',
    filter: 'Add a metadata filter for the department to each query',
  },
  {
    present: 'Change nothing, and go on with the retrieval as it is',
    hybrid: 'Turn on hybrid search, which also matches keywords',
    rerank: 'Let a reranking model sort the results of the search',
    chunks: 'Split the documents into hierarchical chunks and ingest them again',
    embedding: 'Replace the embedding model by the one with more dimensions',
    filter: 'Restrict each query by a metadata filter on the document type',
  },
]

const measureNames = {
  recallAtK: 'recall',
  precisionAtK: 'precision',
  meanReciprocalRank: 'the mean reciprocal rank',
} as const

const candidateOf = (answer: Answer, { candidates }: RetrievalScenario): Candidate => {
  const candidate = candidates.find(({ name }) => name === answer)
  if (candidate === undefined) throw new RangeError(`There is no candidate ${answer}.`)
  return candidate
}

/** "At 4, recall is 0.58, against 0.75 with a reranking model." */
function judgement({ scenario, answer }: Told<RetrievalScenario>): string {
  const [key = ''] = solveRetrieval(scenario)
  const value = (name: Answer): string => scoreOf(candidateOf(name, scenario), scenario).toFixed(2)
  const { need, k } = scenario
  const measure = need === 'meanReciprocalRank' ? measureNames[need] : `${measureNames[need]} at ${k}`
  return answer === key
    ? `${capitalised(measure)} is ${value(answer)}, the highest of the candidates.`
    : `${capitalised(measure)} is ${value(answer)} here, against ${value(key)} in the row "${rowNames[key as ChangeName]}".`
}

const because =
  (why: string) =>
  (told: Told<RetrievalScenario>): string =>
    `${why} ${judgement(told)}`

/** Words the scenario in one of four structures. */
export const renderRetrieval = wordedBy<RetrievalScenario>({
  stems: structures,
  text: (answer, { style }) => proposals[style]?.[answer as ChangeName] ?? '',
  reasons: {
    key: judgement,
    'precision-for-recall': because(
      'Precision and recall relate the relevant results to different wholes: what is passed on, and what exists.',
    ),
    'hit-rate-instead': because('One hit for each question is not what is needed.'),
    'rank-or-recall': because('The place of the first hit and the number of hits are different things.'),
    'cutoff-ignored': because('What stands far down in the list does not serve the need.'),
    'first-place-alone': because('The first place alone tells little about the need.'),
    'mean-of-ranks': because('A mean over ranks hides what was not found at all.'),
  },
})
