import { isJsonObject, type Json, type JsonObject } from '../../json.ts'
import type { QueryLanguage } from '../types.ts'
import { checkState } from './check-state.ts'
import { type Findings, fault, faultIf } from './findings.ts'
import { checkTransitions } from './transitions.ts'

function checkLanguage(state: JsonObject, at: string, language: QueryLanguage): Findings {
  const own = state.QueryLanguage
  const isKnown = own === undefined || own === 'JSONPath' || own === 'JSONata'
  const goesBack = own === 'JSONPath' && language === 'JSONata'
  return [
    ...faultIf(!isKnown, `${at}/QueryLanguage`, 'must be JSONPath or JSONata'),
    ...faultIf(goesBack, `${at}/QueryLanguage`, 'cannot be JSONPath where the definition says JSONata'),
  ]
}

function checkOne(fields: Json, at: string, language: QueryLanguage): Findings {
  if (!isJsonObject(fields)) return fault(at, 'must be an object')
  const own = fields.QueryLanguage === 'JSONata' ? 'JSONata' : language
  return [
    ...checkLanguage(fields, at, language),
    ...checkState({ at, fields, language: own }, (graph, below) => checkGraph(graph, below, language)),
  ]
}

/** Faults of a graph, of its states and of the graphs inside them. */
export function checkGraph(graph: Json | undefined, at: string, language: QueryLanguage): Findings {
  if (!isJsonObject(graph)) return fault(at, 'must be an object with StartAt and States')
  const { StartAt, States } = graph
  if (!isJsonObject(States) || Object.keys(States).length === 0)
    return fault(`${at}/States`, 'must be an object of at least one state')
  if (typeof StartAt !== 'string' || !Object.hasOwn(States, StartAt))
    return fault(`${at}/StartAt`, 'must be the name of one of the states')
  return [
    ...Object.entries(States).flatMap(([name, fields]) => checkOne(fields, `${at}/States/${name}`, language)),
    ...checkTransitions(States, StartAt, `${at}/States`),
  ]
}
