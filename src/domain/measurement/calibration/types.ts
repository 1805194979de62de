import type { ItemParameters } from '../model/item-parameters.ts'
import type { PartialCreditParameters } from '../model/partial-credit.ts'

/** How an item is modelled. All `1pl` items of a calibration share one slope. */
export type ItemModel = '1pl' | '2pl' | '3pl' | '4pl' | 'gpcm'

/** A normal prior: mean and standard deviation. */
export type NormalPrior = { readonly mean: number; readonly sd: number }

/** A beta prior on an asymptote, density proportional to x^(alpha - 1) (1 - x)^(beta - 1). */
export type BetaPrior = { readonly alpha: number; readonly beta: number }

/** What is believed of an item before its responses are seen; what is not named has a flat prior. */
export type ItemPriors = {
  /** On ln a; keeps a above 0. */
  readonly logA?: NormalPrior
  /** On b, or on every step of a partial-credit item. */
  readonly b?: NormalPrior
  readonly c?: BetaPrior
  readonly d?: BetaPrior
}

/** One item of a calibration. */
export type ItemSetup = {
  readonly model: ItemModel
  readonly priors?: ItemPriors
  /** Bank values of an anchor: kept as they are. */
  readonly fixed?: ItemParameters | PartialCreditParameters
  /** Asymptotes of models that do not estimate them; 0 and 1 unless told. */
  readonly c?: number
  readonly d?: number
  /** Highest score of a partial-credit item. */
  readonly maximum?: number
}

/** The ability distribution of one group; `free` parts are estimated. */
export type GroupSetup = { readonly mean: number | 'free'; readonly sd: number | 'free' }

/** Which E-step runs: `byte-table` takes any data, `s-grid` complete-by-form 1PL and 2PL data, `sparse` lists. */
export type KernelName = 'byte-table' | 's-grid' | 'sparse'

/** How a calibration is done. Only `items` must be given. */
export type CalibrationOptions = {
  /** One setup for each item, or one for all. */
  readonly items: readonly ItemSetup[] | ItemSetup
  /** Group of each person, from 0; all in group 0 unless told. */
  readonly groups?: ArrayLike<number>
  /**
   * Ability distribution of each group. Unless told, group 0 is N(0, 1) and the others are free; with anchors
   * (`fixed` items) every group is free.
   */
  readonly latent?: readonly GroupSetup[]
  /** How often each row counts; 1 unless told. */
  readonly weights?: ArrayLike<number>
  /** The slope of all 1PL items; estimated unless told. */
  readonly slope?: number
  /** Number and range of the quadrature nodes: 61 on -6 to 6. */
  readonly nodes?: number
  readonly range?: readonly [low: number, high: number]
  /** Largest change of a parameter, and of the log-likelihood relative to itself, at which the search ends: 1e-6. */
  readonly tolerance?: number
  /** E-steps after which the search gives up: 2,000. */
  readonly maximumSteps?: number
  readonly standardErrors?: 'oakes' | 'cross-product' | 'none'
  readonly kernel?: KernelName
}

/** Estimates of one dichotomous item with standard errors (0 for what was not estimated) and the covariance of (a, b). */
export type CalibratedItem = {
  readonly model: ItemModel
  readonly parameters: ItemParameters
  readonly standardErrors: ItemParameters | null
  readonly covarianceAB: number | null
  /** The steps of a partial-credit item, for which `parameters.b` is the mean step and c = 0, d = 1. */
  readonly steps?: { readonly values: readonly number[]; readonly standardErrors: readonly number[] | null }
}

/** Estimated ability distribution of a group. */
export type CalibratedGroup = {
  readonly mean: number
  readonly sd: number
  readonly standardErrors: { readonly mean: number; readonly sd: number } | null
}

/** What a calibration found. */
export type Calibration = {
  readonly items: readonly CalibratedItem[]
  readonly groups: readonly CalibratedGroup[]
  /** Marginal log-likelihood of the responses at the estimates. */
  readonly logLikelihood: number
  /** The same plus the log prior densities, up to a constant: what was maximised. */
  readonly logPosterior: number
  /** Number of estimated parameters. */
  readonly parameters: number
  readonly converged: boolean
  /** E-steps taken. */
  readonly steps: number
  /** Log-posterior after each accepted step. */
  readonly path: readonly number[]
  readonly kernel: KernelName
}

/** Where a running calibration stands. */
export type CalibrationProgress = {
  readonly step: number
  readonly logPosterior: number
  readonly change: number
}

/** Why data cannot be calibrated: items (by position) to which the model gives no finite maximum. */
export type CalibrationRefusal =
  | { readonly code: 'no-responses' }
  | { readonly code: 'item-never-varies'; readonly items: readonly number[] }
