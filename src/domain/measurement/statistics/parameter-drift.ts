import type { ItemParameters } from '../model/item-parameters.ts'
import { chiSquareTail } from './distributions.ts'

/** Estimates of an item from one calibration, with what is needed to compare them. */
export type EstimateWithError = {
  readonly parameters: ItemParameters
  readonly standardErrors: ItemParameters
  readonly covarianceAB: number
}

/** How far an item moved between two calibrations on one scale. */
export type ParameterDrift = {
  readonly changeA: number
  readonly changeB: number
  /** Change of b over its standard error. */
  readonly zB: number
  /** Joint test of (a, b): χ² on two degrees of freedom, on one when only b was estimated. */
  readonly chiSquare: number
  readonly p: number
  /** Over 3 standard errors and over 0.3 in b. */
  readonly drifted: boolean
}

const limits = { standardErrors: 3, change: 0.3 }

/**
 * Compares an item's estimates from two independent calibrations on the same scale (Lord's χ²). Bank values without errors have
 * standard errors and covariance 0.
 *
 * @see Lord (1980), Applications of item response theory, section 14.4
 * @example parameterDrift({ parameters: { a: 1, b: 0, c: 0, d: 1 }, standardErrors: { a: 0.1, b: 0.1, c: 0, d: 0 }, covarianceAB: 0 },
 *   { parameters: { a: 1, b: 0.5, c: 0, d: 1 }, standardErrors: { a: 0.1, b: 0.1, c: 0, d: 0 }, covarianceAB: 0 }).drifted // true
 */
export function parameterDrift(before: EstimateWithError, after: EstimateWithError): ParameterDrift {
  const changeA = after.parameters.a - before.parameters.a
  const changeB = after.parameters.b - before.parameters.b
  const aa = before.standardErrors.a ** 2 + after.standardErrors.a ** 2
  const bb = before.standardErrors.b ** 2 + after.standardErrors.b ** 2
  const ab = before.covarianceAB + after.covarianceAB
  const zB = changeB / Math.sqrt(bb)
  const joint = aa > 0
  const chiSquare = joint
    ? (bb * changeA ** 2 - 2 * ab * changeA * changeB + aa * changeB ** 2) / (aa * bb - ab * ab)
    : zB * zB
  const drifted = Math.abs(zB) > limits.standardErrors && Math.abs(changeB) > limits.change
  return { changeA, changeB, zB, chiSquare, p: chiSquareTail(chiSquare, joint ? 2 : 1), drifted }
}
