import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseHybridRoute, type HybridRoute } from './hybrid-route.ts'
import { address, block } from './packet.fixture.ts'

const route = (id: string, link: HybridRoute['link'], more: Partial<HybridRoute> = {}): HybridRoute => ({
  id,
  link,
  destination: block('192.168.0.0/16'),
  ...more,
})

const choose = (...routes: readonly HybridRoute[]): string => {
  const choice = chooseHybridRoute(routes, address('192.168.1.1'))
  return choice === null ? 'none' : `${choice.routes.map(({ id }) => id).join(', ')}: ${choice.because}`
}

const fibre = route('fibre', 'direct-connect')
const backup = route('backup', 'vpn-bgp')
const fixed = route('fixed', 'vpn-static')

describe('the way to an on-premises network', () => {
  test.each([
    ['fibre: only-route', [fibre]],
    ['fibre: kind-of-link', [backup, fibre, fixed]],
    ['fixed: kind-of-link', [backup, fixed]],
    ['backup: longest-prefix', [fibre, { ...backup, destination: block('192.168.0.0/17') }]],
    [
      'fibre: kind-of-link',
      [
        { ...fibre, asPath: 9 },
        { ...backup, asPath: 1 },
      ],
    ],
    [
      'high: local-preference',
      [{ ...fibre, asPath: 1 }, route('high', 'direct-connect', { preference: 'high', asPath: 5 })],
    ],
    ['fibre: local-preference', [fibre, route('low', 'direct-connect', { preference: 'low' })]],
    ['short: shortest-as-path', [{ ...backup, asPath: 3 }, route('short', 'vpn-bgp', { asPath: 2 })]],
    ['near: lowest-med', [{ ...backup, med: 200 }, route('near', 'vpn-bgp', { med: 100 })]],
    ['backup, twin: equal', [backup, route('twin', 'vpn-bgp')]],
  ])('%s', (expected, routes) => {
    expect(choose(...routes)).toBe(expected)
  })

  test('does not exist where no prefix leads there', () => {
    expect(chooseHybridRoute([fibre], address('10.0.0.1'))).toBeNull()
    expect(choose()).toBe('none')
  })

  test('does not depend on the order in which routes are known', () => {
    const some = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      link: fc.constantFrom('direct-connect', 'vpn-static', 'vpn-bgp'),
      destination: fc.constantFrom(block('192.168.0.0/16'), block('192.168.0.0/17')),
      asPath: fc.integer({ min: 1, max: 3 }),
      preference: fc.constantFrom('low', 'medium', 'high'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ id }) => id, minLength: 1 }), (routes) => {
        const sorted = (list: readonly HybridRoute[]) => {
          const choice = chooseHybridRoute(list, address('192.168.1.1'))
          return [choice?.because, choice?.routes.map(({ id }) => id).sort()]
        }
        expect(sorted(routes)).toEqual(sorted(routes.toReversed()))
      }),
    )
  })
})
