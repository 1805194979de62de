import type { TierId } from '../catalogue/types.ts'
import type { Profile } from './profile.ts'
import type { CertificationModel, ExperienceBand, RouteModel, SharedSkill } from './route-model.ts'

/** How the median hours of a certification come about for a profile; factors multiply. */
export type Background = {
  readonly band: ExperienceBand
  readonly audienceFactor: number
  readonly stackFactor: number
  /** Hours for someone like this who has nothing to share yet. */
  readonly medianHours: number
}

const reaches = (years: number, from: number | null): boolean => from !== null && years >= from

/**
 * The experience band of a profile for a tier: the first whose years on AWS or in IT are reached.
 *
 * @throws RangeError when no band fits; the loader refuses such a model
 * @example bandOf({ ...profile, awsYears: 0, itYears: 0 }, model, 'associate').id // 'new'
 */
export function bandOf(profile: Profile, model: RouteModel, tier: TierId): ExperienceBand {
  const band = model.experience.find(({ from }) => {
    const { awsYears, itYears } = from[tier]
    return reaches(profile.awsYears, awsYears) || reaches(profile.itYears, itYears)
  })
  if (band === undefined) throw new RangeError(`No experience band of the model fits tier ${tier}.`)
  return band
}

/**
 * Median hours by background: median * band multiplier * audience factor * (1 - share of a full stack * match).
 *
 * @param stackMatch share of the content that the stack covers, 0 to 1
 * @example backgroundOf(profile, model, { certification: model.certifications['cloud-practitioner']!, tier: 'foundational', stackMatch: 0 }).medianHours > 0 // true
 */
export function backgroundOf(
  profile: Profile,
  model: RouteModel,
  of: { readonly certification: CertificationModel; readonly tier: TierId; readonly stackMatch: number },
): Background {
  const { certification, tier, stackMatch } = of
  const band = bandOf(profile, model, tier)
  const audienceFactor = certification.audience.includes(profile.role) ? model.hours.audience.value : 1
  const stackFactor = 1 - model.hours.stack.value * stackMatch
  return {
    band,
    audienceFactor,
    stackFactor,
    medianHours: certification.hours.median * band.multiplier * audienceFactor * stackFactor,
  }
}

const newBand = 'new'

/**
 * The shared skills that help a certification in an experience band.
 *
 * @example skillsHelping(model, 'no-such-id', band) // []
 */
export const skillsHelping = (
  model: RouteModel,
  id: string,
  band: Pick<ExperienceBand, 'id'>,
): readonly SharedSkill[] =>
  model.sharedSkills.filter(({ helps, onlyNew }) => helps === id && (!onlyNew || band.id === newBand))

/**
 * The share of hours that is left once other certifications are known: the product of (1 - removed), never below the least.
 *
 * @param removed shares removed, each 0 to 1
 * @param least least share left, 0 to 1
 * @example shareLeft([0.2, 0.5], 0.3) // 0.4
 */
export const shareLeft = (removed: readonly number[], least: number): number =>
  Math.max(
    least,
    removed.reduce((left, share) => left * (1 - share), 1),
  )
