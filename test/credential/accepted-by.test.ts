import { readFileSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import jsQR from 'jsqr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askFor, fetchBytes, sitExam, testOrigin, withOrigin } from '../support/credentials.ts'
import { verifyByDigitalBazaar } from '../support/digital-bazaar.ts'
import {
  brokenOpenBadgeRules,
  extractByBraces,
  type Loose,
  openBadgeRules,
} from '../support/open-badge-rules.ts'
import { makeProduct, type Product, realContent } from '../support/product.ts'

/** The schema belongs to 1EdTech and is not ours to ship: name a copy of it to check against. */
const schemaFile = process.env.CAIRN_OB_SCHEMA

const places: readonly (readonly [string, Record<string, string>])[] = [
  ['on one’s own machine', {}],
  ['under a public origin', withOrigin],
]

for (const [place, settings] of places) {
  describe(`a record issued ${place} is accepted by`, { timeout: 90_000 }, () => {
    let product: Product
    let credential: Loose
    let path: string

    beforeAll(async () => {
      product = makeProduct(realContent, {}, settings)
      const asked = await askFor(product, await sitExam(product, 'SAA-C03', { right: true }), {
        email: 'ada@harbour.example',
        name: 'Ada {Lovelace® “é',
      })
      credential = asked.json.credential as unknown as Loose
      path = `/credentials/${asked.json.credentialId}`
    }, 60_000)
    afterAll(() => product.remove())

    test('the rules that its readers publish', () => {
      expect(brokenOpenBadgeRules(credential)).toEqual([])
    })

    // The schema's own licence is unknown, so it is not kept here: it is held against where a copy is named.
    if (schemaFile !== undefined) {
      test('the JSON schema of 1EdTech', () => {
        const ajv = new Ajv2019({ strict: false, allErrors: true })
        formats.default(ajv)
        const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
        validate(credential)
        expect(validate.errors ?? []).toEqual([])
      })
    }

    test.each(['latin1', 'utf8'] as const)(
      'wallets that count braces in the PNG read as %s',
      async (encoding) => {
        const { bytes } = await fetchBytes(product, `${path}.png`)
        const extracted = extractByBraces(bytes, encoding)
        expect(JSON.parse(String(extracted))).toEqual(credential)
        expect(extracted).toMatch(/^[\x20-\x7e]+$/)
      },
    )

    test('the library of Digital Bazaar', async () => {
      const document = await product.ports.credentialSigner.didDocument(product.ports.clock.now())
      const resolve = () => (document ?? undefined) as never
      expect(await verifyByDigitalBazaar(credential, resolve)).toMatchObject({ verified: true })
      const changed = structuredClone(credential)
      Object(changed).credentialSubject.result[0].value = '999'
      expect((await verifyByDigitalBazaar(changed, resolve)).verified).toBe(false)
    })

    test.each(['json', 'png', 'svg', 'pdf'])('our own verifier as %s', async (file) => {
      const { bytes } = await fetchBytes(product, `${path}.${file}`)
      const document = await product.ports.credentialSigner.didDocument(product.ports.clock.now())
      const report = await product.ports.credentialVerifier.verify(
        { bytes },
        { now: product.ports.clock.now(), online: false, knownIssuers: document === null ? [] : [document] },
      )
      expect(report.container).toBe(file)
      expect(report.authentic.reason).toBe('signature-valid')
      expect(report.credential).toEqual(credential)
    })
  })
}

test('every rule notices a credential that breaks it', () => {
  const broken: Loose = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://other.example/'],
    id: 'record 1',
    type: 'VerifiableCredential',
    issuer: { id: 'did:web:a', type: 'Profile' },
    validFrom: '2026-11-24T09:00:00.000Z',
    credentialSubject: {
      id: 'ada',
      type: 'AchievementSubject',
      achievement: { id: 'x', type: 'Achievement', criteria: {}, resultDescription: [] },
      result: [{ resultDescription: 'nowhere', value: 7 }],
    },
    credentialStatus: [{ type: 'BitstringStatusListEntry', statusPurpose: 'suspension' }],
    proof: [
      {
        verificationMethod: 'did:web:b#key',
        type: 'Ed25519Signature2020',
        proofValue: 'abc',
        created: 'now',
      },
    ],
  }
  expect(brokenOpenBadgeRules(broken)).toEqual(Object.keys(openBadgeRules))
})

test('the code on the page leads to the page', () => {
  const product = makeProduct(realContent, {}, withOrigin)
  const modules = product.ports.credentialPapers.qr(`${testOrigin}/credentials/019aaaaa`)
  const [scale, quiet] = [4, 4]
  const size = (modules.length + 2 * quiet) * scale
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return
      for (let dy = 0; dy < scale; dy++)
        for (let dx = 0; dx < scale; dx++)
          pixels.fill(
            0,
            (((y + quiet) * scale + dy) * size + (x + quiet) * scale + dx) * 4,
            (((y + quiet) * scale + dy) * size + (x + quiet) * scale + dx) * 4 + 3,
          )
    })
  })
  const read = jsQR as unknown as (
    data: Uint8ClampedArray,
    width: number,
    height: number,
  ) => { data: string } | null
  expect(read(pixels, size, size)?.data).toBe(`${testOrigin}/credentials/019aaaaa`)
  return product.remove()
})
