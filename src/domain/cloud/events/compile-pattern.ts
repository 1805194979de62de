import { fail, ok, type Result } from '../../kernel/result.ts'
import { isJsonObject } from '../json.ts'
import { countCombinations } from './alternatives.ts'
import { eventBridgeDialect } from './dialect.ts'
import { type Branch, expandPattern } from './expand-pattern.ts'
import { eventBridgeFacts } from './facts.ts'
import { buildPathTree, collectLeaves, type Leaves } from './leaves.ts'
import { type BranchField, matchBranch } from './match-branch.ts'
import type { Dialect, EventTest, PatternFinding, PatternRefused } from './types.ts'

const refuse = (
  findings: readonly PatternFinding[],
): { readonly ok: false; readonly error: PatternRefused } => fail({ code: 'event-pattern-refused', findings })

function numberFields(branch: Branch, paths: readonly string[]): BranchField[] {
  const byPath = [...branch].sort(([left], [right]) => (left < right ? -1 : 1))
  return byPath.map(([path, test]) => ({ ...test, field: paths.indexOf(path) }))
}

function makeTest(branches: readonly Branch[]): EventTest {
  const paths = [...new Set(branches.flatMap((branch) => [...branch.keys()]))]
  const tree = buildPathTree(paths)
  const numbered = branches.map((branch) => numberFields(branch, paths))
  return (event) => {
    const leaves: Leaves = []
    collectLeaves(tree, event, leaves)
    return numbered.some((fields) => matchBranch(fields, leaves))
  }
}

/** The branches of a checked pattern, for those who count what stands in them. */
export type CompiledPattern = { readonly matches: EventTest; readonly branches: readonly Branch[] }

/**
 * Compiles a pattern once, to be asked about many events.
 *
 * @param pattern what the pattern's JSON text parses to
 * @param dialect the service that reads the pattern; EventBridge when left out
 * @returns the test and the ways to satisfy it, or `event-pattern-refused` with every fault and its path
 * @see Amazon EventBridge user guide, Creating event patterns; Comparison operators for use in event patterns
 * @example compilePattern({ source: ['aws.ec2'] }).ok // true
 */
export function compilePattern(
  pattern: unknown,
  dialect: Dialect = eventBridgeDialect,
): Result<CompiledPattern, PatternRefused> {
  if (!isJsonObject(pattern)) return refuse([{ at: 'the pattern', text: 'must be an object' }])
  const combinations = countCombinations(pattern)
  const most = eventBridgeFacts.orCombinations.value
  if (combinations > most)
    return refuse([
      { at: 'the pattern', text: `has ${combinations} combinations of "$or", and ${most} are allowed` },
    ])
  const findings: PatternFinding[] = []
  const branches = expandPattern(pattern, dialect, findings)
  return findings.length > 0 ? refuse(findings) : ok({ matches: makeTest(branches), branches })
}
