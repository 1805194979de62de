import type { Profile } from './profile.ts'
import type { Figure, RouteModel } from './route-model.ts'
import { isRole, type ServiceArea, serviceAreas } from './vocabulary.ts'

/** What one service area of the stack adds: its weight in the profile and its share of the content, both 0 to 1. */
export type StackPart = { readonly area: ServiceArea; readonly weight: number; readonly share: Figure }

/** What a certification is worth to a profile before any route is considered, in points. */
export type Worth = {
  readonly role: Figure | null
  /** The direction's figure; its points already carry the share of a role that is named as direction. */
  readonly direction: Figure | null
  readonly stackParts: readonly StackPart[]
  /** Share of the content that the stack covers, 0 to 1. */
  readonly stackMatch: number
  readonly stackPoints: number
  /** Factor for people who have outgrown the certification, 1 for others. */
  readonly outgrownFactor: number
  /** (role + direction + stack) * outgrown factor. */
  readonly points: number
}

function directionFigure(profile: Profile, model: RouteModel, id: string): Figure | null {
  const { direction } = profile
  if (!isRole(direction)) return model.fields[direction].values[id] ?? null
  const figure = model.roles[direction].values[id]
  return figure === undefined ? null : { ...figure, value: figure.value * model.worth.roleAsDirection.value }
}

function stackPartsOf(profile: Profile, model: RouteModel, id: string): readonly StackPart[] {
  return serviceAreas.flatMap((area) => {
    const weight = profile.stack[area] ?? 0
    const share = model.areas[area].shares[id]
    return weight > 0 && share !== undefined ? [{ area, weight, share }] : []
  })
}

const roleFigure = (profile: Profile, model: RouteModel, id: string): Figure | null =>
  model.roles[profile.role].values[id] ?? null

const personalPoints = (profile: Profile, model: RouteModel, id: string): number =>
  (roleFigure(profile, model, id)?.value ?? 0) + (directionFigure(profile, model, id)?.value ?? 0)

/** The stack is left out of the comparison, so that more weight in an area never lowers a certification tied to it. */
function outgrownFactor(profile: Profile, model: RouteModel, id: string): number {
  const outgrown = model.certifications[id]?.outgrown
  if (!outgrown || profile.awsYears < outgrown.awsYears) return 1
  if (outgrown.inFavourOf === null) return outgrown.factor
  const favoured = personalPoints(profile, model, outgrown.inFavourOf)
  return favoured >= personalPoints(profile, model, id) ? outgrown.factor : 1
}

/**
 * What a certification is worth to a profile: worth = (role + direction + stack) * outgrown factor, in points,
 * where stack = points of a full stack * min(1, sum of weight * share over the service areas).
 *
 * @param id certification id; one that the tables do not name is worth 0
 * @example worthOf({ ...profile, role: 'web-developer', direction: 'cloud-developer', stack: {} }, model, 'developer-associate').points // 95
 */
export function worthOf(profile: Profile, model: RouteModel, id: string): Worth {
  const stackParts = stackPartsOf(profile, model, id)
  const covered = stackParts.reduce((sum, { weight, share }) => sum + weight * share.value, 0)
  const stackMatch = Math.min(1, covered)
  const stackPoints = stackMatch * model.worth.stack.value
  const factor = outgrownFactor(profile, model, id)
  return {
    role: roleFigure(profile, model, id),
    direction: directionFigure(profile, model, id),
    stackParts,
    stackMatch,
    stackPoints,
    outgrownFactor: factor,
    points: (personalPoints(profile, model, id) + stackPoints) * factor,
  }
}

const isBusinessDirection = ({ direction }: Profile, model: RouteModel): boolean =>
  direction === 'business' || (isRole(direction) && !model.roles[direction].technical)

/**
 * True when technical certifications are out of place: a business role that stays in business, or that has no hands-on
 * work yet and names a field rather than a technical role as direction.
 *
 * @example staysNonTechnical({ ...profile, role: 'sales', direction: 'business' }, model) // true
 */
export function staysNonTechnical(profile: Profile, model: RouteModel): boolean {
  if (model.roles[profile.role].technical) return false
  if (isBusinessDirection(profile, model)) return true
  return !isRole(profile.direction) && profile.awsYears < model.worth.handsOnYears.value
}
