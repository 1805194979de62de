/**
 * The outcome of an operation that a well-meaning caller can make fail.
 * `E` is a union of `{ code, …facts }` declared beside the function that refuses.
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** Wraps a value as a success. @example ok(1) // { ok: true, value: 1 } */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/** Wraps a refusal as a failure. @example fail({ code: 'no-route' }).ok // false */
export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error })
