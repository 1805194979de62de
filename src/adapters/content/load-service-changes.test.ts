import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadServiceChanges } from './load-service-changes.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-service-changes-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const write = (text: string): void => writeFileSync(join(folder, 'service-changes.yaml'), text)
const sound = `- services: [old-service]
  name: Old Service
  change: ended
  on: 2026-01-31
  page: https://docs.example.org/old
  checked: 2026-11-24
`

describe('loadServiceChanges', () => {
  test('reads the list of the catalogue', () => {
    const changes = loadServiceChanges(fileURLToPath(new URL('../../../catalogue', import.meta.url)))
    expect(changes.find(({ services }) => services.includes('proton'))?.on).toBe('2026-10-07')
    expect(new Set(changes.flatMap(({ services }) => services)).size).toBe(
      changes.flatMap(({ services }) => services).length,
    )
  })

  test('reads a sound file', () => {
    write(sound)
    expect(loadServiceChanges(folder)).toHaveLength(1)
  })

  test.each([
    [
      'a day that does not exist',
      sound.replace('2026-01-31', '2026-02-30'),
      /:4: 0\.on: must be an existing day/,
    ],
    ['an unknown change', sound.replace('ended', 'paused'), /:3: 0\.change: .*closed-to-new-customers/],
    ['a missing name', sound.replace('  name: Old Service\n', ''), /0\.name/],
    ['no list', 'services: 3\n', /expected array/],
    ['broken YAML', '- services: [a\n', /not valid YAML/],
  ])('names file, line and remedy of %s', (_, text, message) => {
    write(text)
    expect(() => loadServiceChanges(folder)).toThrow(message)
  })

  test('says what to do when the file is missing', () => {
    expect(() => loadServiceChanges(folder)).toThrow(/cannot be read .* Create it or restore it/)
  })
})
