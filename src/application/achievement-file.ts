import type { Achievement } from '../domain/credential/award.ts'
import { forbiddenIn } from '../domain/credential/names.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { makeUriOf } from './exam-award.ts'
import type { Ports } from './ports.ts'

/** An achievement as an organisation describes it. `years`: how long it is valid; absent: without end. */
export type AchievementDescription = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly criteria: string
  readonly tier?: string
  readonly years?: number
  readonly tags?: readonly string[]
  readonly alignments?: readonly {
    readonly targetName: string
    readonly targetUrl: string
    readonly targetFramework: string
    readonly targetCode?: string
  }[]
}

export type NameNotAllowed = {
  readonly code: 'name-not-allowed'
  readonly name: string
  readonly word: string
}

/** Makes an achievement of its description; the same `id` is the same achievement ever after. */
export function describeAchievement(
  { secrets }: Pick<Ports, 'secrets'>,
  described: AchievementDescription,
): Result<Achievement, NameNotAllowed> {
  const { id, name, description, criteria, tier = null, tags = [], alignments = [] } = described
  const kind = 'achievement-credential'
  const word = forbiddenIn(name, kind)
  if (word !== null) return fail({ code: 'name-not-allowed', name, word })
  return ok({
    achievementId: makeUriOf(secrets, `${kind} ${id}`)('achievement'),
    ...{ kind, name, title: name, description, criteria, tier, tags },
    examCode: null,
    certificationId: null,
    alignments: alignments.map(({ targetCode = null, ...alignment }) => ({ ...alignment, targetCode })),
    resultDescriptions: [],
  })
}
