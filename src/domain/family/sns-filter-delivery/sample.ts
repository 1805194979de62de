import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { subjects } from '../events/subjects.ts'
import { between, pick } from '../parts/draw.ts'
import type { FilterScenario } from './scenario.ts'
import { troubles } from './troubles.ts'

/** Draws a trouble with a subscription at an organisation. */
export function sampleFilter(random: SeededRandom): FilterScenario {
  const subject = pick(random, subjects)
  const trouble = pick(random, Object.keys(troubles))
  const value = pick(random, subject.status.values)
  const drawn = troubles[trouble]?.({
    subject,
    value,
    others: subject.status.values.filter((each) => each !== value),
    pick: (values) => pick(random, values),
    between: (low, high) => between(random, low, high),
  })
  if (drawn === undefined) throw new RangeError(`There is no trouble ${trouble}.`)
  return {
    rendering: random.integer(5),
    who: pick(random, subject.whos),
    subject,
    trouble,
    ...drawn,
    published: between(random, 310, 8800),
  }
}
