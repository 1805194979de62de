import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/support/server.ts'
import { instant } from '../../domain/kernel/instant.ts'
import { makeIdentifiers, openSecrets, systemClock } from './system.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

describe('identifiers', () => {
  test('are UUIDs of version 7 that carry their millisecond (RFC 9562)', () => {
    const { next } = makeIdentifiers({ now: () => instant(0x0198_7654_3210) })
    const id = next()
    expect(id).toMatch(/^01987654-3210-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('ascend as text, also within a millisecond, past a full counter, and when the clock steps back', () => {
    let now = 1_000
    const { next } = makeIdentifiers({ now: () => instant(now) })
    const ids = Array.from({ length: 9_000 }, (_, index) => {
      if (index === 4_500) now = 900
      return next()
    })
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('two makers at the same moment do not meet', () => {
    const clock = { now: () => instant(5) }
    expect(makeIdentifiers(clock).next()).not.toBe(makeIdentifiers(clock).next())
  })
})

describe('secrets', () => {
  test('are made on first use, readable by their owner alone, and last', () => {
    const own = join(folder, 'first')
    const secrets = openSecrets(own)
    const derived = secrets.derive('form 1')
    expect(derived).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(join(own, 'secret.key')).mode & 0o777).toBe(0o600)
    expect(openSecrets(own).derive('form 1')).toBe(derived)
    expect(openSecrets(own).derive('form 2')).not.toBe(derived)
  })

  test('opening alone makes no file', () => {
    const own = join(folder, 'untouched')
    openSecrets(own)
    expect(() => statSync(own)).toThrow()
  })

  test('differ between installations, and never show the secret itself', () => {
    const [a, b] = [openSecrets(join(folder, 'a')), openSecrets(join(folder, 'b'))]
    expect(a.derive('x')).not.toBe(b.derive('x'))
    expect(a.derive('x')).not.toContain(readFileSync(join(folder, 'a', 'secret.key'), 'utf8').trim())
  })

  test('a damaged file is refused with the next step', () => {
    const own = join(folder, 'damaged')
    mkdirSync(own)
    writeFileSync(join(own, 'secret.key'), 'short\n')
    expect(() => openSecrets(own).derive('x')).toThrow(/64 hexadecimal digits.*delete it/)
  })
})

test('the clock gives the present', () => {
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1_000)
})
