import type { Matter } from './scenario.ts'

type Row = readonly [
  place: readonly [who: string, team: string],
  states: readonly [task: string, next: string, does: string],
  input: readonly [subject: string, other: string, ...others: string[]],
  result: readonly [place: string, extra: string, verdict: string, ...verdicts: string[]],
]

const rows: readonly Row[] = [
  [
    ['a bicycle retailer', 'warehouse team'],
    ['CheckStock', 'ReserveItem', 'looks up the stock'],
    ['order', 'channel', 'web', 'store', 'phone'],
    ['stock', 'cost', 'status', 'available', 'backorder'],
  ],
  [
    ['a home-lending start-up', 'underwriting team'],
    ['ScoreApplicant', 'DecideLoan', 'asks for a credit score'],
    ['loan', 'branch', 'north', 'harbour', 'online'],
    ['score', 'income', 'grade', 'low', 'medium', 'high'],
  ],
  [
    ['a clinic network', 'front desk'],
    ['FindSlot', 'InvitePatient', 'searches the calendar'],
    ['referral', 'site', 'east', 'lake', 'central'],
    ['slot', 'physician', 'result', 'found', 'waitlist'],
  ],
  [
    ['a parcel carrier', 'pricing team'],
    ['PriceRoute', 'SendOffer', 'computes a price'],
    ['parcel', 'depot', 'LYS', 'CGN', 'VIE'],
    ['quote', 'margin', 'service', 'express', 'economy'],
  ],
  [
    ['a film archive', 'digitisation unit'],
    ['ReadLabel', 'FileReel', 'reads the label by image recognition'],
    ['reel', 'vault', 'A', 'B', 'cold'],
    ['label', 'donor', 'quality', 'clear', 'faded'],
  ],
  [
    ['a motor insurer', 'claims desk'],
    ['JudgeDamage', 'AssignExpert', 'judges photos of the damage'],
    ['claim', 'region', 'north', 'coast', 'city'],
    ['damage', 'plate', 'level', 'minor', 'severe'],
  ],
  [
    ['a language school franchise', 'exam office'],
    ['GradeEssay', 'IssueReport', 'grades an essay'],
    ['exam', 'school', 'Porto', 'Graz', 'Lund'],
    ['grading', 'examiner', 'level', 'B1', 'B2', 'C1'],
  ],
]

/** Workflows of several trades. */
export const matters: readonly Matter[] = rows.map(
  ([[who, team], [task, next, does], [subject, other, ...others], [place, extra, verdict, ...verdicts]]) => ({
    ...{ who, team, task, next, does, subject, other, others, place, verdict, verdicts, extra },
  }),
)
