import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sampleAward } from '../../../test/support/sample-award.ts'
import { credentialPapers } from './credential-papers.ts'

const sheet = (link: string | null) => ({
  award: sampleAward(),
  issuerName: 'Harbour Academy',
  issuerId: 'did:key:z6Mk',
  uri: 'urn:uuid:1',
  link,
  secured: '{"id":"urn:uuid:1","text":"é"}',
})

const streamsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('utf8')
    } catch {
      return stream
    }
  })

/** Text that a page shows: pdfkit writes it as hexadecimal, in pieces between kerns. */
const shownOn = (stream: string): string =>
  [...stream.matchAll(/<([0-9a-f]+)>/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
    .join('')

describe('a credential on paper', () => {
  test('carries the signed JSON, byte for byte', async () => {
    const pdf = Buffer.from(await credentialPapers.pdf(sheet(null)))
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-')
    expect(pdf.toString('latin1')).toMatch(/\/EmbeddedFile/)
    expect(streamsOf(pdf)).toContain('{"id":"urn:uuid:1","text":"é"}')
  })

  test('shows what the page shows, on one sheet', async () => {
    const pdf = Buffer.from(
      await credentialPapers.pdf(sheet('https://records.harbour.example/credentials/1')),
    )
    expect(pdf.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(1)
    const text = shownOn(streamsOf(pdf).join('\n'))
    for (const shown of [
      'Harbour work',
      'Harbour Academy',
      '742 on a scale of 100 to 1000',
      'Domain 1, Quays',
      '15 of 20',
    ])
      expect(text).toContain(shown)
    expect(text).toMatch(/Cairn is independent of Amazon Web Services/)
    expect(text).not.toMatch(/ada@/i)
  })

  test('is the same for the same credential', async () => {
    const [one, other] = await Promise.all([
      credentialPapers.pdf(sheet(null)),
      credentialPapers.pdf(sheet(null)),
    ])
    expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true)
  })
})

test('a code is square, with its three corner marks', () => {
  const modules = credentialPapers.qr('https://records.harbour.example/credentials/1')
  expect(modules.every((row) => row.length === modules.length)).toBe(true)
  const last = modules.length - 1
  expect([modules[0]?.[0], modules[0]?.[last], modules[last]?.[0], modules[1]?.[1]]).toEqual([
    true,
    true,
    true,
    false,
  ])
})
