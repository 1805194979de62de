import type { Json, JsonObject } from '../json.ts'

/** What is wrong with a template and where, as a path such as `Resources.Web.Properties.SubnetId`. */
export type TemplateFinding = { readonly at: string; readonly text: string }

/** A template that cannot be resolved, with everything found. */
export type TemplateInvalid = {
  readonly code: 'template-invalid'
  readonly findings: readonly TemplateFinding[]
}

/**
 * A template as an object (long forms of functions), the values of its parameters, and where it is deployed. Pseudo
 * parameters and zones have plausible values when absent; `imports` gives what other stacks export.
 */
export type TemplateCase = {
  readonly template: JsonObject
  readonly parameters?: Readonly<Record<string, string | number | boolean | readonly string[]>>
  readonly region?: string
  readonly accountId?: string
  readonly stackName?: string
  readonly partition?: string
  readonly availabilityZones?: readonly string[]
  readonly imports?: Readonly<Record<string, string>>
}

/**
 * A resource that exists after deployment. What only the service knows stays in its properties as a reference
 * (`{ "Ref": … }`, `{ "Fn::GetAtt": [… , …] }`, `{ "Fn::ImportValue": … }`, or a join of such parts).
 */
export type ResolvedResource = {
  readonly logicalId: string
  readonly type: string
  readonly properties: JsonObject
  readonly dependsOn: readonly string[]
  readonly deletionPolicy?: string
  readonly updateReplacePolicy?: string
}

/** An output that the stack has, and the name under which it is exported. */
export type ResolvedOutput = { readonly value: Json; readonly exportName?: Json }

/** A resource that a false condition leaves out. */
export type AbsentResource = { readonly logicalId: string } & (
  | { readonly condition: string }
  /** The absent resource that its DependsOn names. */
  | { readonly dependsOn: string }
)

/**
 * What a template means for given parameters: resources that exist, those left out, outputs, the values of conditions, and
 * the order of creation in waves (a wave can be created side by side).
 */
export type ResolvedTemplate = {
  readonly resources: readonly ResolvedResource[]
  readonly absent: readonly AbsentResource[]
  readonly outputs: Readonly<Record<string, ResolvedOutput>>
  readonly conditions: Readonly<Record<string, boolean>>
  readonly creationOrder: readonly (readonly string[])[]
}

/** A value after evaluation; nothing where `AWS::NoValue` stands. */
export type Evaluated = Json | undefined

/** What an evaluation knows, and where it reports. */
export type Scope = {
  readonly values: ReadonlyMap<string, Json>
  readonly mappings: JsonObject
  readonly imports: Readonly<Record<string, string>>
  readonly zones: readonly string[]
  /** The type of a resource that exists, null for one that a condition leaves out, nothing for an unknown one. */
  readonly resourceType: (logicalId: string) => string | null | undefined
  readonly condition: (name: string, at: string) => boolean
  readonly report: (at: string, text: string) => void
}
