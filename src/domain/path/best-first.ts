/** A queue that gives the entry of highest rank first; of equals, the one added later. */
export type BestFirst<T> = {
  readonly add: (entry: T, rank: number) => void
  /** Takes the best entry with its rank, or undefined when there is none. */
  readonly take: () => { readonly entry: T; readonly rank: number } | undefined
}

type Ranked<T> = { readonly entry: T; readonly rank: number; readonly order: number }

const isBefore = <T>(one: Ranked<T>, other: Ranked<T>): boolean =>
  one.rank > other.rank || (one.rank === other.rank && one.order > other.order)

function rise<T>(heap: Ranked<T>[], from: number): void {
  const moving = heap[from]!
  let at = from
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBefore(moving, heap[parent]!)) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = moving
}

function sink<T>(heap: Ranked<T>[]): void {
  const moving = heap[0]!
  let at = 0
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++
    if (!isBefore(heap[child]!, moving)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = moving
}

/**
 * Makes an empty queue (binary heap).
 *
 * @see Williams (1964), Algorithm 232: Heapsort, Communications of the ACM 7(6)
 * @example bestFirst().take() // undefined
 */
export function bestFirst<T>(): BestFirst<T> {
  const heap: Ranked<T>[] = []
  let order = 0
  return {
    add: (entry, rank) => {
      heap.push({ entry, rank, order: order++ })
      rise(heap, heap.length - 1)
    },
    take: () => {
      const best = heap[0]
      const last = heap.pop()
      if (best === undefined || last === undefined) return undefined
      if (heap.length > 0) {
        heap[0] = last
        sink(heap)
      }
      return best
    },
  }
}
