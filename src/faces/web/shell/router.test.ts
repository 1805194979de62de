import { describe, expect, test } from 'vitest'
import { findRoute, isOwnNavigation, matchPath } from './router.ts'

describe('matching a path', () => {
  test('fixed parts must be equal and variable parts are taken', () => {
    expect(matchPath('/', '/')).toEqual({})
    expect(matchPath('/exams/:code', '/exams/SAA-C03')).toEqual({ code: 'SAA-C03' })
    expect(matchPath('/attempts/:id/report', '/attempts/0190/report')).toEqual({ id: '0190' })
  })

  test('length, words and empty parts tell paths apart', () => {
    expect(matchPath('/exams/:code', '/exams')).toBeNull()
    expect(matchPath('/exams/:code', '/exams/')).toBeNull()
    expect(matchPath('/exams/:code', '/exams/a/b')).toBeNull()
    expect(matchPath('/exams', '/exam')).toBeNull()
  })

  test('a last slash does not matter', () => {
    expect(matchPath('/route', '/route/')).toEqual({})
  })

  test('parts are decoded, and a broken escape stays as it is', () => {
    expect(matchPath('/a/:b', '/a/x%20y')).toEqual({ b: 'x y' })
    expect(matchPath('/a/:b', '/a/%E0%A4%A')).toEqual({ b: '%E0%A4%A' })
  })
})

describe('finding a route', () => {
  const routes = [{ pattern: '/attempts/:id' }, { pattern: '/attempts/:id/report' }]

  test('gives the first that fits, with parameters', () => {
    expect(findRoute(routes, '/attempts/7/report')).toEqual({ route: routes[1], params: { id: '7' } })
  })

  test('gives null where none fits', () => {
    expect(findRoute(routes, '/nowhere')).toBeNull()
  })
})

describe('which clicks are ours', () => {
  const click = {
    button: 0,
    metaKey: false,
    ctrlKey: false,
    shiftKey: false,
    altKey: false,
    defaultPrevented: false,
  }
  const anchor = { target: '', origin: 'http://here', pathname: '/exams', search: '', hash: '', download: '' }
  const ours = (clickChange = {}, anchorChange = {}) =>
    isOwnNavigation({ ...click, ...clickChange }, { ...anchor, ...anchorChange }, 'http://here')

  test('a plain click on a page of this site is', () => {
    expect(ours()).toBe(true)
    expect(ours({}, { search: '?as-of=2026-11-24' })).toBe(true)
  })

  test('a new tab, another button, or a handled click is not', () => {
    expect(
      [
        { metaKey: true },
        { ctrlKey: true },
        { shiftKey: true },
        { altKey: true },
        { button: 1 },
        { defaultPrevented: true },
      ].some((change) => ours(change)),
    ).toBe(false)
  })

  test('another site, a page of the server, a download, a target or a place on the page is not', () => {
    const others = [
      { origin: 'http://there' },
      { pathname: '/api/v1/export' },
      { pathname: '/credentials/0190' },
      { pathname: '/issuers/cairn' },
      { download: 'x.json' },
      { target: '_blank' },
      { hash: '#main' },
    ]
    expect(others.some((change) => ours({}, change))).toBe(false)
  })
})
