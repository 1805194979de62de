import type { Award } from '../../src/domain/credential/award.ts'
import { instant } from '../../src/domain/kernel/instant.ts'

/** A readiness record of a made-up exam with two domains, as it is kept. */
export const sampleAward = (changes: Partial<Award> = {}): Award => ({
  credentialId: '019aaaaa-0000-7000-8000-000000000001',
  subjectId: 'urn:uuid:019aaaaa-0000-7000-8000-000000000002',
  achievement: {
    achievementId: 'urn:uuid:66c14466-07d8-8441-adcc-8da037c6cb66',
    kind: 'readiness-record',
    name: 'Cairn readiness record: Harbour work (TST-C01)',
    title: 'Harbour work',
    description: 'What a form showed.',
    criteria: 'Sit a form.',
    examCode: 'TST-C01',
    certificationId: 'test',
    tier: 'associate',
    tags: ['practice'],
    alignments: [
      {
        targetName: 'Guide',
        targetUrl: 'https://guide.example/',
        targetFramework: 'Guide',
        targetCode: 'TST-C01',
      },
    ],
    resultDescriptions: [
      {
        id: 'urn:uuid:00000000-0000-8000-a000-000000000001',
        name: 'Scaled score',
        resultType: 'ScaledScore',
        valueMin: 100,
        valueMax: 1000,
        requiredValue: null,
        alignment: null,
      },
      {
        id: 'urn:uuid:00000000-0000-8000-a000-000000000002',
        name: 'Domain 1, Quays: scored items correct',
        resultType: 'RawScore',
        valueMin: 0,
        valueMax: 20,
        requiredValue: null,
        alignment: null,
      },
    ],
  },
  recipient: { email: 'ada@harbour.example' },
  salt: 'salt of this one',
  results: [
    { resultDescription: 'urn:uuid:00000000-0000-8000-a000-000000000001', value: 742 },
    { resultDescription: 'urn:uuid:00000000-0000-8000-a000-000000000002', value: 15 },
  ],
  evidence: [{ name: 'Form', narrative: 'Form one.', genre: 'Exam form', url: null }],
  awardedAt: instant(Date.parse('2026-11-24T09:00:00Z')),
  validFrom: instant(Date.parse('2026-11-24T09:00:00Z')),
  validUntil: instant(Date.parse('2027-11-24T23:59:59Z')),
  ...changes,
})
