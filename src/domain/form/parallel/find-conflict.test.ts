import { describe, expect, test } from 'vitest'
import { findConflict } from './find-conflict.ts'

describe('the deletion filter', () => {
  test('finds one of several conflicts, whole and with nothing to spare', async () => {
    const cores = [
      ['time', 'length'],
      ['domain 3', 'uses', 'length'],
    ]
    const conflicts = async (parts: readonly string[]): Promise<boolean> =>
      cores.some((core) => core.every((part) => parts.includes(part)))
    const found = await findConflict(['length', 'domain 1', 'time', 'domain 3', 'uses'], conflicts)
    expect(found).toEqual(['length', 'domain 3', 'uses'])
  })

  test('keeps what it cannot tell to be needless', async () => {
    expect(await findConflict([1, 2], async () => false)).toEqual([1, 2])
  })
})
