import type { Json, JsonObject } from '../cloud/json.ts'
import type { CalendarDate } from '../kernel/calendar-date.ts'
import type { Instant } from '../kernel/instant.ts'

/** The levels of the vendor's programme at which labs stand. */
export type LabTier = 'foundational' | 'associate' | 'professional' | 'specialty'

/** The models that can be asked about a person's files. */
export const probeNames = [
  'iam',
  'events',
  'network',
  'network-template',
  'states',
  'table',
  'lifecycle',
  'alarm',
  'stack-update',
  'guard',
  'cedar',
  'escalation',
  'code',
  'size',
  'value',
] as const

/** The name of a model that answers a lab's cases. */
export type ProbeName = (typeof probeNames)[number]

/**
 * How one value of a personal variant is drawn: an account id, one of a list, a whole number (`integer: [least, most]`
 * in steps), some of a list without repetition, hexadecimal digits behind a prefix, or a text filled from values before it.
 */
export type VariantDraw =
  | { readonly account: true }
  | { readonly pick: readonly Json[] }
  | { readonly integer: readonly [number, number]; readonly step?: number }
  | { readonly sample: readonly Json[]; readonly count: number }
  | { readonly hex: number; readonly prefix?: string }
  | { readonly text: string }

/** Draws by the name under which the value is used, in order. */
export type VariantPlan = Readonly<Record<string, VariantDraw>>

/** Values of one variant by name; `{{name}}` in a text of the lab stands for them. */
export type VariantValues = Readonly<Record<string, Json>>

/** What the answer to a case must be: the value itself, or a bound on a number. */
export type Expectation = Json | { readonly atMost: number } | { readonly atLeast: number }

/** One case as the lab writes it, with `{{name}}` where the variant fills in. */
export type CaseTemplate = {
  readonly title: string
  readonly ask: JsonObject
  readonly expect: Expectation
  /** Where it differs from the lab's own. */
  readonly probe?: ProbeName
}

/** Hidden cases: `count` of them, each with values of its own for `vary`. */
export type HiddenCases = CaseTemplate & { readonly count: number; readonly vary: VariantPlan }

/** Something that the finished work must do (`work`), or must keep impossible (`denied`). */
export type Requirement = {
  readonly id: string
  readonly text: string
  readonly must: 'work' | 'denied'
  /** Points of the lab's total. */
  readonly weight: number
  /** Members that every case of this requirement shares. */
  readonly ask?: JsonObject
  readonly cases: readonly CaseTemplate[]
  readonly hidden: readonly HiddenCases[]
}

/** The languages of a lab's files. */
export type FileLanguage = 'json' | 'yaml' | 'javascript' | 'guard' | 'cedar'

/** Kinds of documents whose grammar is checked as the person writes. */
export const fileKinds = [
  'identity-policy',
  'resource-policy',
  'boundary',
  'scp',
  'rcp',
  'event-pattern',
  'state-machine',
  'network',
  'template',
  'other',
] as const

/** What a file holds. */
export type FileKind = (typeof fileKinds)[number]

/** A file that the person writes, with the text it starts from; `note` says what it is. */
export type LabFile = {
  readonly path: string
  readonly language: FileLanguage
  readonly holds: FileKind
  readonly note: string
  readonly start: string
}

/** A page of documentation, and the day on which it was read. */
export type LabReference = { readonly title: string; readonly url: string; readonly checked: CalendarDate }

/** A lab as its folder defines it. It holds what every hidden case expects, so it never reaches a face. */
export type Lab = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly summary: string
  readonly tier: LabTier
  readonly exams: readonly { readonly examCode: string; readonly domains: readonly number[] }[]
  readonly minutes: number
  readonly probe: ProbeName
  readonly situation: string
  readonly variant: VariantPlan
  readonly files: readonly LabFile[]
  /** Members that every case shares. */
  readonly ask: JsonObject
  readonly requirements: readonly Requirement[]
  readonly hints: readonly string[]
  readonly references: readonly LabReference[]
}

/** One question to a model with the answer it must give. `ask` still names files where their content goes. */
export type LabCase = {
  readonly requirementId: string
  readonly title: string
  readonly visible: boolean
  readonly probe: ProbeName
  readonly ask: JsonObject
  readonly expect: Expectation
}

/** What a person is shown of a lab: their variant, and of the matrix only what is visible. */
export type PresentedLab = Pick<
  Lab,
  'id' | 'code' | 'title' | 'summary' | 'tier' | 'exams' | 'minutes' | 'situation' | 'files' | 'references'
> & {
  readonly requirements: readonly (Pick<Requirement, 'id' | 'text' | 'must' | 'weight'> & {
    readonly cases: readonly string[]
    readonly hiddenCases: number
  })[]
  readonly hints: number
}

/** A person's files: texts by path. */
export type LabFiles = Readonly<Record<string, string>>

/** Something wrong in a file; `line` counts from 1 and is null where it is not known. */
export type FileFinding = {
  readonly path: string
  readonly line: number | null
  readonly level: 'error' | 'warning'
  readonly text: string
}

/** A file as read: its value where it could be parsed (a file of code has none), else why not. */
export type ReadFile = {
  readonly text: string
  readonly value: Json | undefined
  readonly finding: FileFinding | null
}

/** A person's files as read, by path. */
export type ReadFiles = Readonly<Record<string, ReadFile>>

/** What a model answered, and what decided it in words: the statement, the hop, the field, the state. */
export type ProbeAnswer = { readonly answer: Json; readonly because: string }

/** A case with what came out. */
export type CaseResult = {
  readonly title: string
  readonly passed: boolean
  readonly expected: string
  readonly actual: string
  readonly because: string
}

/** How one requirement stands. `failed` holds the first hidden case that went wrong, where no visible one did. */
export type RequirementResult = {
  readonly id: string
  readonly text: string
  readonly must: 'work' | 'denied'
  readonly weight: number
  readonly earned: number
  readonly visible: { readonly passed: number; readonly total: number }
  readonly hidden: { readonly passed: number; readonly total: number }
  readonly cases: readonly CaseResult[]
  readonly failed: CaseResult | null
}

/** What a report rests on: hashes of the lab's definition and of the facts, and the version of the models. */
export type LabVersions = { readonly lab: string; readonly facts: string; readonly models: string }

/** The outcome of one check. Practice evidence: points, never an exam score. */
export type LabReport = {
  readonly labId: string
  readonly title: string
  readonly seed: string
  readonly earned: number
  readonly possible: number
  readonly complete: boolean
  readonly requirements: readonly RequirementResult[]
  readonly findings: readonly FileFinding[]
  readonly versions: LabVersions
}

/** A person's work on one variant of a lab. The definition is kept with it, so that it replays when the lab changes. */
export type LabAttempt = {
  readonly labAttemptId: string
  readonly candidateId: string
  readonly lab: Lab
  readonly seed: string
  readonly startedAt: Instant
}

/** What happens in an attempt, in order: files are checked, a hint is taken. */
export type LabEvent =
  | {
      readonly kind: 'checked'
      readonly at: Instant
      readonly files: LabFiles
      readonly report: LabReport
    }
  | { readonly kind: 'hint'; readonly at: Instant; readonly hint: number }
