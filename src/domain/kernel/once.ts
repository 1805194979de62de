/** A value computed when it is asked for, kept, and computed afresh after `renew`. */
export type Renewable<T> = { readonly get: () => T; readonly renew: () => void }

/**
 * Keeps what is computed until it is renewed.
 * @example renewable(() => 1).get() // 1
 */
export function renewable<T>(compute: () => T): Renewable<T> {
  let get = once(compute)
  return {
    get: () => get(),
    renew: () => {
      get = once(compute)
    },
  }
}

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
