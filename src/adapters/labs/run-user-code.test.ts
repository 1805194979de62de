import { describe, expect, test } from 'vitest'
import { userCode } from './run-user-code.ts'

const run = (source: string, entry = 'f(input)', input: null | number = null) =>
  userCode.run({ source, entry, input })

describe('code of a person', () => {
  test('is given its input and answers with JSON', async () => {
    expect(await run('const f = (n) => ({ twice: n * 2 })', 'f(input)', 21)).toEqual({
      ok: true,
      value: { twice: 42 },
    })
  })

  test('that does not end is stopped', async () => {
    expect(await run('const f = () => { for (;;); }')).toMatchObject({
      ok: false,
      error: { text: 'It did not end within 250 ms.' },
    })
  })

  test('that wants too much memory, throws, or does not parse is told so', async () => {
    for (const source of [
      'const f = () => { const a = []; for (;;) a.push(new Array(10000).fill(1)) }',
      'const f = () => { throw new TypeError("no") }',
      'const f = (',
    ])
      expect(await run(source)).toMatchObject({ ok: false, error: { code: 'code-failed' } })
  })

  test('reaches nothing outside', async () => {
    const names = ['process', 'require', 'fetch', 'setTimeout']
    const source = `const f = () => [${names.map((name) => `typeof ${name}`)}]`
    expect(await run(source)).toEqual({ ok: true, value: names.map(() => 'undefined') })
  })
})
