import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cloudFactIds, expiredFacts, factValues } from '../../domain/cloud/cloud-facts.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { calendarDate } from '../../domain/kernel/calendar-date.ts'
import { loadCloudFacts } from './load-cloud-facts.ts'

const catalogue = new URL('../../../catalogue', import.meta.url).pathname
const text = readFileSync(join(catalogue, 'cloud-facts.yaml'), 'utf8')

/** The fault that the loader reports for a changed copy of the file. */
function faultOf(change: (text: string) => string): CairnError {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-facts-'))
  writeFileSync(join(folder, 'cloud-facts.yaml'), change(text))
  try {
    loadCloudFacts(folder)
  } catch (error) {
    return error as CairnError
  }
  throw new Error('The loader accepted the file.')
}

const lineOf = (needle: string): number => text.slice(0, text.indexOf(needle)).split('\n').length

describe('the facts about cloud services', () => {
  test('hold every known name once, with a page of the vendor and the day it was read', () => {
    const facts = loadCloudFacts(catalogue)
    expect(Object.keys(facts).sort()).toEqual([...cloudFactIds].sort())
    for (const fact of Object.values(facts)) {
      expect(fact.page).toMatch(/^https:\/\/(docs\.)?aws\.amazon\.com\//)
      expect(fact.checked).toBe('2026-11-24')
      expect(fact.unit.length).toBeGreaterThan(10)
    }
  })

  test('five addresses of a subnet are reserved and a read unit is 4 KB', () => {
    const values = factValues(loadCloudFacts(catalogue))
    expect(values['subnet-reserved-first'] + values['subnet-reserved-last']).toBe(5)
    expect(values['dynamodb-read-unit-bytes']).toBe(4 * values['dynamodb-write-unit-bytes'])
    expect(values['aurora-write-quorum'] + values['aurora-read-quorum']).toBeGreaterThan(
      values['aurora-copies'],
    )
  })

  test('expire on the day after their last', () => {
    const facts = loadCloudFacts(catalogue)
    const ending = {
      ...facts,
      'aurora-copies': { ...facts['aurora-copies'], validUntil: calendarDate('2027-01-31') },
    }
    const ids = ['aurora-copies', 'aurora-zones'] as const
    expect(expiredFacts(ending, ids, calendarDate('2027-01-31'))).toEqual([])
    expect(expiredFacts(ending, ids, calendarDate('2027-02-01'))).toEqual(['aurora-copies'])
  })
})

describe('a faulty file of facts', () => {
  test('is refused with file and line of a wrong value', () => {
    const error = faultOf((facts) => facts.replace('value: 409600', 'value: many'))
    expect(error).toBeInstanceOf(CairnError)
    expect(error.code).toBe('cloud-facts-invalid')
    expect(error.message).toContain(`cloud-facts.yaml:${lineOf('value: 409600')}: dynamodb-item-bytes.value`)
  })

  test('is refused with the line of a name that nobody knows', () => {
    const error = faultOf((facts) => facts.replace('aurora-zones:', 'aurora-zone:'))
    expect(error.message).toContain(`cloud-facts.yaml:${lineOf('aurora-zones:')}: "aurora-zone" is not known`)
    expect(error.message).toContain('aurora-zones')
  })

  test('is refused for a day that does not exist, a page that is none and a member too many', () => {
    expect(faultOf((facts) => facts.replace('checked: 2026-11-24', 'checked: 2026-02-30')).message).toContain(
      'subnet-reserved-first.checked: must be an existing day',
    )
    expect(faultOf((facts) => facts.replace(/page: \S+/, 'page: somewhere')).message).toContain('.page')
    expect(faultOf((facts) => facts.replace('unit:', 'price: 3\n  unit:')).message).toContain(
      '"price" is not known',
    )
  })

  test('is refused when it is no YAML, and when it is missing', () => {
    expect(faultOf(() => 'a: [').message).toMatch(/cloud-facts\.yaml:\d+: is not valid YAML/)
    expect(() => loadCloudFacts(tmpdir())).toThrow(/cannot be read \(ENOENT\)/)
  })
})
