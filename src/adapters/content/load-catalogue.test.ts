import { cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { loadCatalogue } from './load-catalogue.ts'

const original = new URL('../../../catalogue', import.meta.url).pathname
const developer = 'certifications/developer-associate.yaml'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-catalogue-'))
  cpSync(original, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Replaces the first occurrence of a text and returns the line it stands on. */
function replace(file: string, before: string, after: string): number {
  const text = readFileSync(join(folder, file), 'utf8')
  const at = text.indexOf(before)
  if (at < 0) throw new Error(`${file} has no "${before}"`)
  writeFileSync(join(folder, file), `${text.slice(0, at)}${after}${text.slice(at + before.length)}`)
  return text.slice(0, at).split('\n').length
}

function faultsOf(): readonly string[] {
  try {
    loadCatalogue(folder)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(CairnError)
    expect((error as CairnError).code).toBe('catalogue-invalid')
    return (error as CairnError).message.split('\n').slice(1)
  }
}

describe('the catalogue in the repository', () => {
  const catalogue = loadCatalogue(original)

  test('has 19 certifications, 33 exam versions and 304 tasks', () => {
    const versions = catalogue.certifications.flatMap((certification) => certification.versions)
    const tasks = versions.flatMap((version) => version.domains.flatMap((domain) => domain.tasks))
    expect([catalogue.certifications.length, versions.length, tasks.length]).toEqual([19, 33, 304])
  })

  test('lists certifications in the order of the programme', () => {
    expect(catalogue.certifications.slice(0, 3).map(({ id }) => id)).toEqual([
      'cloud-practitioner',
      'ai-practitioner',
      'ai-business-strategist',
    ])
  })

  test('reads a reduced date as its first day and keeps what was stated', () => {
    const first = catalogue.certifications[0]?.versions[0]
    expect(first?.availableFrom).toEqual({
      date: '2017-12-01',
      stated: ['2017-12'],
      basis: 'recalled',
      confidence: 'uncertain',
      note: null,
    })
  })

  test('plans a first day on the latest of the stated dates', () => {
    const developerOfAi = catalogue.certifications.find(
      ({ id }) => id === 'generative-ai-developer-professional',
    )
    expect(developerOfAi?.versions[0]?.availableFrom).toMatchObject({
      date: '2026-04-14',
      stated: ['2026-04-14', '2026-03'],
    })
  })

  test('keeps an unknown renewal apart from none', () => {
    const unknown = catalogue.certifications.filter((certification) => certification.renewalUnknown)
    expect(unknown.map(({ id }) => id)).toEqual(['ai-business-strategist'])
  })

  test('keeps every way to renew, with points, window and doubt', () => {
    const engineer = catalogue.certifications.find(({ id }) => id === 'machine-learning-engineer-associate')
    expect(engineer?.renewedBy.at(-1)).toMatchObject({
      kind: 'activity',
      extendsYears: 1,
      windowDaysBeforeExpiry: 90,
      pointsRequired: 500,
      minPracticalActivities: 1,
      confidence: 'uncertain',
    })
    const game = catalogue.certifications[0]?.renewedBy.at(-1)
    expect(game).toMatchObject({ windowMonthsBeforeExpiry: 6, windowDaysBeforeExpiry: 180, feeUsd: 0 })
  })

  test('repeats the page dates of the sources', () => {
    const group = catalogue.certifications[0]?.sources.find(({ group: name }) => name.startsWith('fee'))
    expect(group).toMatchObject({ sourceIds: ['T1'], pageDates: ['2026-09-20'] })
  })
})

describe('a faulty catalogue names file and line of each fault', () => {
  test('bad YAML', () => {
    const line = replace(developer, 'roles: [software developer', 'roles: [[software developer')
    const faults = faultsOf()
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(
      new RegExp(`^${developer}:(${line}|${line + 1}): is not valid YAML: .+ Correct`),
    )
  })

  test('a repeated key', () => {
    const line = replace(developer, 'validityYears: 3', 'validityYears: 3\nvalidityYears: 4')
    expect(faultsOf()[0]).toContain(`${developer}:${line + 1}: is not valid YAML: Map keys must be unique`)
  })

  test('a wrong type', () => {
    const line = replace(developer, 'durationMinutes: 130', 'durationMinutes: two hours')
    expect(faultsOf()).toEqual([
      expect.stringContaining(
        `${developer}:${line}: versions.0.durationMinutes: expected number, received string. Correct the value`,
      ),
    ])
  })

  test('a missing field, at the entry that lacks it', () => {
    replace(developer, '    cutScore: 720\n', '')
    const line =
      readFileSync(join(folder, developer), 'utf8').split('\n').indexOf('  - examCode: DVA-C01') + 1
    expect(faultsOf()[0]).toMatch(new RegExp(`^${developer}:${line}: versions.0.cutScore: `))
  })

  test('a misspelled field', () => {
    const line = replace(developer, 'guideVersion:', 'guideVerson:')
    expect(faultsOf().join('\n')).toContain(
      `${developer}:${line}: "guideVerson" is not a field of the catalogue.`,
    )
  })

  test('a day that does not exist', () => {
    const line = replace(developer, 'registrationFrom: 2026-10-27', 'registrationFrom: 2026-02-30')
    expect(faultsOf()).toEqual([
      `${developer}:${line}: versions.2.registrationFrom: is not a day. Write YYYY-MM-DD, or null when unknown.`,
    ])
  })

  test('an unknown confidence word', () => {
    const line = replace(
      developer,
      'basis: recalled, confidence: uncertain',
      'basis: recalled, confidence: maybe',
    )
    expect(faultsOf()[0]).toContain(`${developer}:${line}: versions.0.availableFrom.confidence: `)
  })

  test('weights of 99', () => {
    replace(developer, 'weightPercent: 22', 'weightPercent: 21')
    const lines = readFileSync(join(folder, developer), 'utf8').split('\n')
    const line = lines.indexOf('    domains:') + 1
    expect(faultsOf()).toEqual([
      `${developer}:${line}: the weights add to 99, not 100. Compare weightPercent of each domain with the guide; write null where unknown.`,
    ])
  })

  test('unknown weights are no fault', () => {
    replace(developer, 'weightPercent: 22', 'weightPercent: null')
    expect(faultsOf()).toEqual([])
  })

  test('dates reversed', () => {
    const line = replace(developer, 'lastExamDate: { date: 2023-02-27', 'lastExamDate: { date: 2018-05-31')
    expect(faultsOf()).toEqual([
      `${developer}:${line}: the last exam day 2018-05-31 lies before the first, 2018-06. Correct one of them.`,
    ])
  })

  test('a successor that does not follow', () => {
    const line = replace(developer, 'availableFrom: { date: 2026-12-01', 'availableFrom: { date: 2023-02-28')
    expect(faultsOf().join('\n')).toContain(`${developer}:${line}: DVA-C03 does not follow DVA-C02 in time.`)
  })

  test('a last day planned on the later of two dates', () => {
    replace(developer, 'alsoStated: [2026-12-01]', 'alsoStated: [2026-11-29]')
    expect(faultsOf()).toEqual([expect.stringContaining('a last day is planned on the earliest date')])
  })

  test('a report from the future', () => {
    const line = replace(developer, 'date: 2026-12-01, basis: announced', 'date: 2026-12-01, basis: reported')
    expect(faultsOf()).toEqual([
      expect.stringContaining(`${developer}:${line}: a day after the newest evidence (2026-10-08)`),
    ])
  })

  test('a withdrawn language that was never offered', () => {
    const file = 'certifications/cloud-practitioner.yaml'
    const line = replace(file, 'languages: [it, de]', 'languages: [it, tlh]')
    expect(faultsOf()).toEqual([
      `${file}:${line}: "tlh" is not among the languages of CLF-C02. Add it there, or correct it here.`,
    ])
  })

  test('an unknown certification in a renewal edge', () => {
    const line = replace(
      developer,
      'certification: devops-engineer-professional',
      'certification: devops-wizard',
    )
    expect(faultsOf()).toEqual([
      `${developer}:${line}: "devops-wizard" is not known. Name a certification that has a file, or remove this entry.`,
    ])
  })

  test('an unknown nearest route, prior certification and source', () => {
    const analytics = 'certifications/data-analytics-specialty.yaml'
    const nearest = replace(analytics, 'id: data-engineer-associate', 'id: data-wizard')
    const prior = replace(developer, 'id: cloud-practitioner', 'id: cloud-wizard')
    const source = replace(developer, 'sources: [R]', 'sources: [Z9]')
    const faults = faultsOf().join('\n')
    expect(faults).toContain(`${analytics}:${nearest}: "data-wizard" is not known.`)
    expect(faults).toContain(`${developer}:${prior}: "cloud-wizard" is not known.`)
    expect(faults).toContain(`${developer}:${source}: "Z9" is not known. Add it to sources.yaml`)
  })

  test('an exam code used twice', () => {
    const line = replace(developer, 'examCode: DVA-C01', 'examCode: CLF-C01')
    const faults = faultsOf()
    expect(faults).toEqual([
      `${developer}:${line}: exam code CLF-C01 already stands in certifications/cloud-practitioner.yaml. A code names one version; correct one.`,
    ])
  })

  test('an id that is not the name of the file', () => {
    const line = replace(developer, 'id: developer-associate', 'id: developer')
    expect(faultsOf()[0]).toContain(`${developer}:${line}: the id "developer" is not the name of the file.`)
  })

  test('a listed certification without a file, and one listed twice', () => {
    unlinkSync(join(folder, developer))
    const line = replace('programme.yaml', '  - ai-practitioner', '  - cloud-practitioner')
    const faults = faultsOf().join('\n')
    expect(faults).toContain(
      'certifications/developer-associate.yaml is missing. Create it, or remove the id.',
    )
    expect(faults).toContain(`programme.yaml:${line}: "cloud-practitioner" is listed twice.`)
    expect(faults).toContain('"ai-practitioner" is not listed.')
  })

  test('task numbers, domain numbers and item counts that do not fit', () => {
    const task = replace(developer, "'2.1':", "'3.9':")
    const count = replace(developer, 'totalItems: 65', 'totalItems: 66')
    const faults = faultsOf().join('\n')
    expect(faults).toContain(`${developer}:${task}: task 3.9 stands in domain 2.`)
    expect(faults).toContain(`${developer}:${count}: 50 scored and 15 unscored items do not make 66.`)
  })

  test('a missing file', () => {
    unlinkSync(join(folder, 'sources.yaml'))
    expect(faultsOf()).toEqual(['sources.yaml:1: cannot be read (ENOENT). Create it or restore it.'])
  })

  test('an empty folder', () => {
    const empty = mkdtempSync(join(tmpdir(), 'cairn-empty-'))
    expect(() => loadCatalogue(empty)).toThrow('programme.yaml:1: cannot be read')
    rmSync(empty, { recursive: true })
  })

  test('all faults at once', () => {
    replace(developer, 'weightPercent: 22', 'weightPercent: 21')
    replace('certifications/cloud-practitioner.yaml', 'languages: [it, de]', 'languages: [it, tlh]')
    expect(faultsOf()).toHaveLength(2)
  })
})
