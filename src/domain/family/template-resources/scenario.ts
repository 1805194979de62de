import type { Setting } from '../parts/setting.ts'

/** A resource of the template: its logical id and type, a noun for it, and the condition it hangs on (null: none). */
export type DrawnResource = {
  readonly id: string
  readonly type: string
  readonly noun: string
  readonly condition: string | null
}

/** Values of the two parameters, as far as they are passed. */
export type Passed = { readonly stage?: string; readonly flag?: string }

/** Which of the two stacks: the one that somebody complains about, or the other one. */
export type StackName = 'concerned' | 'other'

/**
 * A template with two parameters and three conditions: `isStage` (the stage is `stage`), `both` (`join` of isStage and
 * the flag), `other` (the negation of isStage or of the flag). `negation` is false where the Not is taken out.
 */
export type Setup = {
  readonly names: {
    readonly flag: string
    readonly isStage: string
    readonly both: string
    readonly other: string
  }
  readonly stage: string
  readonly join: 'And' | 'Or'
  readonly negates: 'stage' | 'flag'
  readonly negation: boolean
  readonly defaults: { readonly stage: string; readonly flag: string }
  readonly passed: Readonly<Record<StackName, Passed>>
  readonly resources: readonly DrawnResource[]
}

/** A change of the template or of a deployment that a colleague proposes. */
export type TemplateEdit = { readonly id: string; readonly words: string; readonly change: Partial<Setup> }

/** Two stacks of one template, one of which lacks a resource or has one too many. */
export type TemplateScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly opening: number
  readonly setup: Setup
  /** Stages of the two stacks. */
  readonly stages: Readonly<Record<StackName, string>>
  /** Logical id of the resource that somebody misses or does not want in the stack concerned. */
  readonly subject: string
  readonly isMissing: boolean
  readonly edits: readonly TemplateEdit[]
}
