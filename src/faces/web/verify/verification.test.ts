import { describe, expect, test } from 'vitest'
import { bodyOf, toBase64 } from './verification.ts'

describe('what is sent to be checked', () => {
  test('pasted text goes as it is, without the space around it', async () => {
    expect(await bodyOf({ file: null, text: ' {"id":"a"}\n', email: '' })).toEqual({
      credential: '{"id":"a"}',
    })
  })

  test('a file goes in base64, with the address of the person where one is given', async () => {
    const file = new File([Uint8Array.of(0x89, 0x50, 0xff)], 'badge.png')
    expect(await bodyOf({ file, text: 'ignored', email: ' ada@example.org ' })).toEqual({
      data: 'iVD/',
      email: 'ada@example.org',
    })
  })

  test('a large file survives being cut into pieces', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256)
    expect(Buffer.from(toBase64(bytes), 'base64').equals(bytes)).toBe(true)
  })
})
