// Executable models of cloud services as others may use them: the package's `/cloud`. What is not named here may change without notice.

export type { Result } from '../kernel/result.ts'
export { type Calculation, calculations, type NumberOutOfRange } from './capacity/calculations.ts'
export {
  type CloudFact,
  type CloudFactId,
  type CloudFacts,
  cloudFactIds,
  type FactValues,
  factValues,
} from './cloud-facts.ts'
export { type CompiledPattern, compilePattern } from './events/compile-pattern.ts'
export { compileFilterPolicy, type FilterScope } from './events/filter-policy.ts'
export { type EventCaseRefused, matchCase } from './events/match-case.ts'
export { type Message, type MessageMalformed, messageEvent } from './events/message-event.ts'
export type { EventTest, PatternFinding, PatternRefused } from './events/types.ts'
export { decideRequest } from './iam/decide.ts'
export { type CaseMalformed, readCase } from './iam/read-case.ts'
export { type CompiledSituation, compileSituation } from './iam/situation.ts'
export type {
  ActionCatalogue,
  ActionFacts,
  Because,
  ContextValue,
  Effect,
  IamCase,
  IamDecision,
  IamRequest,
  IamSituation,
  PolicyFinding,
  PolicyLayer,
  PolicyMalformed,
} from './iam/types.ts'
export { isJsonList, isJsonObject, type Json, type JsonObject } from './json.ts'
export {
  type Address,
  type Cidr,
  type CidrMalformed,
  contains,
  covers,
  formatAddress,
  formatCidr,
  overlaps,
  parseAddress,
  parseCidr,
} from './network/cidr.ts'
export { compileNetwork, type NetworkInvalid } from './network/compile-network.ts'
export { type NetworkFacts, networkFactIds } from './network/network-facts.ts'
export {
  planSubnets,
  type SubnetPlan,
  type SubnetPlanReport,
  subnetPlanShape,
} from './network/plan-subnets.ts'
export { reachQuestionShape, topologyShape } from './network/topology-shape.ts'
export { traceConnection } from './network/trace-connection.ts'
export type { Hop, HopKind, Leg, ReachAnswer, ReachQuestion, Topology } from './network/types.ts'
export { describeFault, readShape, type Shape, type ShapeFault, type ShapeMalformed } from './shape.ts'
export { checkDefinition } from './states/check/check-definition.ts'
export type { DefinitionFinding } from './states/check/findings.ts'
export { runCase, type StatesCaseRefused } from './states/run-case.ts'
export { type ExecutionOptions, runExecution } from './states/run-execution.ts'
export type { Execution, HistoryEvent, QueryLanguage, TaskOutcome, TaskResponses } from './states/types.ts'
export { type SettingRefused, type Simulation, simulations } from './time/simulations.ts'
