/**
 * A failure of a state as the language knows it: an error name that Retry and Catch may match, and a cause in words. It is
 * thrown inside the interpreter only, and ends at the state's Retry and Catch or as the failure of the execution.
 *
 * @see Amazon States Language, Errors
 * @example new StateError('States.NoChoiceMatched', 'No rule matched.').error // 'States.NoChoiceMatched'
 */
export class StateError extends Error {
  override readonly name = 'StateError'
  readonly error: string | undefined
  override readonly cause: string | undefined
  /** A second name that ErrorEquals may use. */
  readonly alias: string | undefined

  constructor(error: string | undefined, cause: string | undefined, alias?: string) {
    super(cause ?? error ?? 'The state failed.')
    this.error = error
    this.cause = cause
    this.alias = alias
  }
}

/**
 * A failure to evaluate what a definition asks for, as opposed to one that a task or a Fail state reports.
 * @example new EvaluationError('States.Runtime', 'Invalid path').error // 'States.Runtime'
 */
export class EvaluationError extends StateError {}

/** An error that nothing can catch: the execution cannot go on. @example runtimeError('Invalid path').error // 'States.Runtime' */
export const runtimeError = (cause: string): EvaluationError => new EvaluationError('States.Runtime', cause)
