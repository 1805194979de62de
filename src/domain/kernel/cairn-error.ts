/** What an error may carry beside its message: plain facts, never keys and never personal data. */
export type ErrorFacts = Readonly<Record<string, unknown>>

/**
 * A broken world (disk, database, bad file at start) or a broken invariant of our own.
 * Refusals that a caller can cause are values (`Result`), not this class.
 *
 * @example new CairnError('store-unavailable', 'The data folder cannot be written.').code // 'store-unavailable'
 */
export class CairnError extends Error {
  override readonly name: string = 'CairnError'
  readonly code: string
  readonly facts: ErrorFacts

  constructor(code: string, message: string, options: { cause?: unknown; facts?: ErrorFacts } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.facts = options.facts ?? {}
  }
}
