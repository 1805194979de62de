import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askFor, fetchBytes, sitExam, testOrigin, withOrigin } from '../support/credentials.ts'
import { makeProduct, realContent, send } from '../support/product.ts'

const host = new URL(testOrigin).host
const did = `did:web:${host}:issuers:cairn`

describe('under a public origin', { timeout: 60_000 }, () => {
  const product = makeProduct(realContent, {}, withOrigin)
  let held: Record<string, unknown>
  let path: string
  const visit = (at: string, init: RequestInit = {}) =>
    product.app.request(`http://${host}${at}`, { ...init, headers: { host, ...init.headers } })

  beforeAll(async () => {
    held = (
      await askFor(product, await sitExam(product, 'SAA-C03', { right: true }), { name: 'Ada Lovelace' })
    ).json
    path = `/credentials/${held.credentialId}`
  }, 60_000)
  afterAll(() => product.remove())

  test('a record has the issuer, status, refresh service and address that the rules ask for', () => {
    const credential = Object(held.credential)
    expect(credential.id).toBe(`${testOrigin}${path}`)
    expect(credential.issuer).toEqual({
      id: did,
      type: ['Profile'],
      name: 'Harbour Academy',
      url: `${testOrigin}/issuers/cairn`,
    })
    expect(credential.credentialStatus).toMatchObject({
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListCredential: `${testOrigin}/credentials/status/1`,
    })
    expect(credential.credentialStatus.statusListIndex).toMatch(/^\d+$/)
    expect(credential.refreshService).toEqual({
      id: `${testOrigin}${path}/refresh`,
      type: '1EdTechCredentialRefresh',
    })
    expect(credential['@context']).toHaveLength(3)
    expect(credential.proof[0].verificationMethod).toMatch(new RegExp(`^${did}#z6Mk`))
  })

  test('everyone reads records, keys and lists, and nothing else of the installation', async () => {
    for (const at of [
      path,
      `${path}.json`,
      `${path}/refresh`,
      '/issuers/cairn',
      '/issuers/cairn/did.json',
      '/credentials/status/1',
      '/credentials/log',
    ])
      expect([at, (await visit(at)).status]).toEqual([at, 200])
    for (const at of ['/', '/api/v1/credentials', '/api/v1/export', '/records', '/healthz'])
      expect([at, (await visit(at)).status]).toEqual([at, 403])
    expect((await visit(`${path}.json`)).headers.get('access-control-allow-origin')).toBe('*')
    const other = await product.app.request(`http://evil.example${path}`, {
      headers: { host: 'evil.example' },
    })
    expect(other.status).toBe(403)
  })

  test('the description of the API knows the public addresses', async () => {
    const { paths } = (await send(product, 'GET', '/api/openapi.json')).json
    expect(Object.keys(Object(paths))).toEqual(
      expect.arrayContaining([
        '/credentials/{credentialId}',
        '/credentials/status/{list}',
        '/api/v1/credentials',
      ]),
    )
  })

  test('the DID document lists the key that signed, small and without redirect', async () => {
    const text = await (await visit('/issuers/cairn/did.json')).text()
    const document = JSON.parse(text)
    expect(text.length).toBeLessThan(8_192)
    expect(document.id).toBe(did)
    expect(document.assertionMethod).toContain(Object(held.credential).proof[0].verificationMethod)
    expect((await visit('/issuers/other/did.json')).status).toBe(404)
  })

  test('a revocation shows in the signed list at its place, on the page, and nowhere before', async () => {
    const spare = (await askFor(product, await sitExam(product, 'CLF-C02'))).json
    const entry = Object(spare.credential).credentialStatus
    const before = await (await visit('/credentials/status/1')).json()
    await send(product, 'POST', `/api/v1/credentials/${spare.credentialId}/revocation`, {
      reason: 'Issued in error',
    })
    const after = await (await visit('/credentials/status/1')).json()
    expect(after.credentialSubject.encodedList).not.toBe(before.credentialSubject.encodedList)
    expect(after.issuer.id ?? after.issuer).toBe(did)
    expect(after.id).toBe(entry.statusListCredential)
    const page = await (await visit(`/credentials/${spare.credentialId}`)).text()
    expect(page).toMatch(/Revoked on 24 November 2026: Issued in error/)
    expect((await visit('/credentials/status/2')).status).toBe(404)
  })

  test('the page needs no script, loads nothing, and offers the record in four forms', async () => {
    const page = await visit(path)
    const policy = page.headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/)
    expect(page.headers.get('set-cookie')).toBeNull()
    const html = await page.text()
    expect(html).not.toMatch(/<script|<link|<img|<iframe| src=| style=/)
    expect(
      html
        .match(/https?:\/\/[^"'\s<]+/g)
        ?.filter((url) => !url.startsWith(testOrigin))
        .map((url) => new URL(url).host),
    ).toEqual(expect.arrayContaining(['docs.aws.amazon.com', 'www.linkedin.com']))
    expect(html).toMatch(/self-administered and unproctored/i)
    expect(html).toMatch(/The signature is valid and was made with a key of the issuer/)
    expect(html).not.toMatch(/Ada Lovelace/)
    expect(html).toContain('<header><a href="/issuers/cairn">')
    expect((await fetchBytes(product, path)).bytes.toString()).toContain('<header><a href="/">')
    for (const file of ['json', 'png', 'svg', 'pdf']) expect(html).toContain(`${path}.${file}`)
  })

  test('whether it is this person’s is answered only when asked', async () => {
    const ask = async (person: string) => {
      const body = new URLSearchParams({ person })
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      return (await visit(`${path}/recipient`, { method: 'POST', body, headers })).text()
    }
    expect(await (await visit(path)).text()).not.toMatch(/role="status"/)
    expect(await ask(' Ada  Lovelace')).toMatch(/It names this person/)
    expect(await ask('Eve')).toMatch(/It does not name this person/)
    expect(await ask('ada@harbour.example')).toMatch(/It does not name this person/)
  })

  test('what people wrote is text on the page, whatever it looks like', async () => {
    const spare = (await askFor(product, await sitExam(product, 'CLF-C02'))).json
    const reason = '<img src=x onerror=alert(1)> "quoted"'
    await send(product, 'POST', `/api/v1/credentials/${spare.credentialId}/suspension`, { reason })
    const html = await (await visit(`/credentials/${spare.credentialId}`)).text()
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).not.toContain('<img')
  })

  test('the profile link carries name, issuer, days and address', async () => {
    const html = await (await visit(path)).text()
    const [, address = ''] = /href="(https:\/\/www\.linkedin\.com[^"]+)"/.exec(html) ?? []
    const fields = new URL(address.replaceAll('&amp;', '&')).searchParams
    expect(Object.fromEntries(fields)).toMatchObject({
      startTask: 'CERTIFICATION_NAME',
      name: held.name,
      organizationName: 'Harbour Academy',
      issueYear: '2026',
      issueMonth: '11',
      expirationYear: '2027',
      certUrl: held.id,
    })
  })

  test('the head of the log moves with every signature', async () => {
    const headNow = async () =>
      (await (await visit('/credentials/log?after=0')).json()) as {
        head: { sequence: number }
        entries: unknown[]
      }
    const before = await headNow()
    await askFor(product, await sitExam(product, 'CLF-C02'))
    const after = await headNow()
    expect(after.head.sequence).toBe(before.head.sequence + 1)
    expect(after.entries).toHaveLength(after.head.sequence)
    expect(JSON.stringify(after.entries)).not.toContain(held.credentialId)
    expect(JSON.stringify(after.entries[0])).toMatch(/"at":"2026-11-24T/)
  })

  test('a page that is not there says so in plain words', async () => {
    const missing = await visit('/credentials/nowhere')
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('No such record')])
    expect((await visit('/credentials/nowhere.png')).status).toBe(404)
    expect((await visit(`${path}.exe`)).status).toBe(404)
    expect((await fetchBytes(product, `${path}.svg`)).headers.get('content-security-policy')).toMatch(
      /default-src 'none'/,
    )
  })

  test('new keys sign from now on, and the old key stays listed while a record under it lives', async () => {
    const before = Object(held.credential).proof[0].verificationMethod
    const { rotateKeys } = await import('../../src/application/rotate-keys.ts')
    await rotateKeys(product.ports)
    const later = (await askFor(product, await sitExam(product, 'CLF-C02'))).json
    const now = Object(later.credential).proof[0].verificationMethod
    expect(now).not.toBe(before)
    const { assertionMethod } = await (await visit('/issuers/cairn/did.json')).json()
    expect(assertionMethod).toEqual(expect.arrayContaining([before, now]))
  })
})

test('what has run out is called expired, and not broken', { timeout: 60_000 }, async () => {
  const product = makeProduct()
  const { json } = await askFor(product, await sitExam(product, 'SAA-C03'))
  product.advance(400 * 86_400_000)
  const html = (await fetchBytes(product, `/credentials/${json.credentialId}`)).bytes.toString()
  await product.remove()
  expect(html).toMatch(/<span class="mark mark-attention">.{1,60}Expired/)
  expect(html).toMatch(/Ran out on 24 November 2027\. It is as authentic as it was\./)
  expect(html).toMatch(/mark-well">.{1,60}Authentic/)
  expect(html).not.toMatch(/mark-problem">/)
})
