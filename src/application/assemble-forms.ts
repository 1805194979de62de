import { type Aims, annealForms } from '../domain/form/parallel/anneal-forms.ts'
import {
  type AssembledForm,
  type BrokenRule,
  describeForm,
  findBrokenRules,
  measureAim,
} from '../domain/form/parallel/describe-forms.ts'
import { findConflict } from '../domain/form/parallel/find-conflict.ts'
import type { LinearOutcome } from '../domain/form/parallel/linear-programme.ts'
import { type AssemblyModel, figuresOf, makeModel, ruleNames } from '../domain/form/parallel/model.ts'
import { boundOf, type Relaxation, toLinearProgramme } from '../domain/form/parallel/relax.ts'
import type { AssemblyProblem, RuleFigures, RuleName } from '../domain/form/parallel/types.ts'
import { CairnError } from '../domain/kernel/cairn-error.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { seededRandom } from '../domain/kernel/seeded-random.ts'
import type { Ports } from './ports.ts'

/** How hard to search: swaps at most, and the miss of the aim (a share of it) at which the search may end. */
export type AssemblyEffort = { readonly seed: string; readonly swaps?: number; readonly enough?: number }

/** Forms that keep every rule, how well they meet the aim, and how well any forms could. */
export type Assembly = {
  readonly forms: readonly AssembledForm[]
  /** The largest relative deviation from the targets, or the least information. */
  readonly reached: number
  /** What no forms can better, by the linear relaxation. */
  readonly bound: number
  /** How far `reached` is from `bound`, as a share of the target or of the bound; 0 or more. */
  readonly gap: number
  readonly swaps: number
}

/** No forms: proved, with the rules that conflict; or not found, with the rules that the best forms break. */
export type AssemblyRefusal =
  | { readonly code: 'rules-conflict'; readonly conflict: readonly RuleFigures[] }
  | { readonly code: 'no-forms-found'; readonly broken: readonly BrokenRule[] }

/** Columns up to which forms are sought by the solver where the search found none. */
const mostColumns = 4000
const proofSeconds = 10
const usualSwaps = 4_000_000
const usualEnough = 0.0005

type Solver = Pick<Ports, 'linearSolver'>

const solve = (
  { linearSolver }: Solver,
  model: AssemblyModel,
  relaxation: Relaxation,
): Promise<LinearOutcome> =>
  linearSolver.solve(toLinearProgramme(model, relaxation), { seconds: proofSeconds })

/** The rules that cannot all hold, in figures, by the relaxation under which they cannot. */
async function conflictUnder(
  ports: Solver,
  model: AssemblyModel,
  how: Pick<Relaxation, 'layout' | 'whole'>,
): Promise<AssemblyRefusal> {
  const infeasible = async (rules: readonly RuleName[]): Promise<boolean> =>
    (await solve(ports, model, { ...how, rules, aim: false })).status === 'infeasible'
  const conflict = await findConflict(ruleNames(model), infeasible)
  return { code: 'rules-conflict', conflict: conflict.map((name) => figuresOf(model, name)) }
}

const toForms = (model: AssemblyModel, columns: readonly number[], copies: number): number[][] =>
  Array.from({ length: copies }, (_, copy) =>
    [...model.units.keys()].filter((unit) => columns[copy * model.units.length + unit]! > 0.5),
  )

/** Where the search failed: forms from the solver, or its proof that there are none, or neither. */
async function seekByProof(
  ports: Solver,
  model: AssemblyModel,
): Promise<Result<readonly (readonly number[])[] | undefined, AssemblyRefusal>> {
  const { forms } = model.problem.rules
  const small = model.units.length * forms <= mostColumns
  for (const layout of ['pooled', ...(small && forms > 1 ? (['apart'] as const) : [])] as const) {
    const outcome = await solve(ports, model, { layout, whole: true, rules: ruleNames(model), aim: false })
    if (outcome.status === 'infeasible')
      return fail(await conflictUnder(ports, model, { layout, whole: true }))
    if (outcome.status === 'optimal' && (layout === 'apart' || forms === 1))
      return ok(toForms(model, outcome.columns, forms))
  }
  return ok(undefined)
}

/** What the search aims at: the targets, give or take what cannot be helped; or the bound, which no form passes everywhere. */
const aimsOf = ({ problem: { aim } }: AssemblyModel, bound: number): Aims =>
  aim.kind === 'target'
    ? { values: aim.values, bothSides: true, slack: bound }
    : {
        values: Array.from({ length: aim.abilities }, () => Math.max(bound, Number.MIN_VALUE)),
        bothSides: false,
        slack: 0,
      }

function present(
  model: AssemblyModel,
  {
    forms,
    bound,
    swaps,
  }: { readonly forms: readonly (readonly number[])[]; readonly bound: number; readonly swaps: number },
): Result<Assembly, AssemblyRefusal> {
  const { problem, units } = model
  const items = forms.map((members) =>
    members
      .flatMap((unit) => units[unit]!)
      .sort((a, b) => a - b)
      .map((position) => problem.pool[position]!),
  )
  const broken = findBrokenRules(items, problem)
  if (broken.length > 0) return fail({ code: 'no-forms-found', broken })
  const described = items.map(describeForm)
  const reached = measureAim(described, problem)
  const gap = problem.aim.kind === 'target' ? reached - bound : bound === 0 ? 0 : 1 - reached / bound
  return ok({ forms: described, reached, bound, gap: Math.max(0, gap), swaps })
}

/**
 * Assembles parallel forms from a pool: first the bound and, where shares of items already cannot keep the rules, the rules in
 * conflict; then a seeded search; and where that breaks a rule, forms or a proof from the solver.
 */
export async function assembleForms(
  ports: Solver,
  problem: AssemblyProblem,
  { seed, swaps = usualSwaps, enough = usualEnough }: AssemblyEffort,
): Promise<Result<Assembly, AssemblyRefusal>> {
  const model = makeModel(problem)
  const relaxed = await solve(ports, model, {
    layout: 'pooled',
    whole: false,
    rules: ruleNames(model),
    aim: true,
  })
  if (relaxed.status === 'infeasible')
    return fail(await conflictUnder(ports, model, { layout: 'pooled', whole: false }))
  if (relaxed.status !== 'optimal')
    throw new CairnError(
      'bound-undecided',
      'The bound was not found in time. Try again on a quieter machine.',
    )
  const bound = boundOf(problem.aim, relaxed.value)
  const found = annealForms(model, aimsOf(model, bound), { swaps, enough, random: seededRandom(seed) })
  if (found.violation < 1e-9) return present(model, { ...found, bound })
  const proved = await seekByProof(ports, model)
  if (!proved.ok) return proved
  return present(model, { forms: proved.value ?? found.forms, bound, swaps: found.swaps })
}
