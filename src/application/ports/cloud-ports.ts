import type { ActionCatalogue } from '../../domain/cloud/iam/types.ts'
import type { JsonObject } from '../../domain/cloud/json.ts'
import type { UpdateBehaviour } from '../../domain/cloud/templates/update-behaviour.ts'
import type { Result } from '../../domain/kernel/result.ts'

/** A text that is no template: where it breaks (line from 1) and why. */
export type TemplateUnreadable = {
  readonly code: 'template-unreadable'
  readonly line: number
  readonly reason: string
}

/** One action of a service as its authors list it: names of resource types and condition keys. */
export type ListedAction = {
  readonly name: string
  readonly accessLevel: string
  readonly resourceTypes: readonly string[]
  readonly conditionKeys: readonly string[]
}

/** The actions of services, read one service at a time when it is first named. */
export type ActionDirectory = {
  /** The actions of a service by name in lower case; nothing for an unknown service. */
  readonly service: (prefix: string) => Promise<ReadonlyMap<string, ListedAction> | undefined>
  /** What the policy model takes: the facts of every action of the named services. */
  readonly catalogue: (prefixes: readonly string[]) => Promise<ActionCatalogue>
}

/** Reference data about cloud services that are too large, or of too strange a form, to be facts. */
export type CloudLibrary = {
  /** What updates of properties do, for common resource types. */
  readonly updateBehaviour: () => UpdateBehaviour
  /** Reads a template, JSON or YAML with the short forms of functions, into the long forms. */
  readonly readTemplate: (text: string) => Result<JsonObject, TemplateUnreadable>
  readonly actions: ActionDirectory
}

/** A Cedar request with the documents that decide it; values are JSON as Cedar writes them. */
export type PolicyQuestion = {
  readonly policies: string | Readonly<Record<string, string>>
  readonly schema?: string | JsonObject
  readonly entities: readonly JsonObject[]
  readonly principal: { readonly type: string; readonly id: string }
  readonly action: { readonly type: string; readonly id: string }
  readonly resource: { readonly type: string; readonly id: string }
  readonly context?: JsonObject
}

/** A decision, the policies that determined it, and errors of single policies, which count as not matching. */
export type PolicyVerdict = {
  readonly decision: 'allow' | 'deny'
  readonly determining: readonly string[]
  readonly errors: readonly { readonly policy: string; readonly text: string }[]
}

/** Documents or a request that the policy language refuses, in its words. */
export type PolicyQuestionRefused = {
  readonly code: 'policy-question-refused'
  readonly reasons: readonly string[]
}

/** Decides requests in the policy language Cedar. */
export type PolicyLanguage = {
  readonly authorize: (question: PolicyQuestion) => Promise<Result<PolicyVerdict, PolicyQuestionRefused>>
  /** What is wrong with policies, and with their use of a schema where one is given; empty when nothing is. */
  readonly check: (documents: Pick<PolicyQuestion, 'policies' | 'schema'>) => Promise<readonly string[]>
}

/** One finding of template validation; `line` counts from 1 and is null where it has none. */
export type TemplateDiagnostic = {
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly resource: string | null
  readonly line: number | null
}

/** A template with, where wanted, the values of its parameters. */
export type TemplateQuestion = {
  readonly template: string
  readonly parameters?: Readonly<Record<string, string>>
}

/** Why a template could not be judged: too slow or too large, waiting behind another, or the engine's own reason. */
export type TemplateNotJudged = {
  readonly code: 'validation-timed-out' | 'validation-busy' | 'validation-failed'
  readonly reason: string
}

/** Validates templates in one process of its own, one at a time. */
export type TemplateValidator = {
  readonly validate: (
    question: TemplateQuestion,
  ) => Promise<Result<readonly TemplateDiagnostic[], TemplateNotJudged>>
  /** Ends the process. */
  readonly stop: () => Promise<void>
}
