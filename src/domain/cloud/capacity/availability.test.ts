import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readShape } from '../shape.ts'
import { type System, type SystemPlan, systemAvailability, systemPlanShape } from './availability.ts'

const of = (system: System, components: SystemPlan['components']) =>
  systemAvailability({ components, system }).availability

/** Counts every case of working and failing components: slow, and sure. */
function byEnumeration({ components, system }: SystemPlan): number {
  const works = (one: System, up: ReadonlySet<string>): boolean => {
    if (typeof one === 'string') return up.has(one)
    if ('series' in one) return one.series.every((part) => works(part, up))
    return one.parallel.filter((part) => works(part, up)).length >= (one.needed ?? 1)
  }
  const names = Object.keys(components)
  return Array.from({ length: 2 ** names.length }, (_, bits) => {
    const up = new Set(names.filter((__, index) => ((bits >> index) & 1) === 1))
    const chance = names.reduce(
      (product, name) => product * (up.has(name) ? components[name]! : 1 - components[name]!),
      1,
    )
    return works(system, up) ? chance : 0
  }).reduce((sum, chance) => sum + chance, 0)
}

describe('availability', () => {
  test('in series multiplies', () => {
    expect(of({ series: ['web', 'db'] }, { web: 0.99, db: 0.999 })).toBeCloseTo(0.98901, 12)
  })

  test('in parallel multiplies what is not there', () => {
    expect(of({ parallel: ['a', 'b'] }, { a: 0.99, b: 0.99 })).toBeCloseTo(0.9999, 12)
  })

  test('of two out of three is the binomial sum', () => {
    const two = of({ parallel: ['a', 'b', 'c'], needed: 2 }, { a: 0.9, b: 0.9, c: 0.9 })
    expect(two).toBeCloseTo(3 * 0.9 ** 2 * 0.1 + 0.9 ** 3, 12)
  })

  test('counts a shared dependency once', () => {
    const components = { web1: 0.99, web2: 0.99, dns: 0.999 }
    const shared: System = { parallel: [{ series: ['dns', 'web1'] }, { series: ['dns', 'web2'] }] }
    const outcome = systemAvailability({ components, system: shared })
    expect(outcome.availability).toBeCloseTo(0.999 * 0.9999, 12)
    expect(outcome.shared).toEqual(['dns'])
    const own = { web1: 0.99, web2: 0.99, dns1: 0.999, dns2: 0.999 }
    const apart: System = { parallel: [{ series: ['dns1', 'web1'] }, { series: ['dns2', 'web2'] }] }
    expect(of(apart, own)).toBeGreaterThan(outcome.availability)
  })

  test('becomes minutes in a year', () => {
    expect(systemAvailability({ components: { a: 0.9999 }, system: 'a' }).downtimeMinutesPerYear).toBeCloseTo(
      52.56,
      8,
    )
  })

  test('of unknown or impossible components is refused', () => {
    expect(() => of('b', { a: 0.9 })).toThrow(/"b" is not among the components/)
    expect(() => of('toString', { a: 0.9 })).toThrow(RangeError)
    expect(() => of('a', { a: 1.1 })).toThrow(/components.a must be from 0 to 1/)
    expect(() => of({ parallel: ['a'], needed: 2 }, { a: 0.9 })).toThrow(/needed/)
    const many = Array.from({ length: 17 }, (_, index) => `c${index}`)
    const components = Object.fromEntries(many.map((name) => [name, 0.9]))
    expect(() => of({ series: [...many, ...many] }, components)).toThrow(/shared components/)
  })

  const names = ['a', 'b', 'c', 'd', 'e'] as const
  const { system: someSystem } = fc.letrec<{ system: System; branch: System }>((tie) => ({
    system: fc.oneof({ depthSize: 'small' }, fc.constantFrom(...names), tie('branch')),
    branch: fc
      .tuple(fc.boolean(), fc.array(tie('system'), { minLength: 1, maxLength: 3 }), fc.nat(2))
      .map(
        ([isSeries, parts, spare]): System =>
          isSeries ? { series: parts } : { parallel: parts, needed: Math.max(1, parts.length - spare) },
      ),
  }))
  const someComponents = fc.tuple(...names.map(() => fc.double({ min: 0, max: 1, noNaN: true })))
  const plan = fc.tuple(someSystem, someComponents).map(([system, chances]) => ({
    system,
    components: Object.fromEntries(names.map((name, index) => [name, chances[index]!])),
  }))

  test('is what counting every case gives', () => {
    fc.assert(
      fc.property(plan, (given) => {
        expect(systemAvailability(given).availability).toBeCloseTo(byEnumeration(given), 9)
      }),
    )
  })

  test('never falls when a component gets better', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom(...names), (given, name) => {
        const better = { ...given.components, [name]: (given.components[name]! + 1) / 2 }
        const before = systemAvailability(given).availability
        expect(systemAvailability({ ...given, components: better }).availability).toBeGreaterThanOrEqual(
          before - 1e-12,
        )
      }),
    )
  })

  test('of a plan of another form is not asked for', () => {
    expect(
      readShape(systemPlanShape, { components: { a: 1 }, system: { series: ['a', { parallel: ['a'] }] } }).ok,
    ).toBe(true)
    const broken = readShape(systemPlanShape, { components: {}, system: { series: ['a', { paralel: [] }] } })
    expect(broken.ok ? [] : broken.error.faults.map(({ at }) => at)).toContain('system.series[1].paralel')
    expect(readShape(systemPlanShape, { components: {}, system: 5 }).ok).toBe(false)
  })
})
