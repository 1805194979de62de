// The measurement library as others may use it: the package's `/measurement`. What is not named here may change without notice.

export { fail, ok, type Result } from '../kernel/result.ts'
export { type SeededRandom, seededRandom, shuffle } from '../kernel/seeded-random.ts'
export { type Ability, observe, probabilityAbove, startAbility } from './adaptive/ability.ts'
export { type AdaptiveBank, type AdaptiveItem, prepareBank } from './adaptive/bank.ts'
export {
  calibrateExposure,
  controlExposure,
  countSession,
  type ExposureControl,
  type ExposureCounts,
  type ExposureTarget,
  isEligible,
  noExposure,
  openExposure,
} from './adaptive/exposure.ts'
export {
  type ItemValue,
  valueByExpectedVariance,
  valueByInformation,
  valueByKullbackLeibler,
} from './adaptive/item-value.ts'
export { type EndedSession, runSession } from './adaptive/run-session.ts'
export { selectItem } from './adaptive/select-item.ts'
export {
  type AdaptiveSession,
  type AdaptiveTestPlan,
  countContent,
  decideSessionStop,
  recordResponse,
  type SelectionRule,
  type ShadowRules,
  startSession,
} from './adaptive/session.ts'
export { type Classification, decideStop, type StopReason, type StopRule } from './adaptive/stopping.ts'
export { calibrate, calibrateStepwise } from './calibration/calibrate.ts'
export { estimatePriors } from './calibration/estimate-priors.ts'
export { type AnchorDrift, type DriftReport, findDrift } from './calibration/find-drift.ts'
export { defaultPriors } from './calibration/priors.ts'
export type {
  BetaPrior,
  CalibratedGroup,
  CalibratedItem,
  Calibration,
  CalibrationOptions,
  CalibrationProgress,
  CalibrationRefusal,
  GroupSetup,
  ItemModel,
  ItemPriors,
  ItemSetup,
  KernelName,
  NormalPrior,
} from './calibration/types.ts'
export { bootstrapErrors, resampleFrequencies } from './equating/bootstrap.ts'
export {
  chooseEquatingMethod,
  type EquatingMethod,
  type EquatingSituation,
} from './equating/choose-method.ts'
export {
  type ArcPoints,
  applyCircleArc,
  type CircleArc,
  fitCircleArc,
  type ScorePair,
} from './equating/circle-arc.ts'
export {
  type AnchoredEquating,
  type AnchoredMoments,
  type AnchoredScore,
  type AnchorKind,
  anchoredMoments,
  chainThroughAnchor,
  equateLevine,
  equateLevineTrueScores,
  equateTucker,
} from './equating/common-items.ts'
export {
  buildConversionTable,
  type ConversionPlan,
  type ConversionRow,
  type ConversionTable,
  convertRawScore,
} from './equating/conversion-table.ts'
export { chainByRank, equateByRank, equipercentileStandardError } from './equating/equipercentile.ts'
export {
  type ConversionFinding,
  canonicalText,
  checkConversionTable,
  type FrozenConversionTable,
  freezeConversionTable,
  type HashText,
} from './equating/freeze-conversion.ts'
export { equateObservedScores, equateTrueScore, expectedFrequencies } from './equating/item-response.ts'
export { applyLine, type Line } from './equating/line.ts'
export { type SmoothedFrequencies, smoothLogLinearly } from './equating/log-linear.ts'
export { equateLinearly, equateMeans, linearStandardError } from './equating/random-groups.ts'
export {
  abilityAt,
  checkScale,
  type ReportingScale,
  rawCutAt,
  rawCutThrough,
  reportingScale,
  scaleAbility,
  scaleRawScore,
} from './equating/reporting-scale.ts'
export {
  countScores,
  type FrequencyMoments,
  highestPossibleScore,
  momentsOf,
  possibleScores,
  type ScoreFrequencies,
} from './equating/score-frequencies.ts'
export { type FamilyParameters, fitFamily, newSibling, usualFamilyPrior } from './family-parameters.ts'
export type { FamilyPrior, SiblingResponse } from './family-posterior.ts'
export { type CurveLinkOptions, linkHaebara, linkStockingLord } from './linking/curve-links.ts'
export { linkMeanMean, linkMeanSigma } from './linking/moment-links.ts'
export {
  type AnchorDisplacement,
  type CommonItems,
  linkAbility,
  linkParameters,
  measureDisplacement,
  type ScaleLink,
} from './linking/scale-link.ts'
export { informationAt, informationDerivative, testInformation } from './model/information.ts'
export { fromScale, type ItemParameters, itemParameters } from './model/item-parameters.ts'
export {
  categoryProbabilities,
  logCategoryProbabilities,
  type PartialCreditParameters,
  partialCreditInformation,
  partialCreditMoments,
  partialCreditScoreFunction,
  type ScoreMoments,
} from './model/partial-credit.ts'
export {
  logProbability,
  type ProbabilityDerivatives,
  probabilityCorrect,
  probabilityDerivatives,
  probabilityGradient,
  probabilityWrong,
} from './model/probability.ts'
export { equalNodes, normalQuadrature, type Quadrature, type QuadratureOptions } from './model/quadrature.ts'
export {
  missing,
  type ResponseMatrix,
  responseMatrix,
  type SparseResponses,
  toSparse,
} from './model/response-matrix.ts'
export { type Slopes, scoreFunction } from './model/score-function.ts'
export { expectedScore, thetaAtExpectedScore } from './model/test-characteristic.ts'
export {
  type CalibrationRecord,
  type Outcome,
  type ReliabilityBin,
  recordCalibration,
  reliabilityBins,
} from './readiness/calibration-record.ts'
export { type Growth, growAbility, usualGrowth } from './readiness/growth.ts'
export { type PassPrediction, passCurve, predictPass } from './readiness/predict-pass.ts'
export {
  claimFor,
  correctForReporting,
  fitRecalibration,
  type KeptPrediction,
  outcomesNeeded,
  type ReadinessClaim,
  type Recalibration,
  recalibrate,
} from './readiness/recalibration.ts'
export { type PracticeResponse, type TrackedAbility, trackAbility } from './readiness/track-ability.ts'
export { expectedCurve, type UncertainItem } from './readiness/uncertain-item.ts'
export type { AbilityItem, ItemScores } from './scoring/ability-terms.ts'
export {
  type AbilityEstimate,
  type AbilityMethod,
  type AbilityOptions,
  estimateAbility,
  estimateEap,
  estimateMap,
  estimateMle,
  estimateWle,
  summarisePosterior,
} from './scoring/estimate-ability.ts'
export { type AbilityPrior, makePosterior, posteriorGrid, standardPrior } from './scoring/posterior-grid.ts'
export { type DomainScore, fewestForEstimate, scoreByDomain } from './scoring/score-by-domain.ts'
export type { Behaviour } from './simulation/behaviour.ts'
export { drawBeta, drawNormal } from './simulation/draws.ts'
export { type AdaptivePlan, simulateAdaptive } from './simulation/simulate-adaptive.ts'
export { type ItemPopulation, simulateItems } from './simulation/simulate-items.ts'
export { type PeoplePopulation, simulatePeople } from './simulation/simulate-people.ts'
export {
  type OccasionPlan,
  type SimulatedOccasion,
  simulateOccasion,
  simulateOccasions,
} from './simulation/simulate-responses.ts'
export {
  type AngoffRatings,
  type AngoffRounds,
  type AngoffStandard,
  carryToAbility,
  type RoundChange,
  setAngoffStandard,
  setAngoffStandardInRounds,
} from './standard-setting/angoff.ts'
export {
  type BookletPage,
  type BookmarkCriterion,
  type BookmarkStandard,
  locateItem,
  orderBooklet,
  setBookmarkStandard,
} from './standard-setting/bookmark.ts'
export {
  type BeukJudgement,
  type CompromiseStandard,
  type HofsteeJudgement,
  type HofsteeRefusal,
  passRateAt,
  setBeukStandard,
  setHofsteeStandard,
} from './standard-setting/compromise.ts'
export { type ConditionalDif, conditionalDif, conditionalFits } from './statistics/conditional-fit.ts'
export { type Curve, characteristicCurve, informationCurve, observedCurve } from './statistics/curves.ts'
export { type DecisionOptions, type DecisionQuality, decisionQuality } from './statistics/decision-quality.ts'
export { analyseOptions, type OptionStatistics } from './statistics/distractor-analysis.ts'
export {
  binomialTail,
  chiSquareTail,
  normalCdf,
  normalDensity,
  normalQuantile,
} from './statistics/distributions.ts'
export { type Expectation, expectFromOthers, type Populations } from './statistics/expect-from-others.ts'
export {
  type FitEvidence,
  type FitGate,
  type FitReport,
  type FitVerdict,
  type GateFinding,
  judgeFit,
} from './statistics/fit-gates.ts'
export { holm } from './statistics/holm.ts'
export { type ItemStatistics, itemStatistics } from './statistics/item-statistics.ts'
export { type EstimatedParameters, type ModelFit, modelFit } from './statistics/m2.ts'
export {
  classifyDif,
  type DifClass,
  differentialFunctioning,
  type MantelHaenszel,
  type MatchedTable,
  mantelHaenszel,
} from './statistics/mantel-haenszel.ts'
export { type EstimateWithError, type ParameterDrift, parameterDrift } from './statistics/parameter-drift.ts'
export { largestQ3, type ResidualCorrelation, residualCorrelations } from './statistics/q3.ts'
export { type Reliability, reliability } from './statistics/reliability.ts'
export { type ItemFit, itemFits } from './statistics/s-x2.ts'
export {
  marginalScoreDistribution,
  scoreDistribution,
  scoreDistributionAt,
} from './statistics/score-distribution.ts'
export { chiSquareUniform } from './statistics/uniformity.ts'
export { upperTail } from './statistics/upper-tail.ts'
export { wilsonInterval } from './statistics/wilson-interval.ts'
