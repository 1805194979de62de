import { isJsonObject, type Json, type JsonObject } from '../domain/cloud/json.ts'
import {
  aText,
  describeFault,
  listOf,
  mapOf,
  optional,
  readShape,
  record,
  type Shape,
  type ShapeFault,
} from '../domain/cloud/shape.ts'
import { resolveTemplate } from '../domain/cloud/templates/resolve-template.ts'
import type { ResolvedTemplate, TemplateCase, TemplateFinding } from '../domain/cloud/templates/types.ts'
import { planUpdate, type UpdatePlan } from '../domain/cloud/templates/update-behaviour.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { casesOf, type Identified, identify } from './cloud-cases.ts'
import type { CloudLibrary } from './ports.ts'

type LibraryPort = { readonly cloudLibrary: Pick<CloudLibrary, 'readTemplate' | 'updateBehaviour'> }

/** Why a case has no answer, with the place of everything found in its template. */
export type TemplateRefused = { readonly invalid: string; readonly findings?: readonly TemplateFinding[] }

/** The meaning of one template, or why it has none. */
export type TemplateAnswer = Identified & (ResolvedTemplate | TemplateRefused)

/** What one update does, or why that cannot be said. */
export type UpdateAnswer = Identified & (UpdatePlan | TemplateRefused)

/** A template as a case gives it: an object, or its text in JSON or YAML. */
type GivenTemplate = string | JsonObject

type Settings = Omit<TemplateCase, 'template'>

/** An update as a case gives it: two templates, the values of parameters before and after, and where it happens. */
type GivenUpdate = Omit<Settings, 'parameters'> & {
  readonly before: GivenTemplate
  readonly after: GivenTemplate
  readonly parameters?: Settings['parameters']
  readonly parametersBefore?: Settings['parameters']
}

const aTemplate: Shape<GivenTemplate> = (value, at): readonly ShapeFault[] => {
  if ((typeof value === 'string' && value !== '') || isJsonObject(value as Json)) return []
  return [{ at, text: value === undefined ? 'is missing' : 'expected a template: an object, or its text' }]
}

type ParameterValue = string | number | boolean | readonly string[]

const aValue: Shape<ParameterValue> = (value, at) =>
  Array.isArray(value)
    ? listOf(aText)(value, at)
    : ['string', 'number', 'boolean'].includes(typeof value)
      ? []
      : [{ at, text: 'expected a text, a number, true or false, or a list of texts' }]

const parameters = optional(mapOf(aValue))

const place = {
  region: optional(aText),
  accountId: optional(aText),
  stackName: optional(aText),
  partition: optional(aText),
  availabilityZones: optional(listOf(aText, 1)),
  imports: optional(mapOf(aText)),
}

const caseShape = record<Settings & { readonly template: GivenTemplate }>({
  template: aTemplate,
  parameters,
  ...place,
})

const updateShape = record<GivenUpdate>({
  before: aTemplate,
  after: aTemplate,
  parameters,
  parametersBefore: parameters,
  ...place,
})

function resolveGiven(
  template: GivenTemplate,
  settings: Settings,
  { cloudLibrary }: LibraryPort,
): Result<ResolvedTemplate, TemplateRefused> {
  const read = typeof template === 'string' ? cloudLibrary.readTemplate(template) : ok(template)
  if (!read.ok) return fail({ invalid: `line ${read.error.line}: ${read.error.reason}` })
  const resolved = resolveTemplate({ ...settings, template: read.value })
  if (resolved.ok) return resolved
  const { findings } = resolved.error
  return fail({ invalid: findings.map(describeFault).join('; '), findings })
}

/** Reads a case without its id, and answers it. */
function answerCase<T, A extends object>(
  asked: unknown,
  shape: Shape<T>,
  answer: (given: T) => A | TemplateRefused,
): Identified & (A | TemplateRefused) {
  if (typeof asked !== 'object' || asked === null) return { invalid: 'a case is an object' }
  const { id: _, ...given } = asked as Readonly<Record<string, unknown>>
  const read = readShape(shape, given)
  if (!read.ok) return { ...identify(asked), invalid: read.error.faults.map(describeFault).join('; ') }
  return { ...identify(asked), ...answer(read.value) }
}

/** Resolves templates for given parameters: one answer per case, in order; a case that is wrong says why and stops no other. */
export const resolveTemplates = (input: unknown, ports: LibraryPort): readonly TemplateAnswer[] =>
  casesOf(input).map((asked) =>
    answerCase(asked, caseShape, ({ template, ...settings }): ResolvedTemplate | TemplateRefused => {
      const resolved = resolveGiven(template, settings, ports)
      return resolved.ok ? resolved.value : resolved.error
    }),
  )

function planGiven(given: GivenUpdate, ports: LibraryPort): UpdatePlan | TemplateRefused {
  const { before, after, parametersBefore, parameters: now, ...settings } = given
  const withValues = (values: Settings['parameters']): Settings =>
    values === undefined ? settings : { ...settings, parameters: values }
  const old = resolveGiven(before, withValues(parametersBefore ?? now), ports)
  if (!old.ok) return { ...old.error, invalid: `before: ${old.error.invalid}` }
  const young = resolveGiven(after, withValues(now), ports)
  if (!young.ok) return { ...young.error, invalid: `after: ${young.error.invalid}` }
  return planUpdate({ before: old.value, after: young.value, table: ports.cloudLibrary.updateBehaviour() })
}

/** Says what updates do to resources: one answer per case, in order. */
export const planUpdates = (input: unknown, ports: LibraryPort): readonly UpdateAnswer[] =>
  casesOf(input).map((asked) => answerCase(asked, updateShape, (given) => planGiven(given, ports)))
