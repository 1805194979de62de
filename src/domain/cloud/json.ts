/** A value without parts. */
export type Scalar = string | number | boolean | null

/** An object as JSON has it. */
export type JsonObject = { readonly [name: string]: Json }

/** Any value that JSON can write. */
export type Json = Scalar | readonly Json[] | JsonObject

/** True for an object that is neither null nor a list. @example isJsonObject([]) // false */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** True for a list of JSON values. @example isJsonList([1]) // true */
export const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
