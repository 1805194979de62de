import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { subjects } from '../events/subjects.ts'
import { between, pick } from '../parts/draw.ts'
import type { PatternScenario } from './scenario.ts'
import { troubles } from './troubles.ts'

/** Draws a trouble with a rule at an organisation. */
export function samplePattern(random: SeededRandom): PatternScenario {
  const subject = pick(random, subjects)
  const trouble = pick(random, Object.keys(troubles))
  const value = pick(random, subject.status.values)
  const others = subject.status.values.filter((each) => each !== value)
  const drawn = troubles[trouble]?.({ random, subject, value, others })
  if (drawn === undefined) throw new RangeError(`There is no trouble ${trouble}.`)
  const before = between(random, 420, 2900)
  const after = trouble === 'twoExcluded' ? before * between(random, 3, 6) + 17 : Math.round(before * 0.37)
  return {
    rendering: random.integer(5),
    who: pick(random, subject.whos),
    subject,
    trouble,
    ...drawn,
    counts: [before, after],
  }
}
