import { describe, expect, test } from 'vitest'
import { contentHash } from '../../adapters/content/content-hash.ts'
import { loadCloudFacts } from '../../adapters/content/load-cloud-facts.ts'
import type { Ports } from '../../application/ports.ts'
import type { TriedFamily } from '../../application/try-family.ts'
import type { Item } from '../../domain/item/types.ts'
import { instant } from '../../domain/kernel/instant.ts'
import { addTryCommand } from './item-try.ts'
import { type Ran, runCommand } from './run-command.fixture.ts'

const facts = loadCloudFacts(new URL('../../../catalogue', import.meta.url).pathname)
const ports = {
  content: {
    packs: () => [],
    cloudFacts: () => facts,
    hashItem: (item: Omit<Item, 'hash'>) => contentHash(item, undefined),
  },
  clock: { now: () => instant(Date.parse('2026-12-01T09:00:00Z')) },
  identifiers: { next: () => 'identifier-1' },
} as unknown as Ports

const run = (...words: readonly string[]): Promise<Ran> => runCommand(addTryCommand, ports, ['try', ...words])

describe('item try with a family', () => {
  test('as JSON: one variant for each seed from the one named, without keys', async () => {
    const { json } = await run('iam-abac', '--seed', '41', '--count', '3', '--json')
    const { family, variants } = json as TriedFamily
    expect(family.name).toBe('iam-abac')
    expect(variants.map(({ itemId }) => itemId)).toEqual(
      [41, 42, 43].map((seed) => `family-iam-abac-${seed}`),
    )
    expect(variants.some((variant) => 'answer' in variant)).toBe(false)
  })

  test('as text with --reveal: options, key, and which belief gives which option', async () => {
    const { out } = await run('controls-match', '--seed', '2', '--reveal')
    expect(out).toMatch(/^family-controls-match-2, drawn from \d+ scenarios?, Angoff value 0\.\d\d/)
    expect(out).toContain('Key: ')
    expect((await run('iam-abac', '--reveal')).out).toMatch(/ by [a-z-]+\n/)
  })

  test('refuses what is neither family nor item, and a seed of other letters', async () => {
    expect((await run('no-such')).refusal).toMatchObject({ code: 'item-unknown' })
    expect((await run('iam-abac', '--seed', 'A B')).refusal).toMatchObject({ code: 'seed-invalid' })
    await expect(run('iam-abac', '--count', '0')).rejects.toThrow(/whole number/)
  })
})
