import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { Scope, TemplateCase } from './types.ts'

type Report = Scope['report']

const isListType = (type: string): boolean =>
  type === 'CommaDelimitedList' || /^List<|^AWS::SSM::Parameter::Value<List/.test(type)

const listFrom = (value: Json): Json =>
  isJsonList(value)
    ? value
    : String(value)
        .split(',')
        .map((part) => part.trim())

/** A pattern must match the whole value; one that cannot be read is not checked. */
function matches(pattern: Json | undefined, text: string): boolean {
  if (typeof pattern !== 'string') return true
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(text)
  } catch {
    return true
  }
}

const within = (value: number, least: Json | undefined, most: Json | undefined): boolean =>
  value >= Number(least ?? Number.NEGATIVE_INFINITY) && value <= Number(most ?? Number.POSITIVE_INFINITY)

function checkText(text: string, declared: JsonObject, at: string, report: Report): void {
  const allowed = declared.AllowedValues
  if (isJsonList(allowed) && !allowed.map(String).includes(text))
    report(at, `"${text}" is not one of the allowed values ${allowed.join(', ')}`)
  if (!matches(declared.AllowedPattern, text))
    report(at, `"${text}" does not match ${String(declared.AllowedPattern)}`)
  if (!within(text.length, declared.MinLength, declared.MaxLength))
    report(at, `"${text}" has a length out of range`)
  if (declared.Type !== 'Number') return
  const number = Number(text)
  if (text.trim() === '' || Number.isNaN(number)) report(at, `"${text}" is no number`)
  else if (!within(number, declared.MinValue, declared.MaxValue)) report(at, `${text} is out of range`)
}

function readParameter(name: string, declared: JsonObject, given: Json | undefined, report: Report): Json {
  const at = `Parameters.${name}`
  const value = given ?? declared.Default
  if (value === undefined) {
    report(at, 'has no default and no value was given')
    return ''
  }
  const list = isListType(String(declared.Type))
  const checked = list ? listFrom(value) : value
  for (const part of isJsonList(checked) ? checked : [checked]) checkText(String(part), declared, at, report)
  return list ? checked : typeof checked === 'object' ? '' : String(checked)
}

const partitionOf = (region: string): string => {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}

/** Values of the pseudo parameters. Source: AWS CloudFormation user guide, Pseudo parameters reference. */
function pseudoValues(given: TemplateCase): [string, Json][] {
  const { region = 'us-east-1', accountId = '111122223333', stackName = 'stack' } = given
  const partition = given.partition ?? partitionOf(region)
  return [
    ['AWS::Region', region],
    ['AWS::AccountId', accountId],
    ['AWS::StackName', stackName],
    ['AWS::StackId', `arn:${partition}:cloudformation:${region}:${accountId}:stack/${stackName}/0`],
    ['AWS::Partition', partition],
    ['AWS::URLSuffix', partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'],
    ['AWS::NotificationARNs', []],
  ]
}

/**
 * The values that `Ref` gives for parameters and pseudo parameters; what breaks a declaration is reported. Values are texts,
 * lists where the type says so.
 *
 * @see AWS CloudFormation user guide, Parameters
 * @example parameterValues({ template: { Parameters: { Size: { Type: 'Number', Default: 3 } } } }, report).get('Size') // '3'
 */
export function parameterValues(given: TemplateCase, report: Report): ReadonlyMap<string, Json> {
  const declared = isJsonObject(given.template.Parameters) ? given.template.Parameters : {}
  for (const name of Object.keys(given.parameters ?? {}))
    if (!Object.hasOwn(declared, name)) report(`Parameters.${name}`, 'is not a parameter of this template')
  const own = Object.entries(declared).map(([name, parameter]): [string, Json] => [
    name,
    readParameter(name, isJsonObject(parameter) ? parameter : {}, given.parameters?.[name], report),
  ])
  return new Map([...pseudoValues(given), ...own])
}
