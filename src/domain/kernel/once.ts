/**
 * A function that computes its value at the first call and gives the same one ever after.
 * @example once(() => 1)() // 1
 */
export function once<T>(compute: () => T): () => T {
  let held: { readonly value: T } | undefined
  return () => {
    held ??= { value: compute() }
    return held.value
  }
}
