import type { Json, JsonObject } from '../json.ts'
import { resolveTemplate } from './resolve-template.ts'
import type { ResolvedTemplate, TemplateCase } from './types.ts'

/** The meaning of a template that must be resolvable. */
export function resolved(given: TemplateCase): ResolvedTemplate {
  const result = resolveTemplate(given)
  if (!result.ok) throw new Error(JSON.stringify(result.error.findings))
  return result.value
}

/** The findings of a template that cannot be resolved, as `place: text`. */
export function findingsOf(given: TemplateCase): readonly string[] {
  const result = resolveTemplate(given)
  return result.ok ? [] : result.error.findings.map(({ at, text }) => `${at}: ${text}`)
}

/** A template whose one resource carries a value, with what stands around it. */
export const holding = (value: Json, around: JsonObject = {}): JsonObject => ({
  ...around,
  Resources: {
    Other: { Type: 'AWS::SNS::Topic' },
    Holder: { Type: 'AWS::SSM::Parameter', Properties: { Value: value } },
  },
})

/** What a value becomes in a deployment. */
export const deployed = (
  value: Json,
  around: JsonObject = {},
  given: Partial<TemplateCase> = {},
): Json | undefined => resolved({ ...given, template: holding(value, around) }).resources[1]?.properties.Value
