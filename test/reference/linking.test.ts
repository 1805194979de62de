import { describe, expect, test } from 'vitest'
import { linkHaebara, linkStockingLord } from '../../src/domain/measurement/linking/curve-links.ts'
import { linkMeanMean, linkMeanSigma } from '../../src/domain/measurement/linking/moment-links.ts'
import type { ScaleLink } from '../../src/domain/measurement/linking/scale-link.ts'
import { commonItems, formX, formY } from './kolen-brennan.fixture.ts'

const drifted = 26
const common = (positions: readonly number[]) => ({
  x: positions.map((position) => formX[position]!),
  y: positions.map((position) => formY[position]!),
})
const all = common(commonItems)
const sound = common(commonItems.filter((position) => position !== drifted))

function expectLink(link: ScaleLink, slope: number, intercept: number): void {
  expect(link.slope).toBeCloseTo(slope, 5)
  expect(link.intercept).toBeCloseTo(intercept, 5)
}

describe('forms X and Y of Kolen and Brennan (2004), table 6.5; constants of the R package plink 1.5-1 (Weeks, 2010)', () => {
  test('mean/mean', () => {
    expectLink(linkMeanMean(all), 1.217266, -0.557155)
    expectLink(linkMeanMean(sound), 1.144959, -0.478967)
  })

  test('mean/sigma', () => {
    expectLink(linkMeanSigma(all), 1.168892, -0.515543)
    expectLink(linkMeanSigma(sound), 1.176074, -0.504188)
  })

  test('Haebara, 61 nodes on [-4, 4]', () => {
    expectLink(linkHaebara(all), 1.093231, -0.457857)
    expectLink(linkHaebara(sound), 1.08866, -0.441931)
  })

  test('Stocking-Lord, 61 nodes on [-4, 4]', () => {
    expectLink(linkStockingLord(all), 1.101735, -0.476735)
    expectLink(linkStockingLord(sound), 1.097499, -0.464204)
  })

  test('both curve links, compared on both scales', () => {
    expectLink(linkHaebara(all, { symmetric: true }), 1.091285, -0.453673)
    expectLink(linkStockingLord(sound, { symmetric: true }), 1.096172, -0.462519)
  })
})
