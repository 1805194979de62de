import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { describeFault, readShape } from '../shape.ts'
import { overlaps, parseCidr } from './cidr.ts'
import { planSubnets, type SubnetPlan, subnetPlanShape } from './plan-subnets.ts'

const plan = (subnets: SubnetPlan['subnets'], more: Partial<SubnetPlan> = {}) =>
  planSubnets({ ranges: ['10.0.0.0/22'], subnets, ...more }, values)

const faultsOf = (...given: Parameters<typeof plan>): string[] => plan(...given).faults.map(describeFault)

describe('a plan with blocks', () => {
  test('fits when they lie inside, apart and large enough', () => {
    const report = plan([
      { name: 'web', cidr: '10.0.0.0/24', hosts: 200, growth: 0.25 },
      { name: 'db', cidr: '10.0.1.0/28' },
    ])
    expect(report).toEqual({
      fits: true,
      subnets: [
        {
          name: 'web',
          cidr: '10.0.0.0/24',
          usable: 251,
          needed: 250,
          firstUsable: '10.0.0.4',
          lastUsable: '10.0.0.254',
        },
        {
          name: 'db',
          cidr: '10.0.1.0/28',
          usable: 11,
          needed: null,
          firstUsable: '10.0.1.4',
          lastUsable: '10.0.1.14',
        },
      ],
      free: ['10.0.1.16/28', '10.0.1.32/27', '10.0.1.64/26', '10.0.1.128/25', '10.0.2.0/23'],
      faults: [],
    })
  })

  test('does not fit with one host too many', () => {
    expect(faultsOf([{ name: 'web', cidr: '10.0.0.0/24', hosts: 252 }])).toEqual([
      'subnets[0]: needs 252 addresses, and 10.0.0.0/24 has 251',
    ])
  })

  test('names blocks that overlap, lie outside, or meet what must stay free', () => {
    const subnets = [
      { name: 'a', cidr: '10.0.0.0/23' },
      { name: 'b', cidr: '10.0.1.0/24' },
      { name: 'c', cidr: '10.0.4.0/24' },
    ]
    expect(faultsOf(subnets, { avoid: ['10.0.1.128/25'] })).toEqual([
      'subnets[0].cidr: 10.0.0.0/23 overlaps 10.0.1.128/25 (10.0.1.128/25)',
      'subnets[1].cidr: 10.0.1.0/24 overlaps 10.0.1.128/25 (10.0.1.128/25)',
      'subnets[1].cidr: 10.0.1.0/24 overlaps 10.0.0.0/23 (a)',
      'subnets[2].cidr: 10.0.4.0/24 lies outside the ranges of the plan',
    ])
  })

  test('refuses sizes that no subnet has, IPv6 and texts that are no blocks', () => {
    expect(faultsOf([{ name: 'a', cidr: '10.0.0.0/29' }])[0]).toContain('must be a block of /16 to /28')
    expect(faultsOf([{ name: 'a', cidr: '2001:db8::/64' }])[0]).toContain('not IPv4')
    expect(faultsOf([{ name: 'a', cidr: '10.0.0.1/24' }])[0]).toContain('the block is 10.0.0.0/24')
    expect(faultsOf([], { ranges: ['10.0.0.0/8'] })[0]).toBe(
      'ranges[0]: 10.0.0.0/8 must be a block of /16 to /28',
    )
    expect(faultsOf([], { ranges: ['10.0.0.0/24', '10.0.0.0/25'] })[0]).toContain(
      'ranges[1]: 10.0.0.0/25 overlaps',
    )
  })
})

describe('a plan with hosts alone', () => {
  test('places the largest first, so that none is split in vain', () => {
    const { fits, subnets } = plan([
      { name: 'small', hosts: 10 },
      { name: 'large', hosts: 400 },
      { name: 'fixed', cidr: '10.0.0.0/25' },
    ])
    expect(fits).toBe(true)
    expect(subnets.map(({ name, cidr }) => `${name} ${cidr}`)).toEqual([
      'small 10.0.0.128/28',
      'large 10.0.2.0/23',
      'fixed 10.0.0.0/25',
    ])
  })

  test('says what has no room, and what names nothing', () => {
    expect(faultsOf([{ name: 'a', hosts: 600 }, { name: 'b', hosts: 10 }, { name: 'c' }])).toEqual([
      'subnets[2]: names neither a block nor hosts',
      'subnets[1]: no free block of /28 is left',
    ])
    expect(faultsOf([{ name: 'a', hosts: 70000 }])[0]).toContain('the largest subnet has 65531')
  })

  test('never overlaps anything, whatever the hosts', () => {
    const demand = fc.array(fc.nat(300), { maxLength: 8 })
    fc.assert(
      fc.property(demand, (hosts) => {
        const { subnets } = plan(
          hosts.map((count, index) => ({ name: `s${index}`, hosts: count })),
          { avoid: ['10.0.1.0/26'] },
        )
        const blocks = [...subnets.map(({ cidr }) => cidr), '10.0.1.0/26'].map((text) => {
          const parsed = parseCidr(text)
          return parsed.ok ? parsed.value : null
        })
        const meeting = blocks.filter((one, index) =>
          blocks.slice(0, index).some((other) => one !== null && other !== null && overlaps(one, other)),
        )
        expect(meeting).toEqual([])
        expect(subnets.every(({ usable, needed }) => usable >= (needed ?? 0))).toBe(true)
      }),
    )
  })
})

test('a plan of another form is told from a plan', () => {
  expect(readShape(subnetPlanShape, { ranges: ['10.0.0.0/16'], subnets: [{ name: 'a', hosts: 1 }] }).ok).toBe(
    true,
  )
  expect(readShape(subnetPlanShape, { ranges: [], subnets: [] }).ok).toBe(false)
  expect(readShape(subnetPlanShape, { ranges: ['x'], subnets: [{ name: 'a', hosts: 1.5 }] }).ok).toBe(false)
})
