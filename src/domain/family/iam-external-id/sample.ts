import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { between, pick } from '../parts/draw.ts'
import { drawAccount, drawSetting } from '../parts/setting.ts'
import { type ExternalIdScenario, faults } from './scenario.ts'

const vendors = [
  ['a cost reporting vendor', 'collects usage reports', 'Collector'],
  ['a backup monitoring vendor', 'reads backup job states', 'Inspector'],
  ['a log analytics provider', 'fetches log files', 'Harvester'],
  ['a security scoring service', 'reads account settings', 'Scanner'],
  ['a carbon accounting vendor', 'reads usage records', 'UsageReader'],
  ['a license auditing firm', 'lists instances and licenses', 'Auditor'],
] as const

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ'
const drawId = (random: SeededRandom): string =>
  `${Array.from({ length: 4 }, () => letters[random.integer(letters.length)]).join('')}-${between(random, 1000, 9999)}`

/** Draws a customer and a vendor, and what is wrong between them. */
export function sampleExternalId(random: SeededRandom): ExternalIdScenario {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const [vendor, purpose, worker] = pick(random, vendors)
  return {
    ...{ setting, account, vendor, purpose, worker },
    rendering: random.integer(4),
    fault: pick(random, faults),
    vendorAccount: drawAccount(random, [account]),
    role: pick(random, [`${worker}Access`, `vendor-${worker.toLowerCase()}`, `External${worker}`]),
    externalId: drawId(random),
    otherId: `${drawId(random)}-B`,
    organization: `o-${String(between(random, 100000, 999999))}ab`,
  }
}
