import { describe, expect, test } from 'vitest'
import { type RenewalGraph, type RenewalStone, renewalGraph } from './renewal-graph.ts'
import { faultsOf, horizontalExtent, textsOf } from './svg-check.fixture.ts'

const exam = (name: string): RenewalStone => ({
  name: `AWS Certified ${name}`,
  status: 'active',
  extendsYears: 3,
})

const graph: RenewalGraph = {
  id: 'r',
  title: 'Renewal',
  width: 1100,
  subject: { name: 'AWS Certified Machine Learning Engineer - Associate', status: 'active' },
  renewedBy: [
    exam('Generative AI Developer - Professional'),
    { name: 'Maintain on AWS Skill Builder', status: null, extendsYears: 1 },
  ],
  renews: [exam('Cloud Practitioner'), exam('AI Practitioner'), exam('Data Engineer - Associate')],
}
const draw = (changes: Partial<RenewalGraph> = {}): string => renewalGraph({ ...graph, ...changes })
const edgesOf = (svg: string): number => svg.match(/<path class="edge" d="M[^"]*" fill="none"/g)?.length ?? 0

describe('renewalGraph', () => {
  test.each([320, 360, 699, 700, 1100])('is a sound picture inside its width at %i', (width) => {
    const svg = draw({ width })
    expect(faultsOf(svg)).toEqual([])
    expect(horizontalExtent(svg)[1]).toBeLessThanOrEqual(width)
  })

  test('draws an edge for each renewal, two in the narrow one', () => {
    expect(edgesOf(draw())).toBe(5)
    expect(edgesOf(draw({ width: 360 }))).toBe(2)
  })

  test('tells the years of each way', () => {
    const words = textsOf(draw())
    expect(words.filter((text) => text === '+3 years')).toHaveLength(4)
    expect(words).toContain('+1 year')
    expect(words.join(' ')).toContain('Machine Learning Engineer, Associate')
  })

  test('tells unknown from nothing', () => {
    expect(textsOf(draw({ renewedBy: null }))).toContain('unknown')
    expect(textsOf(draw({ renewedBy: [] }))).toContain('nothing any more')
    expect(textsOf(draw({ width: 360, renewedBy: null, renews: [] }))).toEqual([
      'Renewed by: unknown',
      'Machine Learning Engineer,',
      'Associate',
      'A pass renews: none known',
    ])
  })

  test('says the same in its description', () => {
    expect(draw()).toContain(
      'Renewed by: Generative AI Developer, Professional (+3 years); Maintain on AWS Skill Builder (+1 year). A pass renews: Cloud Practitioner (+3 years); AI Practitioner (+3 years); Data Engineer, Associate (+3 years).',
    )
  })
})
