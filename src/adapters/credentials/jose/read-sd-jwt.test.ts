import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../domain/cloud/json.ts'
import { Refused } from '../refused.ts'
import { readSdJwt } from './read-sd-jwt.ts'
import { digestOf } from './sign-sd-jwt.ts'

const disclose = (parts: Json): string => Buffer.from(JSON.stringify(parts)).toString('base64url')
const name = disclose(['s1', 'name', 'Ada'])
const mail = disclose(['s2', 'email', 'ada@example.org'])
const element = disclose(['s3', 'first'])

const read = (payload: JsonObject, ...disclosures: string[]) =>
  readSdJwt(['token', ...disclosures, ''].join('~'), () => payload)

const reasonOf = (work: () => unknown): string => {
  try {
    work()
    return 'none'
  } catch (error) {
    return error instanceof Refused ? error.reason : String(error)
  }
}

describe('a token with selective disclosures', () => {
  test('has the claims that were disclosed, and no trace of the others', () => {
    const payload = { iss: 'x', _sd_alg: 'sha-256', _sd: [digestOf(name), digestOf(mail)] }
    expect(read(payload, name)).toEqual({
      token: 'token',
      claims: { iss: 'x', name: 'Ada' },
      hasKeyBinding: false,
    })
    expect(read(payload).claims).toEqual({ iss: 'x' })
  })

  test('has disclosed elements in their places in lists, and drops the rest', () => {
    const hidden = disclose(['s4', 'second'])
    const list = { list: [{ '...': digestOf(element) }, 'plain', { '...': digestOf(hidden) }] }
    expect(read(list, element).claims).toEqual({ list: ['first', 'plain'] })
  })

  test('discloses within what was disclosed', () => {
    const person = disclose(['s5', 'person', { _sd: [digestOf(name)] }])
    expect(read({ _sd: [digestOf(person)] }, person, name).claims).toEqual({ person: { name: 'Ada' } })
  })

  test('tells a binding to a key of the holder', () => {
    expect(readSdJwt(`token~${name}~binding`, () => ({ _sd: [digestOf(name)] })).hasKeyBinding).toBe(true)
  })

  test.each<[string, JsonObject, string[]]>([
    ['a disclosure without a place', {}, [name]],
    ['the same disclosure twice', { _sd: [digestOf(name)] }, [name, name]],
    ['a digest that stands twice', { _sd: [digestOf(name)], more: { _sd: [digestOf(name)] } }, [name]],
    ['a claim that is there already', { name: 'Eve', _sd: [digestOf(name)] }, [name]],
    ['an element as a claim', { _sd: [digestOf(element)] }, [element]],
    ['digests that are no list', { _sd: 'x' }, []],
    ['a digest that is no text', { _sd: [7] }, []],
    ['a claim by a reserved name', {}, [disclose(['s', '_sd', []])]],
    ['a disclosure of four parts', {}, [disclose(['s', 'a', 'b', 'c'])]],
    ['a disclosure that is no list', {}, [disclose({ a: 1 })]],
  ])('is refused for %s', (_, payload, disclosures) => {
    expect(reasonOf(() => read(payload, ...disclosures))).toBe('disclosure-invalid')
  })

  test('is refused under another hash', () => {
    expect(reasonOf(() => read({ _sd_alg: 'md5' }))).toBe('algorithm-refused')
  })
})
