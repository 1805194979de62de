import type { ContentDomain, ExamVersion } from '../catalogue/types.ts'
import { sampleBlueprint } from './pool.fixture.ts'

const domains: readonly ContentDomain[] = sampleBlueprint.domains.map((domain) => ({
  ...domain,
  tasks: domain.tasks.map((number) => ({ number, text: `Task ${number}` })),
}))

/** An exam version with every fact known; `changes` replace what a test is about. */
export const makeVersion = (changes: Partial<ExamVersion> = {}): ExamVersion => ({
  examCode: 'TST-C01',
  certificationId: 'test',
  nameAtTheTime: null,
  availableFrom: null,
  lastExamDate: null,
  registrationFrom: null,
  languages: ['en'],
  languageRetirements: [],
  totalItems: 65,
  scoredItems: 50,
  unscoredItems: 15,
  durationMinutes: 130,
  feeUsd: 150,
  cutScore: 720,
  itemKinds: ['multiple-choice', 'multiple-response'],
  itemKindsHistory: [],
  domains,
  scopeNews: null,
  beta: null,
  guideVersion: null,
  confidence: { dates: 'secondary', format: 'secondary', weights: 'secondary', tasks: 'secondary' },
  notes: [],
  sourceIds: [],
  ...changes,
})
