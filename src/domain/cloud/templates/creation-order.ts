/** What depends on what, by name. */
export type DependencyGraph = ReadonlyMap<string, readonly string[]>

/** The order of creation in waves, and the names of one cycle (empty when there is none). */
export type CreationOrder = {
  readonly waves: readonly (readonly string[])[]
  readonly cycle: readonly string[]
}

/** Walks from a name that waits for others that wait until one comes twice. */
function findCycle(graph: DependencyGraph, waiting: ReadonlySet<string>): readonly string[] {
  const trail: string[] = []
  let name = [...waiting][0]
  while (name !== undefined && !trail.includes(name)) {
    trail.push(name)
    name = graph.get(name)?.find((other) => waiting.has(other))
  }
  return name === undefined ? [] : [...trail.slice(trail.indexOf(name)), name]
}

/**
 * Orders resources so that each comes after what it depends on; those of one wave do not depend on each other.
 *
 * @see Kahn 1962, Topological sorting of large networks
 * @example creationOrder(new Map([['A', ['B']], ['B', []]])).waves // [['B'], ['A']]
 */
export function creationOrder(graph: DependencyGraph): CreationOrder {
  const waiting = new Set(graph.keys())
  const waves: string[][] = []
  while (waiting.size > 0) {
    const wave = [...waiting].filter((name) => !graph.get(name)?.some((other) => waiting.has(other)))
    if (wave.length === 0) return { waves, cycle: findCycle(graph, waiting) }
    for (const name of wave) waiting.delete(name)
    waves.push(wave)
  }
  return { waves, cycle: [] }
}
