import { openContent } from '../src/adapters/content/open-content.ts'
import { drawForPool } from '../src/domain/family/join-pool.ts'
import { drawMany } from '../src/domain/family/measure-family.ts'
import { families } from '../src/domain/family/registry.ts'
import { assembleForm } from '../src/domain/form/assemble-form.ts'
import { blueprintOf } from '../src/domain/form/blueprint.ts'
import type { Item, Pack } from '../src/domain/item/types.ts'
import { calendarDate } from '../src/domain/kernel/calendar-date.ts'

const day = calendarDate('2026-12-01')
const rounds = 15
const seedsPerFamily = 40
const limits = { item: 5, form: 300 } as const

const folder = (name: string): string => new URL(`../${name}`, import.meta.url).pathname
const { content } = openContent({
  catalogueFolder: folder('catalogue'),
  packFolders: [folder('packs')],
  today: () => day,
})
const facts = content.cloudFacts()
const { hashItem } = content

/** Median CPU milliseconds of a piece of work, after one round that is not counted. */
function cpu(work: (round: number) => void): number {
  work(0)
  const spent = Array.from({ length: rounds }, (_, round) => {
    const before = process.cpuUsage()
    work(round + 1)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return spent.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}

function draw(pack: Pack, items: readonly Item[], seed: string): void {
  const version = content
    .catalogue()
    .certifications.flatMap(({ versions }) => versions)
    .find(({ examCode }) => examCode === pack.examCode)
  if (version === undefined) throw new Error(`No version ${pack.examCode}.`)
  const form = assembleForm({
    blueprint: blueprintOf(version, pack),
    pack: { ...pack, items },
    seed,
    secretSeed: 'a3f1'.repeat(16),
    drawnOn: day,
    newId: () => 'form',
  })
  if (!form.ok) throw new Error(`${pack.examCode}: ${form.error.code}`)
}

console.log(`Families, CPU time; limits ${limits.item} ms an item, ${limits.form} ms for a form's worth`)
for (const family of families) {
  const milliseconds = cpu(() => drawMany({ family, facts, hashItem }, seedsPerFamily)) / seedsPerFamily
  console.log(
    `${family.name.padEnd(32)} ${milliseconds.toFixed(2)} ms, ${(milliseconds / limits.item).toFixed(2)} of the limit`,
  )
}

for (const { pack } of content.packs()) {
  const request = { examCode: pack.examCode, families, written: pack.items, day, facts, hashItem }
  const variants = drawForPool({ ...request, seed: 'count' })
  const drawing = cpu((round) => void drawForPool({ ...request, seed: String(round) }))
  const written = cpu((round) => draw(pack, pack.items, String(round)))
  const mixed = cpu((round) => draw(pack, [...pack.items, ...variants], String(round)))
  console.log(
    `${pack.examCode}: ${variants.length} families drawn in ${drawing.toFixed(1)} ms (${(drawing / limits.form).toFixed(2)} of the limit); form of written items ${written.toFixed(1)} ms, with families ${(drawing + mixed).toFixed(1)} ms, ratio ${((drawing + mixed) / written).toFixed(1)}`,
  )
}
