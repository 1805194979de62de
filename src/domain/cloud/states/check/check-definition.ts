import { isJsonObject, type Json } from '../../json.ts'
import { checkGraph } from './check-graph.ts'
import { checkNames } from './check-names.ts'
import { demand, type Findings, fault, type Part, strangeFields } from './findings.ts'

const fields = ['Comment', 'StartAt', 'States', 'Version', 'TimeoutSeconds', 'QueryLanguage']

const isTime = (value: Json): boolean => typeof value === 'number' && Number.isInteger(value) && value > 0

/**
 * Lists the faults of a state machine's definition: what the service would refuse, and what this model does not have.
 *
 * @param definition what the definition's JSON text parses to
 * @returns every fault with its path; empty when the definition can run
 * @see Amazon States Language; AWS Step Functions developer guide
 * @example checkDefinition({ StartAt: 'A', States: { A: { Type: 'Succeed' } } }) // []
 */
export function checkDefinition(definition: unknown): Findings {
  if (!isJsonObject(definition)) return fault('/', 'a definition is an object')
  const language = definition.QueryLanguage === 'JSONata' ? 'JSONata' : 'JSONPath'
  const part: Part = { at: '', fields: definition, language }
  return [
    ...strangeFields(part, fields, 'is no field of a definition'),
    ...demand(
      part,
      'QueryLanguage',
      (value) => value === 'JSONPath' || value === 'JSONata',
      'must be JSONPath or JSONata',
    ),
    ...demand(part, 'Version', (value) => value === '1.0', 'must be "1.0"'),
    ...demand(part, 'TimeoutSeconds', isTime, 'must be a whole number, at least 1'),
    ...checkGraph(definition, '', language),
    ...checkNames(definition),
  ]
}
