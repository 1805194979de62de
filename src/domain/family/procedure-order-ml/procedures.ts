import { type Procedure, pageOf } from '../order/procedure.ts'
import { capitalised } from '../parts/words.ts'

/** Procedures of training, release, and retrieval. */
export const mlProcedures: readonly Procedure[] = [
  {
    id: 'train-and-release',
    reference: pageOf(
      'Model Registry Models, Model Versions, and Model Groups',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-models.html',
    ),
    situation: ({ who, systems }) =>
      `${capitalised(who)} trains a model for its ${systems[0].name} on Amazon SageMaker AI and wants releases that an approver signs off.`,
    rules:
      'The figure that the approver sees must come from data that training has not touched, and the endpoint in use stays until its successor serves.',
    steps: [
      {
        id: 'split',
        text: 'Split the data into training, validation, and test sets',
        why: 'Training and evaluation need sets that do not overlap.',
        after: {},
      },
      {
        id: 'train',
        text: 'Train and tune the model on the training and validation sets',
        why: 'Tuning uses the validation set, so that the test set stays untouched.',
        after: { split: 'result' },
      },
      {
        id: 'evaluate',
        text: 'Evaluate the tuned model on the test set',
        why: 'It is the figure for the approver and needs a finished model.',
        after: { train: 'result' },
        role: 'checks',
      },
      {
        id: 'register',
        text: 'Register the model version with its metrics and have it approved',
        why: 'Approval rests on the metrics of the test set.',
        after: { evaluate: 'check', train: 'result' },
      },
      {
        id: 'deploy',
        text: 'Deploy the approved version and retire the earlier endpoint',
        why: 'Only an approved version is deployed, and what it replaces goes last.',
        after: { register: 'safety', train: 'result' },
        role: 'removes',
      },
    ],
    decoy: {
      text: 'Evaluate the tuned model on the validation set that tuning used',
      why: 'Tuning has fitted the model to that set, so the figure would be too good.',
      insteadOf: 'evaluate',
    },
  },
  {
    id: 'retrieval',
    reference: pageOf(
      'Retrieve data and generate AI responses with Amazon Bedrock Knowledge Bases',
      'https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base.html',
    ),
    situation: ({ who, records }) =>
      `${capitalised(who)} builds an assistant that answers questions from its ${records[0].name}. Answers are to rest on retrieved passages rather than on what the foundation model happens to know.`,
    rules:
      'Passages are found by meaning, and the retrieval has to be judged before the keyword search that employees use today is removed.',
    steps: [
      {
        id: 'chunk',
        text: 'Divide the documents into passages',
        why: 'What is embedded and retrieved is a passage.',
        after: {},
      },
      {
        id: 'embed',
        text: 'Compute an embedding for every passage',
        why: 'Search by meaning compares embeddings.',
        after: { chunk: 'result' },
      },
      {
        id: 'index',
        text: 'Store embeddings and passages in a vector index',
        why: 'The index holds what the embedding model gave.',
        after: { embed: 'result' },
      },
      {
        id: 'judge',
        text: 'Run sample questions and judge the retrieved passages',
        why: 'The index has to be filled, and the judgement decides whether the old search can go.',
        after: { index: 'result' },
        role: 'checks',
      },
      {
        id: 'replace',
        text: 'Release the assistant and remove the keyword search',
        why: 'The old search is the way back until retrieval has been judged.',
        after: { judge: 'check', index: 'safety', chunk: 'result' },
        role: 'removes',
      },
    ],
    decoy: {
      text: 'Fine-tune the foundation model on the text of the documents',
      why: 'Fine-tuning changes how a model answers; it gives no passages to retrieve and to cite.',
      insteadOf: 'embed',
    },
  },
  {
    id: 'fine-tune',
    reference: pageOf(
      'Customize your model to improve its performance for your use case',
      'https://docs.aws.amazon.com/bedrock/latest/userguide/custom-models.html',
    ),
    situation: ({ who, teams }) =>
      `${capitalised(who)} customises a foundation model so that it answers in the style of the ${teams[0]}. Examples of prompts and answers exist.`,
    rules:
      'No duplicate may stand on both sides of the evaluation, and the customised model has to win it before it replaces the base model.',
    steps: [
      {
        id: 'clean',
        text: 'Remove personal data and duplicates from the examples',
        why: 'What the model has learned cannot be taken out again, so cleaning comes first.',
        after: {},
      },
      {
        id: 'hold',
        text: 'Set aside part of the examples for evaluation',
        why: 'After cleaning, duplicates cannot stand on both sides.',
        after: { clean: 'result' },
      },
      {
        id: 'tune',
        text: 'Run a fine-tuning job on the remaining examples',
        why: 'It must not see the examples that were set aside.',
        after: { hold: 'result' },
      },
      {
        id: 'compare',
        text: 'Compare the customised and the base model on the examples set aside',
        why: 'The comparison needs the finished model and decides on the change.',
        after: { tune: 'result' },
        role: 'checks',
      },
      {
        id: 'change',
        text: 'Direct the application to the customised model and drop the base model',
        why: 'The base model serves until the comparison has been won.',
        after: { compare: 'check', tune: 'safety' },
        role: 'removes',
      },
    ],
    decoy: {
      text: 'Run a fine-tuning job on all examples, those for evaluation included',
      why: 'The comparison would then measure what the model has memorised.',
      insteadOf: 'tune',
    },
  },
  {
    id: 'drift',
    reference: pageOf(
      'Data and model quality monitoring with Amazon SageMaker Model Monitor',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor.html',
    ),
    situation: ({ who, systems }) =>
      `Predictions of the ${systems[0].name} at ${who} got worse within a month. The endpoint captures its requests, and true outcomes arrive some days later.`,
    rules:
      'The cause has to be known before anything is retrained, and the model in service stays until a better one has been shown.',
    steps: [
      {
        id: 'baseline',
        text: 'Compute baseline statistics from the training data',
        why: 'Drift is a departure from a baseline.',
        after: {},
      },
      {
        id: 'detect',
        text: 'Compare the captured requests with the baseline to find features that drifted',
        why: 'The comparison needs the baseline and shows the cause.',
        after: { baseline: 'result' },
      },
      {
        id: 'retrain',
        text: 'Retrain the model on recent data with outcomes',
        why: 'Known drift tells which data have to be in the new training set.',
        after: { detect: 'result' },
      },
      {
        id: 'shadow',
        text: 'Compare the new model with the present one on the same live requests',
        why: 'It shows whether the new model is better before users depend on it.',
        after: { retrain: 'result' },
        role: 'checks',
      },
      {
        id: 'swap',
        text: 'Replace the model in service by the new one',
        why: 'The present model is replaced by one that has been shown to be better.',
        after: { shadow: 'check', baseline: 'result', retrain: 'safety' },
        role: 'removes',
      },
    ],
    decoy: {
      text: 'Raise the number of instances behind the endpoint',
      why: 'More instances shorten waiting times and leave predictions as they are.',
      insteadOf: 'retrain',
    },
  },
]
