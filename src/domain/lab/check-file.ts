import { compilePattern } from '../cloud/events/compile-pattern.ts'
import { compileSituation } from '../cloud/iam/situation.ts'
import type { IamSituation } from '../cloud/iam/types.ts'
import type { Json } from '../cloud/json.ts'
import { topologyShape } from '../cloud/network/topology-shape.ts'
import { readShape } from '../cloud/shape.ts'
import { checkDefinition } from '../cloud/states/check/check-definition.ts'
import type { FileKind } from './types.ts'

/** Something wrong at a place of a document: the names of members and places in lists that lead there. */
export type PlacedFinding = {
  readonly path: readonly string[]
  readonly level: 'error' | 'warning'
  readonly text: string
}

/** The steps of a place such as `Statement[0].Action` or `/States/Pay`. */
const stepsOf = (at: string): string[] => at.split(/[.[\]/]+/).filter((step) => step !== '')

function checkPolicy(situation: IamSituation, depth: number): readonly PlacedFinding[] {
  const compiled = compileSituation(situation)
  const found = compiled.ok ? compiled.value.warnings : compiled.error.findings
  return found.map(({ at, level, text }) => ({ path: stepsOf(at).slice(depth), level, text }))
}

const errors = (found: readonly { readonly at: string; readonly text: string }[]): readonly PlacedFinding[] =>
  found.map(({ at, text }) => ({ path: stepsOf(at), level: 'error', text }))

function checkPattern(value: Json): readonly PlacedFinding[] {
  const compiled = compilePattern(value)
  return compiled.ok ? [] : errors(compiled.error.findings)
}

function checkNetwork(value: Json): readonly PlacedFinding[] {
  const read = readShape(topologyShape, value)
  return read.ok ? [] : errors(read.error.faults)
}

const checks: Readonly<Record<FileKind, (value: Json) => readonly PlacedFinding[]>> = {
  'identity-policy': (value) => checkPolicy({ identity: value }, 1),
  'resource-policy': (value) => checkPolicy({ resourcePolicy: value }, 1),
  boundary: (value) => checkPolicy({ boundary: value }, 1),
  scp: (value) => checkPolicy({ scp: [{ policies: [value] }] }, 4),
  rcp: (value) => checkPolicy({ rcp: [{ policies: [value] }] }, 4),
  'event-pattern': checkPattern,
  'state-machine': (value) => errors(checkDefinition(value)),
  network: checkNetwork,
  template: () => [],
  other: () => [],
}

/** What the grammar of its kind finds wrong in a document, with the place of each finding. */
export const checkDocument = (holds: FileKind, value: Json): readonly PlacedFinding[] => checks[holds](value)
