import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { type Draft, stands } from './draft.ts'
import type { Change } from './energy.ts'
import type { AssemblyModel } from './model.ts'

/** Units that a unit may be swapped for: of its own domain and kind, of its own domain, and of its own size. */
export type Peers = {
  readonly twins: readonly (readonly number[])[]
  readonly neighbours: readonly (readonly number[])[]
  readonly sameSize: readonly (readonly number[])[]
  /** Units of one item, and those of more. */
  readonly singles: readonly number[]
  readonly sets: readonly number[]
}

function grouped(model: AssemblyModel, likeness: (unit: readonly number[]) => string): number[][] {
  const groups = new Map<string, number[]>()
  const keys = model.units.map(likeness)
  keys.forEach((key, unit) => {
    if (model.capacity[unit] === 0) return
    const group = groups.get(key)
    if (group) group.push(unit)
    else groups.set(key, [unit])
  })
  return keys.map((key) => groups.get(key) ?? [])
}

/** Finds for every unit what it may be swapped for. */
export function findPeers(model: AssemblyModel): Peers {
  const { pool } = model.problem
  const labels = (unit: readonly number[], of: (position: number) => string): string =>
    unit.map(of).sort().join('\u0000')
  const usable = [...model.units.keys()].filter((unit) => model.capacity[unit]! > 0)
  return {
    twins: grouped(model, (unit) =>
      labels(unit, (position) => `${pool[position]!.domain}\u0001${pool[position]!.kind}`),
    ),
    neighbours: grouped(model, (unit) => labels(unit, (position) => pool[position]!.domain)),
    sameSize: grouped(model, (unit) => String(unit.length)),
    singles: usable.filter((unit) => model.units[unit]!.length === 1),
    sets: usable.filter((unit) => model.units[unit]!.length > 1),
  }
}

type Search = {
  readonly model: AssemblyModel
  readonly draft: Draft
  readonly peers: Peers
  readonly random: SeededRandom
}

const pick = <T>(values: readonly T[], random: SeededRandom): T | undefined =>
  values[random.integer(values.length)]

/** A form that holds a unit. */
function holderOf(model: AssemblyModel, draft: Draft, unit: number): number {
  const { forms } = model.problem.rules
  for (let form = 0; form < forms; form++) if (stands(model, draft, form, unit)) return form
  return -1
}

/** The changes that put one unit of a form in the place of another: from outside the forms, or in exchange with another form. */
export function swapOf(
  model: AssemblyModel,
  draft: Draft,
  { form, out, into }: { readonly form: number; readonly out: number; readonly into: number },
): readonly Change[] {
  if (stands(model, draft, form, into)) return []
  const change = { form, out: [out], into: [into] }
  if (draft.uses[into]! < model.capacity[into]!) return [change]
  const other = holderOf(model, draft, into)
  return other < 0 || stands(model, draft, other, out)
    ? []
    : [change, { form: other, out: [into], into: [out] }]
}

/** One unit for another, most often for one of the same domain and kind. */
function proposeSwap({ model, draft, peers, random }: Search, form: number, out: number): readonly Change[] {
  const draw = random.next()
  const among = draw < 0.65 ? peers.twins : draw < 0.9 ? peers.neighbours : peers.sameSize
  const into = pick(among[out]!, random)
  return into === undefined ? [] : swapOf(model, draft, { form, out, into })
}

/** Different units drawn from a list, as many as asked for, or none. */
function draw(count: number, next: () => number | undefined): number[] {
  const drawn = new Set<number>()
  for (let trial = 0; trial < 4 * count && drawn.size < count; trial++) {
    const unit = next()
    if (unit !== undefined) drawn.add(unit)
  }
  return drawn.size === count ? [...drawn] : []
}

/** A set for as many single items, or the other way round. */
function proposeSetSwap(search: Search, form: number, out: number): readonly Change[] {
  const { model, draft, peers, random } = search
  const free = (unit: number): boolean =>
    draft.uses[unit]! < model.capacity[unit]! && !stands(model, draft, form, unit)
  const size = model.units[out]!.length
  if (size > 1) {
    const into = draw(size, () => {
      const unit = pick(peers.singles, random)
      return unit !== undefined && free(unit) ? unit : undefined
    })
    return into.length === 0 ? [] : [{ form, out: [out], into }]
  }
  const set = pick(peers.sets, random)!
  if (!free(set)) return []
  const leaving = draw(model.units[set]!.length, () => {
    const unit = pick(draft.members[form]!, random)!
    return model.units[unit]!.length === 1 ? unit : undefined
  })
  return leaving.length === 0 ? [] : [{ form, out: leaving, into: [set] }]
}

/** Draws a move: the changes of one form or two; none where the draw leads nowhere. */
export function proposeMove(search: Search): readonly Change[] {
  const { draft, peers, random } = search
  const form = random.integer(draft.members.length)
  const out = pick(draft.members[form]!, random)
  if (out === undefined) return []
  return peers.sets.length > 0 && random.next() < 0.1
    ? proposeSetSwap(search, form, out)
    : proposeSwap(search, form, out)
}
