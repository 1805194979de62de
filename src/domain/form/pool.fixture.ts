import { makeItem, optionsOf } from '../item/item.fixture.ts'
import type { Item, Pack } from '../item/types.ts'
import { calendarDate } from '../kernel/calendar-date.ts'
import { seededRandom } from '../kernel/seeded-random.ts'
import type { AssemblyRequest } from './assemble-form.ts'
import type { Blueprint } from './types.ts'

/** Four domains with the tasks and weights of an Associate exam. */
export const sampleBlueprint: Blueprint = {
  examCode: 'TST-C01',
  scoredItems: 50,
  unscoredItems: 15,
  durationMinutes: 130,
  cutScore: 720,
  kinds: ['multiple-choice', 'multiple-response'],
  domains: [
    { number: 1, name: 'Secure', weightPercent: 30, tasks: ['1.1', '1.2', '1.3'] },
    { number: 2, name: 'Resilient', weightPercent: 26, tasks: ['2.1', '2.2'] },
    { number: 3, name: 'Fast', weightPercent: 24, tasks: ['3.1', '3.2', '3.3', '3.4', '3.5'] },
    { number: 4, name: 'Frugal', weightPercent: 20, tasks: ['4.1', '4.2', '4.3', '4.4'] },
  ],
  assumes: [],
}

type Slot = { readonly domain: number; readonly task: string; readonly upTo: number }

/** Tasks with the percentage of the pool up to which each reaches. */
const slots: readonly Slot[] = sampleBlueprint.domains.flatMap(({ number, weightPercent, tasks }, turn) => {
  const before = sampleBlueprint.domains.slice(0, turn)
  const start = before.reduce((sum, domain) => sum + (domain.weightPercent ?? 0), 0)
  const share = (weightPercent ?? 0) / tasks.length
  return tasks.map((task, index) => ({ domain: number, task, upTo: start + share * (index + 1) }))
})

/** Item `index` of a pool: tasks by weight, every fifth item multiple-response, Angoff values from 0.35 to 0.85. */
function poolItem(index: number, size: number, random: () => number): Item {
  const slot = slots.find(({ upTo }) => (index / size) * 100 < upTo) ?? slots[0]!
  const multiple = index % 5 === 4
  return makeItem({
    id: `tst-${String(index).padStart(4, '0')}`,
    hash: `hash-${index}`,
    domain: slot.domain,
    task: slot.task,
    kind: multiple ? 'multiple-response' : 'multiple-choice',
    select: multiple ? 2 : null,
    options: (multiple ? optionsOf(5, [index % 5, (index + 2) % 5]) : optionsOf(4, [index % 4])).map(
      (option, place) => ({ ...option, text: `Alternative ${place} of ${index}` }),
    ),
    angoff: Math.round((0.35 + 0.5 * random()) * 100) / 100,
  })
}

/** A pool of `size` items in proportion to the blueprint; every tenth item is an enemy of its neighbour. */
export function makePack(size: number, changes: Partial<Pack> = {}): Pack {
  const random = seededRandom(`pool of ${size}`)
  const items = Array.from({ length: size }, (_, index) => poolItem(index, size, random.next))
  return {
    examCode: 'TST-C01',
    programme: 'test',
    title: 'Test pool',
    purpose: 'practice',
    licence: 'CC-BY-4.0',
    assumes: [],
    items: items.map((item, index) =>
      index % 10 === 0 ? { ...item, enemies: [items[index + 1]?.id ?? ''] } : item,
    ),
    stimuli: [],
    version: 'test',
    ...changes,
  }
}

/** A request for a whole form of a pool of 300; `changes` replace what a test is about. */
export const makeRequest = (changes: Partial<AssemblyRequest> = {}): AssemblyRequest => ({
  blueprint: sampleBlueprint,
  pack: makePack(300),
  seed: 'seed',
  secretSeed: 'a3f1'.repeat(16),
  drawnOn: calendarDate('2026-11-24'),
  newId: () => 'form-1',
  ...changes,
})
