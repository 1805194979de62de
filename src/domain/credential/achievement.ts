import type { Achievement } from './award.ts'
import {
  alignmentToGuide,
  type DomainCounts,
  describeResults,
  type ExamGuide,
  type UriOf,
} from './results.ts'

/** What every practice record says of itself. A test reads it in every format. */
export const practiceLimits =
  'Self-administered and unproctored, on items that are public. Issued by the Cairn installation that marked it, to the person ' +
  'who sat it there.'

/** What every record that follows a vendor's exam guide says of the vendor. */
export const independentOf = (owner: string): string =>
  `Independent of ${owner}, who neither issued nor endorsed this; it is no certificate of theirs.`

/** An exam as far as its achievement needs it. */
export type AchievementExam = {
  readonly certificationId: string
  readonly title: string
  readonly tier: string
  readonly guide: ExamGuide
  readonly domains: readonly DomainCounts[]
  readonly cutScore: number
  readonly validityYears: number
}

const yearsText = (years: number): string => (years === 1 ? 'one year' : `${years} years`)

/** Years for which a readiness record speaks: what is not used fades, and exam versions change. */
export const readinessYears = 1

/** The achievement that a practice exam gives: a record of what it showed, never a certificate. */
export function readinessAchievement(exam: AchievementExam, uriOf: UriOf): Achievement {
  const { title, guide, domains, certificationId, tier } = exam
  const alignment = alignmentToGuide(guide)
  return {
    achievementId: uriOf('achievement'),
    kind: 'readiness-record',
    name: `Cairn readiness record: ${title} (${guide.examCode})`,
    title,
    description:
      `What a full practice form for exam ${guide.examCode} showed. ${practiceLimits} ` +
      `It says how far its holder had come on that day, whatever the score. ${independentOf(guide.owner)}`,
    criteria:
      `Sit a full practice form for exam ${guide.examCode} in exam mode, on the clock, and close it. No score is required. ` +
      `${practiceLimits} It speaks for ${yearsText(readinessYears)} and is renewed, under the same identifier, by sitting another form.`,
    examCode: guide.examCode,
    certificationId,
    tier,
    tags: ['readiness record', 'practice', 'self-administered', 'unproctored', 'public items'],
    alignments: alignment === null ? [] : [alignment],
    resultDescriptions: describeResults(guide, domains, { uriOf, requiredScore: null }),
  }
}

/** The achievement that a pass in an organisation's own programme gives. */
export function programmeAchievement(
  exam: AchievementExam & { readonly issuerName: string; readonly renewedBy: readonly string[] },
  uriOf: UriOf,
): Achievement {
  const { title, guide, domains, certificationId, tier, cutScore, validityYears } = exam
  const alignment = alignmentToGuide(guide)
  const others = exam.renewedBy.length === 0 ? '' : `, or of ${exam.renewedBy.join(', ')}`
  return {
    achievementId: uriOf('achievement'),
    kind: 'programme-credential',
    name: title,
    title,
    description: `A pass in the programme of ${exam.issuerName}, ${tier} tier. ${independentOf(guide.owner)}`,
    criteria:
      `Reach a scaled score of ${cutScore} on a secure form of ${guide.examCode}. Valid for ${yearsText(validityYears)}; ` +
      `renewed, under the same identifier, by a pass in a current exam of ${certificationId}${others}.`,
    examCode: guide.examCode,
    certificationId,
    tier,
    tags: ['programme credential', tier],
    alignments: alignment === null ? [] : [alignment],
    resultDescriptions: describeResults(guide, domains, { uriOf, requiredScore: cutScore }),
  }
}
