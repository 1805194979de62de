import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { isNode, root, sourcesBelow, walk } from '../../../test/support/source.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { knownCodes, problem, problemOf } from './problem.ts'

/** Every refusal code that a use case reachable by HTTP can give: `{ code: '…' }` in its types and values. */
function codesIn(folder: string): string[] {
  const codes: string[] = []
  for (const file of sourcesBelow(folder)) {
    if (file.path.endsWith('.test.ts')) continue
    walk(file.tree, (node) => {
      const key = isNode(node.key) ? (node.key as { name?: string }).name : undefined
      const literal = node.type === 'Property' ? node.value : undefined
      if (key === 'code' && isNode(literal) && typeof literal.value === 'string') codes.push(literal.value)
    })
  }
  return [...new Set(codes)]
}

describe('problems', () => {
  test('every refusal of an attempt has a status and a next step here', () => {
    expect(codesIn('src/domain/attempt').filter((code) => !knownCodes().has(code))).toEqual([])
    expect(codesIn('src/domain/form').filter((code) => !knownCodes().has(code))).toEqual([])
  })

  test('codes are kebab-case', () => {
    expect([...knownCodes()].filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([])
  })

  test('a refusal carries its facts, its next step and Retry-After', async () => {
    const app = new Hono().get('/', (c) =>
      problem(c, { code: 'retake-too-soon', ...{ retryAfterSeconds: 90 } }),
    )
    const response = await app.request('/')
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('90')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      type: '/problems/retake-too-soon',
      status: 429,
      code: 'retake-too-soon',
      retryAfterSeconds: 90,
    })
  })

  test('a thrown error tells its code and nothing else; the log gets the cause', async () => {
    const logged: string[] = []
    const app = new Hono()
    app.get('/known', () => {
      throw new CairnError('store-unavailable', 'secret path /home/somebody')
    })
    app.get('/bug', () => {
      throw new Error('select * from attempt')
    })
    app.onError((error, c) => problemOf(c, error, (text) => logged.push(text)))
    const known = await app.request('/known')
    const bug = await app.request('/bug')
    expect([known.status, bug.status]).toEqual([503, 500])
    expect((await known.text()) + (await bug.text())).not.toMatch(/somebody|select/)
    expect(logged.join()).toMatch(/somebody[\s\S]*select/)
  })

  test('the codes named in the architecture page exist', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    const named = page
      .split('\n')
      .filter((line) => line.includes('| `'))
      .flatMap((line) => line.split('|').at(-2)?.split(',') ?? [])
    const codes = named.map((code) => code.trim()).filter((code) => /^[a-z]+(-[a-z]+)+$/.test(code))
    expect(codes.length).toBeGreaterThan(8)
    expect(codes.filter((code) => !knownCodes().has(code))).toEqual([])
  })
})
