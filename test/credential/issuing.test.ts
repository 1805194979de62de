import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openContent } from '../../src/adapters/content/open-content.ts'
import { askFor, programmeContent, sitExam } from '../support/credentials.ts'
import { makeProduct, send, testDay } from '../support/product.ts'
import { writeProgrammePack } from '../support/programme-pack.ts'
import { temporaryFolder } from '../support/server.ts'
import { root } from '../support/source.ts'

const day = 86_400_000

describe('a readiness record', { timeout: 60_000 }, () => {
  const product = makeProduct()
  afterAll(() => product.remove())

  test('is given for a closed exam whatever it shows, once, and verifies offline', async () => {
    const attemptId = await sitExam(product, 'SAA-C03')
    const asked = await askFor(product, attemptId, { email: 'ada@harbour.example' })
    expect(asked.status).toBe(201)
    expect(asked.json).toMatchObject({ kind: 'readiness-record', state: 'active', version: 1, link: null })
    const credential = asked.json.credential as unknown as Record<string, unknown>
    expect(credential.id).toBe(`urn:uuid:${asked.json.credentialId}`)
    expect(credential).not.toHaveProperty('credentialStatus')
    expect(credential).not.toHaveProperty('refreshService')
    expect(Object(credential.issuer).id).toMatch(/^did:key:z6Mk/)

    const report = await product.ports.credentialVerifier.verify(
      { text: JSON.stringify(credential) },
      { now: product.ports.clock.now(), online: false, recipient: { email: 'Ada@Harbour.example' } },
    )
    expect(report.authentic.reason).toBe('signature-valid')
    expect(report.current.reason).toBe('in-force')
    expect(report.recipient.answer).toBe('pass')

    const again = await askFor(product, attemptId)
    expect(again.status).toBe(409)
    expect(again.json).toMatchObject({ code: 'already-held', credentialId: asked.json.credentialId })
  })

  test('says what it is not, names no vendor in its name, and shows the result of every domain', async () => {
    const { json } = await askFor(product, await sitExam(product, 'CLF-C02'))
    const text = JSON.stringify(json.credential)
    for (const said of [
      /self-administered/i,
      /unproctored/i,
      /items that are public/,
      /Independent of Amazon Web Services/,
    ])
      expect(text).toMatch(said)
    expect(text.replace(/https:\/\/[^"]*/g, '')).not.toMatch(/certified/i)
    expect(String(json.name)).toMatch(/^Cairn readiness record: /)
    expect(String(json.name)).not.toMatch(/aws|amazon|certif/i)
    const { achievement, result } = Object(json.credential).credentialSubject
    expect(result).toHaveLength(5)
    expect(achievement.resultDescription[1].alignment[0].targetUrl).toMatch(
      /^https:\/\/docs\.aws\.amazon\.com/,
    )
    expect(Object(json.credential).evidence.map(({ name }: { name: string }) => name)).toEqual([
      'Form for CLF-C02',
      'Score',
      'Readiness',
    ])
  })

  test('is refused for another mode, an open attempt, and an attempt that is not there', async () => {
    const practice = await sitExam(product, 'SAA-C03', { right: false, mode: 'custom' })
    expect((await askFor(product, practice)).json).toMatchObject({ code: 'not-an-exam', mode: 'custom' })
    const open = await send(product, 'POST', '/api/v1/attempts', { examCode: 'SAA-C03', mode: 'exam' })
    expect((await askFor(product, String(open.json.attemptId))).status).toBe(409)
    expect((await askFor(product, 'nowhere')).status).toBe(404)
    expect((await send(product, 'POST', '/api/v1/credentials', {})).status).toBe(400)
  })

  test('is renewed by a later exam under the same identifier, and by no earlier one', async () => {
    const first = (await askFor(product, await sitExam(product, 'SAA-C03'))).json
    product.advance(40 * day)
    const later = await sitExam(product, 'SAA-C03', { right: true })
    const path = `/api/v1/credentials/${first.credentialId}/renewal`
    const renewed = (await send(product, 'POST', path, { attemptId: later })).json
    expect(renewed).toMatchObject({ credentialId: first.credentialId, id: first.id, version: 2 })
    const [before, after] = [Object(first.credential), Object(renewed.credential)]
    expect(after.awardedDate).toBe(before.awardedDate)
    expect(after.validFrom > before.validFrom).toBe(true)
    expect(after.validUntil > before.validUntil).toBe(true)
    expect(after.credentialSubject.result[0].value).not.toBe(before.credentialSubject.result[0].value)
    expect((await send(product, 'POST', path, { attemptId: later })).json.code).toBe('renewal-not-newer')
    const other = await sitExam(product, 'CLF-C02')
    expect((await send(product, 'POST', path, { attemptId: other })).json.code).toBe('does-not-renew')
  })

  test('is revoked for good, suspended for a while, and corrected without a new identifier', async () => {
    const held = (await askFor(product, await sitExam(product, 'CLF-C02'), { name: 'Ada Lovelac' })).json
    const path = `/api/v1/credentials/${held.credentialId}`
    const corrected = (
      await send(product, 'POST', `${path}/correction`, { recipient: { name: 'Ada Lovelace' } })
    ).json
    expect(corrected).toMatchObject({ id: held.id, version: 2 })
    const hashOf = (view: unknown) => Object(view).credential.credentialSubject.identifier[0].identityHash
    expect(hashOf(corrected)).not.toBe(hashOf(held))

    expect(
      (await send(product, 'POST', `${path}/suspension`, { reason: 'Under review' })).json,
    ).toMatchObject({
      state: 'suspended',
      stateReason: 'Under review',
    })
    expect((await send(product, 'POST', `${path}/correction`, { recipient: {} })).json.code).toBe(
      'credential-suspended',
    )
    expect((await send(product, 'DELETE', `${path}/suspension`)).json.state).toBe('active')
    expect((await send(product, 'DELETE', `${path}/suspension`)).json.code).toBe('credential-not-suspended')

    expect((await send(product, 'POST', `${path}/revocation`, { reason: '' })).status).toBe(400)
    expect((await send(product, 'POST', `${path}/revocation`, { reason: 'Wrong person' })).json.state).toBe(
      'revoked',
    )
    const again = await send(product, 'POST', `${path}/revocation`, { reason: 'Twice' })
    expect([again.status, again.json.code]).toEqual([409, 'credential-revoked'])
  })

  test('tells when it runs out, and is gone with everything else of its person', async () => {
    const { credentials } = (await send(product, 'GET', '/api/v1/credentials')).json
    const [newest] = credentials as unknown as { expiry: { daysLeft: number; remindOn: string[] } }[]
    expect(newest?.expiry.daysLeft).toBe(365)
    expect(newest?.expiry.remindOn).toHaveLength(4)
    const calendar = await send(product, 'GET', '/api/v1/renewals/calendar')
    expect(calendar.headers.get('content-type')).toMatch(/^text\/calendar/)
    expect(calendar.text).toMatch(/SUMMARY:Renew: Cairn readiness record/)
    const exported = (await send(product, 'GET', '/api/v1/export')).text
    expect(exported).toContain('ada@harbour.example')
    await send(product, 'DELETE', '/api/v1/data')
    expect((await send(product, 'GET', '/api/v1/credentials')).json.credentials).toEqual([])
    expect((await product.ports.credentials.logHead()).sequence).toBeGreaterThan(5)
  })

  test('comes as ES256 JWT and SD-JWT on request, and all of them as one transcript', async () => {
    const { credentialId } = (await askFor(product, await sitExam(product, 'SAA-C03'))).json
    for (const format of ['jwt', 'sd-jwt']) {
      const path = `/api/v1/credentials/${credentialId}/secured?format=${format}`
      const { credential } = (await send(product, 'GET', path)).json
      const report = await product.ports.credentialVerifier.verify(
        { text: String(credential) },
        { now: product.ports.clock.now(), online: false },
      )
      expect([format, report.authentic.reason, report.format]).toEqual([format, 'signature-valid', format])
    }
    const transcript = await send(product, 'GET', '/api/v1/transcript')
    const report = await product.ports.credentialVerifier.verify(
      { text: transcript.text },
      { now: product.ports.clock.now(), online: false },
    )
    expect(report.authentic.reason).toBe('signature-valid')
    expect(Object(transcript.json.credentialSubject).verifiableCredential).toHaveLength(1)
    expect(transcript.json.type).toContain('ClrCredential')
  })
})

describe('the credential of a programme', { timeout: 60_000 }, () => {
  const product = makeProduct(programmeContent)
  afterAll(() => product.remove())

  test('is refused below the cut score, and given on a pass, once', async () => {
    const failed = await askFor(product, await sitExam(product, 'SAA-C03'))
    expect([failed.status, failed.json.code]).toEqual([422, 'cut-score-not-reached'])
    product.advance(15 * day)
    const passed = await sitExam(product, 'SAA-C03', { right: true })
    const given = await askFor(product, passed)
    expect(given.json).toMatchObject({ kind: 'programme-credential', name: 'Harbour programme, SAA-C03' })
    const { achievement } = Object(given.json.credential).credentialSubject
    expect(achievement.achievementType).toBe('Certification')
    expect(achievement.criteria.narrative).toMatch(
      /Valid for 3 years; renewed, under the same identifier, by a pass/,
    )
    expect(achievement.resultDescription[0].requiredValue).toBe('720')
    expect(String(given.json.validUntil)).toMatch(/^2029-12-09/)
    product.advance(15 * day)
    const second = await sitExam(product, 'SAA-C03', { right: true })
    expect((await askFor(product, second)).json.code).toBe('already-held')
  })

  test('one exam renews several, as the renewal graph says', async () => {
    const lower = await askFor(product, await sitExam(product, 'CLF-C02', { right: true }))
    expect(lower.status).toBe(201)
    product.advance(200 * day)
    const higher = await sitExam(product, 'SAA-C03', { right: true })
    const { renewals } = (await send(product, 'POST', '/api/v1/renewals', { attemptId: higher })).json
    const outcomes = renewals as unknown as {
      name: string
      refused: string | null
      credential: { version: number }
    }[]
    expect(outcomes.map(({ name, refused }) => [name, refused])).toEqual([
      ['Harbour programme, CLF-C02', null],
      ['Harbour programme, SAA-C03', null],
    ])
    expect(outcomes.map(({ credential }) => credential.version)).toEqual([2, 2])
    const repeated = await send(product, 'POST', '/api/v1/renewals', { attemptId: higher })
    expect(JSON.stringify(repeated.json.renewals)).toContain('renewal-not-newer')
  })
})

describe('a pack whose title bears a vendor name', () => {
  test('gives no credential of that name', { timeout: 60_000 }, async () => {
    const product = makeProduct({
      ...programmeContent,
      packs: () =>
        programmeContent
          .packs()
          .map((loaded) => ({ ...loaded, pack: { ...loaded.pack, title: 'AWS Solutions Architect' } })),
    })
    const asked = await askFor(product, await sitExam(product, 'SAA-C03', { right: true }))
    await product.remove()
    expect([asked.status, asked.json.code, asked.json.word]).toEqual([422, 'name-not-allowed', 'AWS'])
  })
})

describe('a programme whose pack lies outside the repository', { timeout: 60_000 }, () => {
  test('gives its own credential, on a pass only', async () => {
    const { folder, remove } = temporaryFolder()
    writeProgrammePack(folder)
    const { content } = openContent({
      catalogueFolder: join(root, 'catalogue'),
      packFolders: [join(root, 'packs/cloud/saa-c03'), folder],
      today: () => testDay,
    })
    const product = makeProduct(content)
    const failed = await askFor(product, await sitExam(product, 'DVA-C02'))
    expect(failed.json).toMatchObject({ code: 'cut-score-not-reached', scaledScore: 100, cutScore: 720 })
    product.advance(15 * day)
    const passed = await askFor(product, await sitExam(product, 'DVA-C02', { right: true }))
    const practice = await askFor(product, await sitExam(product, 'SAA-C03', { right: true }))
    await product.remove()
    remove()
    expect([passed.status, passed.json.name, passed.json.kind]).toEqual([
      201,
      'Harbour developer',
      'programme-credential',
    ])
    expect(practice.json.kind).toBe('readiness-record')
  })
})

test('an installation names the same achievement by the same URN in every record', {
  timeout: 60_000,
}, async () => {
  const product = makeProduct()
  const attempts = [await sitExam(product, 'SAA-C03'), await sitExam(product, 'SAA-C03')]
  const records = []
  for (const attemptId of attempts) records.push(Object((await askFor(product, attemptId)).json.credential))
  await product.remove()
  const [one, other] = records.map(({ credentialSubject }) => credentialSubject)
  expect(one.achievement.id).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(other.achievement.id).toBe(one.achievement.id)
  expect(other.id).not.toBe(one.id)
})
