import type { Ports } from './ports.ts'
import { recalibrateItems } from './recalibrate-items.ts'

/** Calibrates every pool that has something new to tell; resolves to what was made, in words for a log. */
export async function recalibrateAll(
  ports: Pick<Ports, 'clock' | 'content' | 'measurement' | 'calibrator'>,
): Promise<readonly string[]> {
  const made: string[] = []
  for (const { pack } of ports.content.packs()) {
    const run = await recalibrateItems(ports, pack.examCode)
    if (run.ok) made.push(`${pack.examCode}: item parameters of version ${run.value.version}`)
  }
  return made
}
