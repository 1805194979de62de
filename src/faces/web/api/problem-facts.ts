import type { Problem } from './client.ts'

type Missing = {
  readonly domain?: number
  readonly task?: string
  readonly needed: number
  readonly available: number
}

const isMissing = (value: unknown): value is Missing =>
  typeof value === 'object' && value !== null && 'needed' in value && 'available' in value

const placeOf = ({ domain, task }: Missing): string =>
  task !== undefined ? `Task ${task}` : domain !== undefined ? `Domain ${domain}` : 'The pool'

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []

/** What a problem's own facts say beyond its detail, a line each. */
export function factLines({ facts }: Problem): readonly string[] {
  const missing = Array.isArray(facts.missing) ? facts.missing.filter(isMissing) : []
  const faults = Array.isArray(facts.problems) ? facts.problems : []
  return [
    ...missing.map((line) => `${placeOf(line)} needs ${line.needed} items and has ${line.available}.`),
    ...faults.flatMap((fault) =>
      texts([
        (fault as { message?: unknown; problem?: unknown }).message ??
          (fault as { problem?: unknown }).problem,
      ]),
    ),
  ]
}
