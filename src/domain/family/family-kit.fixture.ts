import { describe, expect, test } from 'vitest'
import { contentHash } from '../../adapters/content/content-hash.ts'
import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import { loadCloudFacts } from '../../adapters/content/load-cloud-facts.ts'
import { type FactValues, factValues } from '../cloud/cloud-facts.ts'
import { lintItem } from '../item/lint-item.ts'
import { calendarDate } from '../kernel/calendar-date.ts'
import { once } from '../kernel/once.ts'
import { seededRandom } from '../kernel/seeded-random.ts'
import { familyOf } from './compose-draft.ts'
import { drawVariant, faultsOf } from './draw-variant.ts'
import { isAlive } from './make-item.ts'
import { drawMany, measureFamily } from './measure-family.ts'
import type { Answers, FamilyModel, HashItem } from './types.ts'

const folder = new URL('../../../catalogue', import.meta.url).pathname
export const shippedFacts = once(() => loadCloudFacts(folder))
const catalogue = once(() => loadCatalogue(folder))

/** The hash that the product uses. */
export const hashItem: HashItem = (item) => contentHash(item, undefined)

/** A scenario from the documentation with the answer that the page gives. */
export type GoldenCase<Scenario> = {
  readonly name: string
  readonly page: string
  readonly scenario: Scenario
  readonly answers: Answers
}

/** What a family is held to beside the common rules; the thresholds have defaults that only a reason should lower. */
export type FamilyTrial<Scenario> = {
  readonly golden: readonly GoldenCase<Scenario>[]
  /** Finds the key another way: enumeration, an inverse computation, another library. */
  readonly secondRoute?: (scenario: Scenario, facts: FactValues) => Answers
  /** Default 1,000. */
  readonly seeds?: number
  readonly least?: {
    /** Items per scenario. Default 0.1. */
    readonly yield?: number
    /** Share of items that stand alone among 1,000. Default 0.9. */
    readonly distinct?: number
    /** Share of variants in which each belief gives a distractor (choice items). Default 0.05. */
    readonly belief?: number
  }
  /** Share of variants whose key is the longest option, at most. Default 0.45. */
  readonly mostLongest?: number
}

const usual = { seeds: 1000, yield: 0.1, distinct: 0.9, belief: 0.05, longest: 0.45 } as const
const fewestRenderings = 3

/** The order of answers counts for ordering and matching alone. */
const canonical = (kind: string, answers: Answers): string =>
  (kind.startsWith('multiple') ? answers.map(String).sort() : answers.map(String)).join(' | ')

const task = (examCode: string, domain: number, number: string | null): boolean => {
  const version = catalogue()
    .certifications.flatMap(({ versions }) => versions)
    .find((candidate) => candidate.examCode === examCode)
  const found = version?.domains.find((candidate) => candidate.number === domain)
  if (found === undefined) return false
  return number === null ? true : found.tasks.some((known) => known.number === number)
}

/** Runs the tests that every family must pass; call it once in the family's test file. */
export function tryFamily<Scenario>(model: FamilyModel<Scenario>, trial: FamilyTrial<Scenario>): void {
  const family = familyOf(model)
  const isChoice = model.kind === 'multiple-choice' || model.kind === 'multiple-response'
  const facts = shippedFacts()
  const values = factValues(facts)
  const seeds = trial.seeds ?? usual.seeds
  const draw = once(() => {
    const before = performance.now()
    const drawn = drawMany({ family, facts, hashItem }, seeds)
    return { drawn, milliseconds: (performance.now() - before) / seeds }
  })
  const measured = once(() => measureFamily(family, draw().drawn))

  describe(`family ${model.name}`, () => {
    test(`${model.name}: ${seeds} seeds give ${seeds} items without a lint finding`, () => {
      const { variants, exhausted } = draw().drawn
      expect(exhausted).toEqual([])
      expect(variants.flatMap(({ item }) => faultsOf(item))).toEqual([])
      expect(variants.flatMap(({ item }) => lintItem(item).filter(({ level }) => level === 'error'))).toEqual(
        [],
      )
    }, 60_000)

    test(`${model.name}: same seed, same item; every placement is a task of its exam`, () => {
      const request = { family, seed: 'k3y', facts, hashItem }
      expect(drawVariant(request)).toEqual(drawVariant(request))
      expect(
        model.placements.filter(({ examCode, domain, task: number }) => !task(examCode, domain, number)),
      ).toEqual([])
      expect(model.placements.length).toBeGreaterThan(0)
      expect(isAlive(family, facts, calendarDate('2026-12-01'))).toBe(true)
    })

    test(`${model.name}: yield, distinctness, wordings`, () => {
      const figures = measured()
      const least = { ...usual, ...trial.least }
      const { milliseconds } = draw()
      console.info(
        model.name,
        JSON.stringify({
          ...figures,
          exhausted: figures.exhausted.length,
          milliseconds: Number(milliseconds.toFixed(2)),
        }),
      )
      expect(figures.yield).toBeGreaterThanOrEqual(least.yield)
      expect(figures.distinctItems).toBeGreaterThanOrEqual(least.distinct)
      expect(Object.keys(figures.renderings).length).toBeGreaterThanOrEqual(fewestRenderings)
      expect(Math.min(...Object.values(figures.renderings))).toBeGreaterThan(seeds / 20)
    }, 60_000)

    test(`${model.name}: neither place nor length gives the key away`, () => {
      const { keyPlaces, keyLongest } = measured()
      const places = keyPlaces.filter((count) => count > 0)
      expect(Math.max(0, ...keyPlaces)).toBeLessThanOrEqual(seeds * 0.55)
      expect(model.kind === 'multiple-choice' ? places.length : 4).toBe(4)
      expect(keyLongest).toBeLessThanOrEqual(trial.mostLongest ?? usual.longest)
    }, 60_000)

    test(`${model.name}: every belief earns its place`, () => {
      const least = isChoice ? (trial.least?.belief ?? usual.belief) : 0
      const idle = Object.entries(measured().beliefs).filter(([, share]) => share < least)
      expect(idle).toEqual([])
      expect(model.misconceptions.length).toBeGreaterThanOrEqual(2)
    }, 60_000)

    if (trial.secondRoute !== undefined) {
      const secondRoute = trial.secondRoute
      test(`${model.name}: a second route finds the same key`, () => {
        for (let seed = 1; seed <= seeds; seed++) {
          const scenario = model.sample(seededRandom(`second route ${seed}`), values)
          if (model.constraints?.(scenario, values) === false) continue
          expect(canonical(model.kind, model.solve(scenario, values)), `seed ${seed}`).toBe(
            canonical(model.kind, secondRoute(scenario, values)),
          )
        }
      }, 60_000)
    }

    test.each(trial.golden.map((golden) => [golden.name, golden] as const))(
      `${model.name}: documented: %s`,
      (_, { scenario, answers }) => {
        expect(canonical(model.kind, model.solve(scenario, values))).toBe(canonical(model.kind, answers))
      },
    )
  })
}
