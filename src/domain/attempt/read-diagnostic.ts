import { type AdaptiveForm, whyEnded } from '../form/adaptive-form.ts'
import { thetaCut } from '../form/measure-form.ts'
import type { Quadrature } from '../measurement/model/quadrature.ts'
import type { ScoredPlace } from './estimate-score.ts'
import type { DiagnosticResult } from './types.ts'

/** P(theta > cut) of a posterior, each node's weight spread over its half steps. */
function shareAbove({ nodes, weights }: Quadrature, cut: number): number {
  const step = nodes[1]! - nodes[0]!
  return weights.reduce(
    (sum, weight, q) => sum + weight * Math.min(1, Math.max(0, (nodes[q]! - cut) / step + 0.5)),
    0,
  )
}

/**
 * How a diagnostic ended: by its rule, or because the candidate submitted earlier.
 * @param ability posterior from the answered items
 */
export function diagnosticOf(
  form: AdaptiveForm,
  places: readonly ScoredPlace[],
  ability: Quadrature,
): DiagnosticResult {
  const answered = places.filter((place) => place.answered)
  return {
    reason:
      whyEnded(
        form,
        answered.map(({ correct }) => correct),
      ) ?? 'submitted',
    answered: answered.length,
    aboveStandard: Math.round(shareAbove(ability, thetaCut) * 1e4) / 1e4,
  }
}
