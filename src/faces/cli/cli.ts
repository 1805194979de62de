import type { Ports } from '../../application/ports.ts'

/** A refusal as a command reports it: a stable code and the next step in words. */
export type CliRefusal = {
  readonly code: string
  readonly message?: string
  readonly [fact: string]: unknown
}

/** A server that listens; `stop` resolves once it does so no more. */
export type RunningServer = { readonly address: string; readonly stop: () => Promise<void> }

/** Exit statuses: 0 done, 1 refused, 2 usage, 70 internal, 75 try again. */
export const exitStatus = { done: 0, refused: 1, usage: 2, internal: 70, tryAgain: 75 } as const

/** What a command may use: the ports, and where its words go. */
export type Cli = {
  readonly ports: () => Promise<Ports>
  /** Results, on stdout. */
  readonly print: (text: string) => void
  /** A result as JSON, on stdout. */
  readonly printJson: (value: unknown) => void
  /** Messages, on stderr. */
  readonly note: (text: string) => void
  /** Reports a refusal on stderr and sets the exit status. */
  readonly fail: (refusal: CliRefusal) => void
  /** Today in UTC, `YYYY-MM-DD`. */
  readonly today: () => string
  /** True when a person can be asked: both ends are terminals. */
  readonly interactive: boolean
  /** Lines of standard input, as they come; ends with the input. */
  readonly lines: () => AsyncIterable<string>
  /** Starts the HTTP face over the same ports. */
  readonly serve: (options: {
    readonly port: number
    readonly vcApi?: boolean
    readonly origin?: string
  }) => Promise<RunningServer>
}
