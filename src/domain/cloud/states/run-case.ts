import { fail, ok, type Result } from '../../kernel/result.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { checkDefinition } from './check/check-definition.ts'
import { type ExecutionOptions, runExecution } from './run-execution.ts'
import { readResponses } from './task-responses.ts'
import { readTimestamp } from './timestamp.ts'
import type { Execution } from './types.ts'

/** Why a case cannot run, in one sentence per fault. */
export type StatesCaseRefused = { readonly code: 'states-case-refused'; readonly text: string }

function startOf({ startTime }: JsonObject): number | null | undefined {
  if (startTime === undefined) return undefined
  return typeof startTime === 'string' ? readTimestamp(startTime) : null
}

function optionsOf(
  asked: JsonObject,
  definition: JsonObject,
): { options: ExecutionOptions; faults: readonly string[] } {
  const { responses, faults } = readResponses(asked.responses, definition)
  const startTime = startOf(asked)
  const seed = asked.seed
  return {
    options: {
      responses,
      ...(typeof startTime === 'number' ? { startTime } : {}),
      ...(seed === undefined ? {} : { seed: String(seed) }),
    },
    faults: [
      ...faults,
      ...(startTime === null ? ['"startTime" must have the form 2026-11-24T09:00:00Z'] : []),
      ...(seed === undefined || typeof seed === 'string' || typeof seed === 'number'
        ? []
        : ['"seed" must be a text or a number']),
    ],
  }
}

/**
 * Runs one case: `{ definition, input?, responses?, startTime?, seed? }`.
 *
 * @param asked the case; an absent input is `{}`
 * @returns how the execution ended, with its history, or `states-case-refused` with every fault of the case
 */
export async function runCase(asked: unknown): Promise<Result<Execution, StatesCaseRefused>> {
  const refuse = (texts: readonly string[]) =>
    fail({ code: 'states-case-refused', text: texts.join('; ') } as const)
  if (!isJsonObject(asked) || !('definition' in asked))
    return refuse(['a case is an object with "definition" and "input"'])
  const found = checkDefinition(asked.definition)
  if (found.length > 0) return refuse(found.map(({ at, text }) => `${at} ${text}`))
  const definition = asked.definition as JsonObject
  const { options, faults } = optionsOf(asked, definition)
  if (faults.length > 0) return refuse(faults)
  return ok(await runExecution(definition, asked.input === undefined ? {} : asked.input, options))
}
