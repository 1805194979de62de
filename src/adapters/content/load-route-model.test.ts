import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { fields, roles, serviceAreas } from '../../domain/path/vocabulary.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { loadRouteModel } from './load-route-model.ts'

const folder = new URL('../../../catalogue', import.meta.url).pathname
const catalogue = loadCatalogue(folder)
const original = readFileSync(join(folder, 'route-model.yaml'), 'utf8')
const workshop = mkdtempSync(join(tmpdir(), 'route-model-'))
afterAll(() => rmSync(workshop, { recursive: true }))

/** The fault that the loader finds once a part of the file has been replaced. */
function faultAfter(find: string | RegExp, replacement: string): string {
  const text = original.replace(find, replacement)
  if (text === original) throw new Error(`nothing to replace: ${find}`)
  const file = join(workshop, 'route-model.yaml')
  writeFileSync(file, text)
  try {
    loadRouteModel(file, catalogue)
  } catch (error) {
    if (error instanceof CairnError && error.code === 'route-model-invalid') return error.message
    throw error
  }
  throw new Error('the loader found no fault')
}

const lineOf = (text: string): number => original.slice(0, original.indexOf(text)).split('\n').length

/** Every object with a number of its own must say why. */
function unreasoned(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const numbers = entries.filter(([key, entry]) => typeof entry === 'number' && !structural.has(key))
  const own = numbers.length > 0 && !('reason' in value) ? [path] : []
  return [...own, ...entries.flatMap(([key, entry]) => unreasoned(entry, `${path}.${key}`))]
}

/** Thresholds stand under the band that gives their reason; a domain's number is a name. */
const structural = new Set(['awsYears', 'itYears', 'domain'])

describe('the tables of the route planner', () => {
  const model = loadRouteModel(join(folder, 'route-model.yaml'), catalogue)

  test('have every role, field and area of the vocabulary, in any order', () => {
    expect(Object.keys(model.roles).sort()).toEqual([...roles].sort())
    expect(Object.keys(model.fields).sort()).toEqual([...fields].sort())
    expect(Object.keys(model.areas).sort()).toEqual([...serviceAreas].sort())
  })

  test('give a reason beside every number', () => {
    expect(unreasoned(model, 'model')).toEqual([])
    expect(unreasoned({ a: { value: 1 } }, 'model')).toEqual(['model.a'])
  })

  test('cover each certification that can be sat, with hours, reading and practice', () => {
    expect(Object.keys(model.certifications)).toHaveLength(13)
    for (const { id, reading, practice, hours } of Object.values(model.certifications)) {
      expect(catalogue.certifications.map((one) => one.id)).toContain(id)
      expect(reading.length).toBeGreaterThan(0)
      expect(practice.length).toBeGreaterThan(0)
      expect(hours.median).toBeGreaterThan(0)
    }
  })

  test('every role and field leads somewhere, every area touches something', () => {
    for (const { values } of [...Object.values(model.roles), ...Object.values(model.fields)]) {
      expect(Object.keys(values).length).toBeGreaterThan(0)
    }
    for (const { shares } of Object.values(model.areas)) expect(Object.keys(shares).length).toBeGreaterThan(0)
  })

  test('use every document somewhere', () => {
    const read = Object.values(model.certifications).flatMap(({ reading }) =>
      reading.flatMap((one) => one.documents),
    )
    expect(Object.keys(model.documents).filter((id) => !read.includes(id))).toEqual([])
  })

  test('fill in what a line may leave out', () => {
    expect(model.certifications['developer-associate']).toMatchObject({ foundation: null, outgrown: null })
    expect(
      model.sharedSkills.every(
        ({ onlyNew, sources }) => typeof onlyNew === 'boolean' && Array.isArray(sources),
      ),
    ).toBe(true)
    expect(model.documents.iam).toMatchObject({ id: 'iam', kind: 'documentation' })
  })
})

describe('a faulty file is refused with its line', () => {
  test('a number outside its range', () => {
    const line = lineOf("developer-associate: { value: 50, reason: 'Writing")
    const fault = faultAfter(
      "developer-associate: { value: 50, reason: 'Writing",
      "developer-associate: { value: 500, reason: 'Writing",
    )
    expect(fault).toContain('The route model has 1 fault(s)')
    expect(fault).toMatch(
      new RegExp(`route-model\\.yaml:${line}: roles\\.web-developer\\.values\\.developer-associate\\.value`),
    )
  })

  test('a number without a reason', () => {
    expect(faultAfter(/reason: Points per US dollar of fees\.[^\n]*\n/, "reason: ''\n")).toContain(
      'costs.usd.reason: is too short to be a reason',
    )
  })

  test('a role of the vocabulary that is missing, and one that is none', () => {
    expect(faultAfter('  test-engineer:\n', '  tester:\n')).toMatch(
      /roles\.test-engineer|"tester" is not known here/,
    )
  })

  test('a misspelt field', () => {
    expect(faultAfter('  besideHigher:\n', '  besidehigher:\n')).toContain('"besidehigher" is not known here')
  })

  test('a certification, source or document that does not exist', () => {
    expect(
      faultAfter('knows: security-specialty, helps: dev', 'knows: security-speciality, helps: dev'),
    ).toContain('"security-speciality" is not a certification of the catalogue')
    expect(faultAfter('sources: [A9, A15]', 'sources: [A9, A99]')).toContain(
      'source "A99" is not in sources.yaml',
    )
    expect(faultAfter('documents: [lambda, dynamodb, serverless-lens]', 'documents: [lambada]')).toContain(
      '"lambada" is not one of the documents',
    )
  })

  test('a domain without reading, and reading for a domain that is none', () => {
    const line = '      - { domain: 4, documents: [cost-pillar, s3] }\n'
    expect(faultAfter(line, '')).toContain('domain 4 of SAA-C03 has nothing to read')
    expect(faultAfter(line, line + line.replace('4', '9'))).toContain('SAA-C03 has no domain 9')
  })

  test('a certification that can be sat without its table', () => {
    expect(
      faultAfter('\n  security-specialty:\n    technical', '\n  database-specialty:\n    technical'),
    ).toContain('"security-specialty" can be sat but has no entry')
  })

  test('a skill that helps itself, or helps twice', () => {
    const line = '  - { knows: data-engineer-associate, helps: generative-ai-developer-professional,'
    expect(
      faultAfter(line, line.replace('generative-ai-developer-professional', 'data-engineer-associate')),
    ).toContain('"data-engineer-associate" cannot help itself')
    expect(
      faultAfter(line, line.replace('generative-ai-developer-professional', 'solutions-architect-associate')),
    ).toContain('data-engineer-associate helps solutions-architect-associate twice')
  })

  test('bands that leave someone out, or ask less of the less experienced', () => {
    expect(faultAfter(/(id: new[\s\S]*?associate: \{ awsYears: )0/, '$11')).toContain(
      'the last band must fit everyone',
    )
    expect(faultAfter('multiplier: 1.6', 'multiplier: 0.5')).toContain(
      'less experience cannot take fewer hours',
    )
  })

  test('broken YAML, and a file that is not there', () => {
    expect(faultAfter('costs:\n', 'costs: [\n')).toContain('is not valid YAML')
    expect(() => loadRouteModel(join(workshop, 'nowhere.yaml'), catalogue)).toThrow(
      /nowhere\.yaml:1: cannot be read/,
    )
  })

  test('several faults at once are all told', () => {
    const text = original
      .replace('sources: [A9, A15]', 'sources: [A98]')
      .replace('sources: [A9, A11]', 'sources: [A99]')
    const file = join(workshop, 'route-model.yaml')
    writeFileSync(file, text)
    expect(() => loadRouteModel(file, catalogue)).toThrow(/2 fault\(s\)/)
  })

  test('without a catalogue, the file alone is checked', () => {
    const file = join(workshop, 'route-model.yaml')
    writeFileSync(file, original.replace('sources: [A9, A15]', 'sources: [A99]'))
    expect(loadRouteModel(file).sharedSkills.length).toBeGreaterThan(40)
    writeFileSync(file, original.replace('multiplier: 1.6', 'multiplier: 0.5'))
    expect(() => loadRouteModel(file)).toThrow(/less experience/)
  })
})
