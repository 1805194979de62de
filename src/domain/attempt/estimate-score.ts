import { fewestItemsForAnEstimate, scaleOfForm } from '../form/measure-form.ts'
import type { Form, FormItem } from '../form/types.ts'
import { attenuate, type ItemEstimate } from '../measurement/bank/item-estimate.ts'
import {
  buildConversionTable,
  type ConversionTable,
  convertRawScore,
} from '../measurement/equating/conversion-table.ts'
import { type ReportingScale, scaleAbility } from '../measurement/equating/reporting-scale.ts'
import { normalQuadrature, type Quadrature } from '../measurement/model/quadrature.ts'
import { usualGrowth } from '../measurement/readiness/growth.ts'
import { trackAbility } from '../measurement/readiness/track-ability.ts'
import { expectedCurve } from '../measurement/readiness/uncertain-item.ts'
import { scoreByDomain } from '../measurement/scoring/score-by-domain.ts'
import type { ScaledEstimate } from './types.ts'

/** One place of a form with what came of it. */
export type ScoredPlace = { readonly place: FormItem; readonly correct: boolean; readonly answered: boolean }

/** A scaled score with its standard error and 95 % interval, whole numbers within the scale. */
export type FormScore = {
  readonly score: number
  readonly standardError: number
  readonly low: number
  readonly high: number
}

const z95 = 1.959963984540054

function withInterval(score: number, standardError: number, { lowest, highest }: ReportingScale): FormScore {
  const reach = z95 * standardError
  return {
    score,
    standardError: Math.round(standardError * 10) / 10,
    low: Math.max(lowest, Math.round(score - reach)),
    high: Math.min(highest, Math.round(score + reach)),
  }
}

/**
 * The conversion table of a form: the frozen one, or one made of what is left where an item was withdrawn after the form was
 * drawn. Null where the form has none.
 */
export function tableOf({ formId, items, measurement }: Form): ConversionTable | null {
  const frozen = measurement?.conversion ?? null
  if (measurement === undefined || frozen === null) return null
  const scored = measurement.estimates.flatMap(({ parameters }, index) =>
    items[index]?.scored ? [parameters] : [],
  )
  return scored.length === frozen.rows.length - 1
    ? frozen
    : buildConversionTable({ formId, scale: frozen.scale, items: scored })
}

/** The score of a raw score by the form's conversion table; null where the form has none. */
export function convertOnForm(form: Form, raw: number): FormScore | null {
  const table = tableOf(form)
  if (table === null) return null
  const { scaled, standardError } = convertRawScore(table, raw)
  return withInterval(scaled, standardError, table.scale)
}

const estimateAt = ({ measurement }: Form, { position }: FormItem): ItemEstimate | undefined =>
  measurement?.estimates[position - 1]

/** Nodes of every posterior of ability in reports and readiness: theta from -6 to 6 in tenths. */
export const abilityGrid = (population: { readonly mean: number; readonly sd: number }): Quadrature =>
  normalQuadrature({ ...population, count: 121, low: -6, high: 6 })

/** Posterior of ability from the answered items of one form, with the uncertainty of their parameters integrated out. */
export function abilityOnForm(form: Form, places: readonly ScoredPlace[]): Quadrature {
  const prior = abilityGrid(form.measurement?.population ?? { mean: 0, sd: 1 })
  const responses = places.flatMap(({ place, correct, answered }) => {
    const estimate = estimateAt(form, place)
    return !answered || estimate === undefined
      ? []
      : [{ curve: expectedCurve(estimate, prior.nodes), correct, day: 0, exposure: 1 }]
  })
  return trackAbility(responses, { prior, growth: usualGrowth, until: 0 }).posterior
}

/** Mean and standard deviation of a distribution. */
export function momentsOf({ nodes, weights }: Quadrature): { readonly mean: number; readonly sd: number } {
  const mean = nodes.reduce((sum, node, q) => sum + weights[q]! * node, 0)
  const variance = nodes.reduce((sum, node, q) => sum + weights[q]! * (node - mean) ** 2, 0)
  return { mean, sd: Math.sqrt(variance) }
}

/** The score of an ability on the form's scale: an adaptive form has no raw score to convert. */
export function scaleOnForm({ blueprint }: Form, ability: Quadrature): FormScore {
  const scale = scaleOfForm(blueprint.cutScore)
  const { mean, sd } = momentsOf(ability)
  const [low, high] = [scaleAbility(mean - sd, scale), scaleAbility(mean + sd, scale)]
  return withInterval(Math.round(scaleAbility(mean, scale)), (high - low) / 2, scale)
}

/**
 * Estimates by domain from the items of each domain alone, on the scale of the form, with 80 % intervals; only for domains
 * of at least 12 items.
 */
export function estimateDomains(form: Form, places: readonly ScoredPlace[]): Map<number, ScaledEstimate> {
  const { measurement, blueprint } = form
  if (measurement === undefined || places.length < fewestItemsForAnEstimate) return new Map()
  const scale = scaleOfForm(blueprint.cutScore)
  const onScale = (theta: number): number => Math.round(scaleAbility(theta, scale))
  const domains = scoreByDomain(
    places.map(({ correct }) => (correct ? 1 : 0)),
    places.map(({ place }) => attenuate(estimateAt(form, place)!)),
    { domains: places.map(({ place }) => place.item.domain), prior: measurement.population },
  )
  return new Map(
    domains.flatMap(({ domain, estimate }) =>
      estimate === null
        ? []
        : [
            [
              domain,
              { score: onScale(estimate.theta), low: onScale(estimate.low), high: onScale(estimate.high) },
            ],
          ],
    ),
  )
}
