import { servesLanguage } from '../catalogue/windows.ts'
import type { Planning } from './planning.ts'
import type { LegReading } from './route.ts'
import type { WalkedLeg } from './walk.ts'
import { counted, dollars, namesOf } from './words.ts'

function associateAdvice(
  { catalogue, model, profile }: Planning,
  { step }: WalkedLeg,
  passed: readonly string[],
) {
  const { certification } = step.candidate
  const foundation = model.certifications[certification.id]?.foundation
  if (!foundation || certification.tier === 'associate') return []
  const known = [...profile.held.map(({ certificationId }) => certificationId), ...passed].filter((id) =>
    foundation.anyOf.includes(id),
  )
  const level = certification.tier === 'specialty' ? 'a Specialty' : 'a Professional'
  const have =
    known.length > 0
      ? `You bring ${namesOf(catalogue, known)}.`
      : `You bring ${counted(profile.awsYears, 'year')} on AWS instead; check yourself against ${namesOf(catalogue, foundation.anyOf.slice(0, 1))} before you book.`
  return [`Associate-level knowledge is advised before ${level}. ${have}`]
}

function languageAdvice({ model, profile }: Planning): readonly string[] {
  if (!servesLanguage('en', profile.language)) {
    return ['In a translated exam the English text of an item can be shown beside it.']
  }
  return profile.englishSecondLanguage
    ? [
        `English is not your first language: ask for ${model.calendar.secondLanguageMinutes.value} minutes more, once, before you book. It then holds for later bookings too.`,
      ]
    : []
}

const bookingAdvice = ({ step }: WalkedLeg): string =>
  `A booking can be moved twice without cost until 24 hours before; later than that, or not shown up, the fee of ${dollars(step.window.feeUsd)} is lost.`

/**
 * Lists advice for a leg: Associate before Specialty or Professional, the accommodation to ask for, what a booking allows.
 *
 * @param passed ids of the certifications passed earlier on the route
 * @example adviceFor(planning, leg, []).at(-1)?.startsWith('A booking') // true
 */
export const adviceFor = (
  planning: Planning,
  leg: WalkedLeg,
  passed: readonly string[],
): readonly string[] => [
  ...associateAdvice(planning, leg, passed),
  ...languageAdvice(planning),
  bookingAdvice(leg),
]

/**
 * Lists what to read for a leg, by content domain of the version that is sat.
 *
 * @example readingFor(planning, leg)[0]?.domain // 1
 */
export function readingFor({ model }: Planning, { step }: WalkedLeg): readonly LegReading[] {
  const { candidate, window } = step
  const table = model.certifications[candidate.certification.id]!
  return window.version.domains.map(({ number, name, weightPercent }) => {
    const reading = table.reading.find(({ domain }) => domain === number)
    return {
      domain: number,
      name,
      weightPercent,
      documents: (reading?.documents ?? []).map((id) => model.documents[id]!),
    }
  })
}
