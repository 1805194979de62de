import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { deedModel } from '../parts/deeds.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { codesNotFound, oldEditions, tooFarDown, tooFew } from './cases.ts'
import { judgeRetriever, type RetrieverScenario, retrieverTrusts } from './solve.ts'

/** The change after which the right passages reach the model, by recall or precision of what is passed on. */
export const retrievalMetricModel: FamilyModel<RetrieverScenario> = {
  name: 'retrieval-metric',
  title: 'Recall at k and reciprocal rank of a retriever',
  kind: 'multiple-choice',
  placements: placedIn('AIP-C01 5.1', 'AIF-C01 3.4', 'MLA-C02 2.3'),
  cognitive: 'analyse',
  services: ['bedrock'],
  references: [
    documentation(
      'Evaluate the performance of RAG sources using Amazon Bedrock evaluations',
      'bedrock/latest/userguide/evaluation-kb.html',
    ),
    documentation(
      'Configure and customize queries and response generation',
      'bedrock/latest/userguide/kb-test-config.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  ...deedModel({
    situations: [codesNotFound, oldEditions, tooFarDown, tooFew],
    judge: judgeRetriever,
    trusts: retrieverTrusts,
  }),
  features: ({ rendering, need }) => ({ rendering, precision: Number(need.metric === 'precisionAtK') }),
  angoff: ({ rendering, precision = 0 }) => 0.66 - 0.04 * precision - 0.01 * rendering,
}

export const retrievalMetric = familyOf(retrievalMetricModel)
