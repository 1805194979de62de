import { expect, test } from 'vitest'
import { correctCredential } from '../../src/application/correct-credential.ts'
import { secureCredential } from '../../src/application/secure-credential.ts'
import { askFor, sitExam, testOrigin, withOrigin } from '../support/credentials.ts'
import { makeProduct, realContent } from '../support/product.ts'

const elsewhere = { origin: 'https://other.example', issuerName: 'Other', organisation: 'cairn' }
const nowhere = { ...elsewhere, origin: null }

test.each([
  ['a record of an origin is not signed anew without it', withOrigin, nowhere],
  ['a record of an origin is not signed anew under another', withOrigin, elsewhere],
])('%s, since its identifier would change', { timeout: 60_000 }, async (_, settings, installation) => {
  const product = makeProduct(realContent, {}, settings)
  const { json } = await askFor(product, await sitExam(product, 'SAA-C03'))
  const ports = { ...product.ports, installation }
  const credentialId = String(json.credentialId)
  const corrected = await correctCredential(ports, { credentialId, recipient: { name: 'Ada' } })
  const secured = await secureCredential(ports, { credentialId, format: 'jwt' })
  const kept = await secureCredential(ports, { credentialId, format: 'data-integrity' })
  await product.remove()
  const refusal = {
    ok: false,
    error: { code: 'origin-differs', id: `${testOrigin}/credentials/${credentialId}` },
  }
  expect([corrected, secured]).toEqual([refusal, refusal])
  expect(kept.ok).toBe(true)
})

test('a record that was issued without an origin keeps its URN when one is configured later', {
  timeout: 60_000,
}, async () => {
  const product = makeProduct()
  const { json } = await askFor(product, await sitExam(product, 'SAA-C03'))
  const ports = { ...product.ports, installation: { ...elsewhere, origin: testOrigin } }
  const credentialId = String(json.credentialId)
  const corrected = await correctCredential(ports, { credentialId, recipient: { name: 'Ada' } })
  await product.remove()
  expect(corrected).toMatchObject({ ok: true, value: { version: 2, document: { id: json.id } } })
})
