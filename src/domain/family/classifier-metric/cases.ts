import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Deed, Told } from '../parts/deeds.ts'
import { between, pick } from '../parts/draw.ts'
import { inWords } from '../parts/words.ts'
import { type Detection, detections } from './bundles.ts'
import {
  type ClassifierNeed,
  type ClassifierState,
  chosenBy,
  matrixOf,
  measureOf,
  mostAccurate,
} from './solve.ts'

type Case = (random: SeededRandom) => Told<ClassifierState, ClassifierNeed>

const percent = (state: ClassifierState, metric: 'recall' | 'precision'): string =>
  `${Math.round(100 * measureOf(state, metric))}%`

const both = (state: ClassifierState): string =>
  `recall is about ${percent(state, 'recall')} and precision ${percent(state, 'precision')}`

/** "54 of 100", "every second" and the like of a share. */
const outOf = (share: number, whole: number): string =>
  `${whole > 10 ? Math.round(share * whole) : inWords(Math.round(share * whole))} of ${whole > 10 ? whole : inWords(whole)}`

/** Deeds that leave the classifier as it is. */
const bystanders = (state: ClassifierState): readonly Deed<ClassifierState>[] => [
  {
    means: 'cross-validation',
    text: 'Repeat the evaluation of the model with ten-fold cross-validation',
    why: `Cross-validation gives a better estimate of the same model, for which ${both(state)}.`,
    state,
  },
  {
    means: 'instance',
    text: 'Move the endpoint of the model to a larger instance type',
    why: `A larger instance answers faster; for the same model ${both(state)}.`,
    state,
  },
]

const accuracyDeed = (state: ClassifierState, { hit, cases }: Detection): Deed<ClassifierState> => {
  const after = mostAccurate(state)
  return {
    means: 'accuracy',
    text: 'Choose the threshold at which the accuracy of the model is highest',
    why: `Accuracy is dominated by the many ${cases} that are not ${hit}; at its highest value ${both(after)}.`,
    state: after,
  }
}

const majorityDeed = (state: ClassifierState, { cases }: Detection): Deed<ClassifierState> => {
  const after = { ...state, bias: state.bias - 1.2 }
  return {
    means: 'more-negatives',
    text: 'Train the model again with many more cases of the frequent class',
    why: `A larger majority lowers the scores, so the same threshold flags fewer ${cases}: ${both(after)}.`,
    state: after,
  }
}

const shifted = (state: ClassifierState, by: number): ClassifierState => ({
  ...state,
  threshold: state.threshold + by,
})

/** The threshold is lowered or raised. */
function thresholdDeed(state: ClassifierState, by: number, { cases }: Detection): Deed<ClassifierState> {
  const after = shifted(state, by)
  const [verb, effect] = by < 0 ? ['Lower', 'flags more'] : ['Raise', 'flags fewer']
  return {
    means: by < 0 ? 'lower' : 'raise',
    text: `${verb} the decision threshold of the model, and keep the model itself`,
    why: `A ${by < 0 ? 'lower' : 'higher'} threshold ${effect} ${cases}: ${both(after)} afterwards.`,
    state: after,
  }
}

/** Too much slips through, and there is time to look at more. */
export const missesTooMuch: Case = (random) => {
  const detection = pick(random, detections)
  const { who, cases, hit, flagged, team, miss } = detection
  const separation = between(random, 52, 60) / 10
  const state = {
    separation,
    threshold: separation - between(random, 0, 4) / 10,
    bias: 0,
    negatives: between(random, 20, 40),
  }
  const found = outOf(measureOf(state, 'recall'), 100)
  const right = outOf(measureOf(state, 'precision'), 10)
  const goal = measureOf(state, 'recall') < 0.6 ? 75 : 80
  const opening = pick(random, [
    `${who} scores ${cases} with a model on Amazon SageMaker AI, and ${cases} with a high score are ${flagged}.`,
    `At ${who.toLowerCase()}, ${cases} are ${flagged} when a model on Amazon SageMaker AI gives them a high score.`,
  ])
  return {
    stem: `${opening} A check of last month shows that it caught ${found} ${hit} ${cases}, while ${right} alarms were right. The ${team} finds this too few, since ${miss}. It has staff for three times as many alarms, and would accept that every second one is false. Which action helps to find at least ${goal}%?`,
    need: { recall: goal / 100, precision: 0.45 },
    deeds: [
      thresholdDeed(state, -1.4, detection),
      thresholdDeed(state, 1.2, detection),
      accuracyDeed(state, detection),
      majorityDeed(state, detection),
      ...bystanders(state),
    ],
  }
}

/** Most alarms are false, and those who work on them give up. */
export const alarmsTooOften: Case = (random) => {
  const detection = pick(random, detections)
  const { who, cases, hit, flagged, team, alarm } = detection
  const separation = between(random, 56, 64) / 10
  const state = {
    separation,
    threshold: separation - between(random, 24, 30) / 10,
    bias: 0,
    negatives: between(random, 20, 40),
  }
  const right = outOf(measureOf(state, 'precision'), 10)
  const found = outOf(measureOf(state, 'recall'), 100)
  const opening = pick(random, [
    `The ${team} of ${who.toLowerCase()} no longer trusts a model on Amazon SageMaker AI by which ${cases} are ${flagged}.`,
    `${who} uses a model on Amazon SageMaker AI to decide which ${cases} are ${flagged}, and the ${team} complains about it.`,
  ])
  return {
    stem: `${opening} No more than ${right} ${cases} that it picks out are really ${hit}, and ${alarm}. On the other hand, it finds ${found} ${hit} ${cases}. The company wants more than half of the alarms to be right, even if a third of the ${hit} ${cases} slips through. Which action serves this purpose?`,
    need: { recall: 0.66, precision: 0.5 },
    deeds: [
      thresholdDeed(state, between(random, 15, 17) / 10, detection),
      thresholdDeed(state, -1.2, detection),
      {
        means: 'recall',
        text: 'Choose the threshold at which the recall of the model is highest',
        why: 'Recall is the share of positive cases that are found; it is highest where nearly everything is flagged.',
        state: shifted(state, -3),
      },
      {
        means: 'more-positives',
        text: 'Give the rare class a higher weight, and train the model again',
        why: `More weight for the rare class raises the scores, so that more is flagged: ${both({ ...state, bias: 1.2 })}.`,
        state: { ...state, bias: 1.2 },
      },
      ...bystanders(state),
    ],
  }
}

/** A model that hardly finds anything looks excellent by accuracy. */
export const looksExcellent: Case = (random) => {
  const detection = pick(random, detections)
  const { who, cases, hit, team, miss } = detection
  const separation = between(random, 48, 56) / 10
  const state = {
    separation,
    threshold: separation + between(random, 10, 16) / 10,
    bias: 0,
    negatives: between(random, 60, 120),
  }
  const matrix = matrixOf(state)
  const all = 100 + 100 * state.negatives
  const accuracy = ((100 * (matrix.truePositives + matrix.trueNegatives)) / all).toFixed(1)
  const weighted = { ...state, bias: between(random, 20, 26) / 10 }
  const opening = pick(random, [
    `A data scientist at ${who.toLowerCase()} presents a model that finds ${hit} ${cases} with an accuracy of ${accuracy}%.`,
    `With an accuracy of ${accuracy}%, a new model for ${hit} ${cases} convinced the managers of ${who.toLowerCase()}.`,
  ])
  return {
    stem: `${opening} In a trial, the ${team} noticed that it had caught just ${outOf(measureOf(state, 'recall'), 100)} ${hit} ${cases}, and results on the training data are no better. About one of ${state.negatives + 1} ${cases} is ${hit}. False alarms are cheap, but ${miss}. What should the data scientist do so that the model finds more?`,
    need: { recall: 0.55, precision: 0 },
    deeds: [
      {
        means: 'class-weight',
        text: 'Give the rare class a higher weight, and train the model again',
        why: `With one positive case in ${state.negatives + 1}, saying no is nearly as good by accuracy. Weights raise the scores of the rare class: ${both(weighted)}.`,
        state: weighted,
      },
      {
        means: 'regularize',
        text: 'Stop the training earlier, and increase the regularization',
        why: 'An overfitted model would be good on its training data, where this one misses as much.',
        state,
      },
      {
        means: 'raise',
        text: 'Raise the decision threshold of the model, and keep the model itself',
        why: `A higher threshold reports fewer cases: ${both(shifted(state, 1))}.`,
        state: shifted(state, 1),
      },
      accuracyDeed(state, detection),
      majorityDeed(state, detection),
      ...bystanders(state),
    ],
  }
}

const metricNames = {
  recall: 'recall',
  precision: 'precision',
  accuracy: 'accuracy',
  specificity: 'specificity',
  f1: 'F1 score',
} as const

const meanings: Readonly<Record<keyof typeof metricNames, string>> = {
  recall: 'Recall is the share of positive cases that are found.',
  precision: 'Precision is the share of findings that are right.',
  accuracy: 'Accuracy counts all cases alike, most of which are negative.',
  specificity: 'Specificity is the share of negative cases that are left alone.',
  f1: 'The F1 score weighs precision and recall alike.',
}

const metricWays = [
  (name: string) => `Pick the model with the highest ${name} on the validation data`,
  (name: string) => `Make the ${name} on the validation data the objective metric`,
] as const

/** A measure has to be chosen by which one of several models is taken. */
export const whichMeasure: Case = (random) => {
  const { who, cases, hit, flagged, team, miss, alarm } = pick(random, detections)
  const separation = between(random, 50, 58) / 10
  const base = { separation, bias: 0, negatives: between(random, 20, 50) }
  const candidates = [1.8, 0.9, -0.1, -1.3].map((ahead) => ({ ...base, threshold: separation - ahead }))
  const cautious = measureOf(chosenBy('precision', candidates), 'precision')
  const missesCount = random.integer(2) === 0
  const way = pick(random, metricWays)
  const cost = missesCount
    ? `A false alarm costs the ${team} a minute, but ${miss}.`
    : `The ${team} can live with some that slip through, but ${alarm}.`
  const opening = pick(random, [
    `${who} trained models on Amazon SageMaker AI that decide which ${cases} are ${flagged}.`,
    `An automatic tuning job in Amazon SageMaker AI will train models for ${who.toLowerCase()} that decide which ${cases} are ${flagged}.`,
  ])
  const metrics = ['recall', 'precision', 'accuracy', 'specificity', 'f1'] as const
  return {
    stem: `${opening} About one of ${base.negatives + 1} ${cases} is ${hit}. ${cost} How should the best model be chosen?`,
    need: missesCount ? { recall: 0.82, precision: 0 } : { recall: 0, precision: cautious - 0.01 },
    deeds: metrics
      .filter((metric) => missesCount || metric !== 'specificity')
      .map((metric) => {
        const state = chosenBy(metric, candidates)
        return {
          means: metric,
          text: way(metricNames[metric]),
          why: `${meanings[metric]} In a typical set of models, the one that it favors has a recall of about ${percent(state, 'recall')} and a precision of ${percent(state, 'precision')}.`,
          state,
        }
      }),
  }
}
