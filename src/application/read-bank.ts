import { type ItemBank, makeBank } from '../domain/form/item-bank.ts'
import type { Pack } from '../domain/item/types.ts'
import type { Ports } from './ports.ts'

/** The parameters of a pool as they stand now: the newest calibration, judged values elsewhere. */
export async function readBank(ports: Pick<Ports, 'measurement'>, pack: Pack): Promise<ItemBank> {
  const { measurement } = ports
  const [run, releases] = await Promise.all([
    measurement.newestRun(pack.examCode),
    measurement.releases(pack.examCode),
  ])
  return makeBank(pack, run ?? null, releases)
}
