import { matchCase } from '../../cloud/events/match-case.ts'
import { CairnError } from '../../kernel/cairn-error.ts'

/**
 * The answer of the event model to one case.
 * @throws CairnError `family-event-malformed` where a family wrote what no service would take
 * @example matches({ pattern: { a: [1] }, event: { a: 1 } }) // true
 */
export function matches(asked: unknown): boolean {
  const answer = matchCase(asked)
  if (!answer.ok) throw new CairnError('family-event-malformed', answer.error.text)
  return answer.value
}
