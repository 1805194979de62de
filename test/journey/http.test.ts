import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AttemptView } from '../../src/application/read-attempt.ts'
import type { ScoreReport } from '../../src/domain/attempt/types.ts'
import { makeProduct, type Product, type Reply, realContent, send } from '../support/product.ts'

let product: Product
beforeAll(() => {
  product = makeProduct()
})
afterAll(() => product.remove())

const start = async (body: Record<string, unknown>): Promise<AttemptView> => {
  const reply = await send(product, 'POST', '/api/v1/attempts', body)
  expect(reply.status).toBe(201)
  return reply.json as unknown as AttemptView
}

let token = 0
const put = (view: AttemptView, position: number, body: Record<string, unknown>): Promise<Reply> =>
  send(product, 'PUT', `/api/v1/attempts/${view.attemptId}/responses/${position}`, {
    clientToken: `token-${++token}`,
    ...body,
  })

const optionsAt = (view: AttemptView, position: number): string[] =>
  (view.form.items[position - 1]?.options ?? []).map(({ id }) => id)

/** As many options as the item asks for, from the first. */
const someSelection = (view: AttemptView, position: number) => ({
  selected: optionsAt(view, position).slice(0, view.form.items[position - 1]?.select ?? 1),
})

const submit = async (view: AttemptView): Promise<ScoreReport> =>
  (await send(product, 'POST', `/api/v1/attempts/${view.attemptId}/submission`, {})).json
    .report as unknown as ScoreReport

describe('an exam over HTTP', () => {
  test('a whole form: 65 items, the blueprint met, the clock of the exam', async () => {
    const view = await start({ examCode: 'SAA-C03', mode: 'exam' })
    expect(view.form.items.map(({ position }) => position)).toEqual(
      Array.from({ length: 65 }, (_, index) => index + 1),
    )
    expect(Date.parse(view.deadline ?? '') - Date.parse(view.serverTime)).toBe(130 * 60_000)
    const report = await submit(view)
    expect(report.rawScore.scored).toBe(50)
    expect(report.domains.map(({ scored }) => scored)).toEqual([15, 13, 12, 10])
    expect(report).toMatchObject({ decision: null, scaledScore: 100, unanswered: 65, cutScore: 720 })
  })

  test('a response is saved with its sequence and the time left, and read back', async () => {
    const view = await start({ examCode: 'CLF-C02', mode: 'exam' })
    product.advance(60_000)
    const response = someSelection(view, 5)
    const reply = await put(view, 5, {
      sequence: 1,
      response,
      flagged: true,
      struck: [optionsAt(view, 5)[3]],
    })
    expect(reply.json).toMatchObject({ sequence: 1, remainingMs: 89 * 60_000 })
    const read = await send(product, 'GET', `/api/v1/attempts/${view.attemptId}`)
    expect(read.json.responses).toMatchObject({
      5: { sequence: 1, response, flagged: true, struck: [optionsAt(view, 5)[3]] },
    })
    expect(read.json.form).toEqual(view.form)
  })

  test('what was met in one exam counts as met in another that shares the item', async () => {
    const stems = ({ form }: AttemptView): string[] => form.items.map(({ stem }) => stem)
    const drawn = { mode: 'custom', items: 30 }
    const before = await start({ ...drawn, examCode: 'DVA-C03' })
    await submit(before)
    const later = await start({ ...drawn, examCode: 'DVA-C02' })
    const pool =
      product.ports.content.packs().find(({ pack }) => pack.examCode === 'DVA-C02')?.pack.items ?? []
    expect(stems(before).filter((stem) => pool.some((item) => item.stem === stem)).length).toBeGreaterThan(5)
    expect(stems(later).filter((stem) => stems(before).includes(stem))).toEqual([])
  })

  test('a repeated request is answered again; another body under its token is refused; an older sequence is shown what stands', async () => {
    const view = await start({ examCode: 'CLF-C02', mode: 'exam' })
    const body = { sequence: 1, response: someSelection(view, 1), clientToken: 'mine' }
    const path = `/api/v1/attempts/${view.attemptId}/responses/1`
    const first = await send(product, 'PUT', path, body)
    product.advance(5_000)
    const again = await send(product, 'PUT', path, body)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.json.savedAt).toBe(first.json.savedAt)
    const other = await send(product, 'PUT', path, { ...body, flagged: true })
    expect([other.status, other.json.code]).toEqual([422, 'token-reused'])
    const older = await put(view, 1, { sequence: 1, response: null })
    expect(older.status).toBe(409)
    expect(older.json).toMatchObject({
      code: 'superseded',
      sequence: 1,
      response: body.response,
      savedAt: first.json.savedAt,
    })
  })

  test('what is not on the form is refused: position, option, too many options, wrong shape', async () => {
    const view = await start({ examCode: 'SAA-C03', mode: 'exam' })
    const refused = async (position: number, response: unknown) => {
      const { status, json } = await put(view, position, { sequence: 1, response })
      return [status, json.code]
    }
    expect(await refused(66, { selected: [] })).toEqual([404, 'not-on-form'])
    expect(await refused(0, { selected: [] })).toEqual([404, 'not-on-form'])
    expect(await refused(1, { selected: ['nonsense'] })).toEqual([422, 'response-invalid'])
    expect(await refused(1, { selected: optionsAt(view, 2).slice(0, 1) })).toEqual([422, 'response-invalid'])
    expect(await refused(1, { selected: optionsAt(view, 1) })).toEqual([422, 'response-invalid'])
    expect(await refused(1, { ordered: optionsAt(view, 1) })).toEqual([422, 'response-invalid'])
    expect(await refused(1, 'B')).toEqual([400, 'request-invalid'])
  })

  test('bad requests say where they differ and change nothing', async () => {
    const cases: readonly [unknown, string][] = [
      [{ examCode: 'SAA-C03', mode: 'cheat' }, 'mode'],
      [{ examCode: 'SAA-C03', mode: 'exam', extra: 1 }, 'body'],
      [{ examCode: 'SAA-C03', mode: 'exam', timeMultiplier: 0 }, 'timeMultiplier'],
    ]
    for (const [body, at] of cases) {
      const { status, json, headers } = await send(product, 'POST', '/api/v1/attempts', body)
      expect([status, json.code]).toEqual([400, 'request-invalid'])
      expect(headers.get('content-type')).toBe('application/problem+json')
      expect(JSON.stringify(json.problems)).toContain(at)
    }
    const broken = await send(product, 'POST', '/api/v1/attempts', '{"examCode": ')
    expect([broken.status, broken.json.code]).toEqual([400, 'request-invalid'])
    const large = await send(product, 'POST', '/api/v1/attempts', {
      examCode: 'x'.repeat(70_000),
      mode: 'exam',
    })
    expect([large.status, large.json.code]).toEqual([413, 'request-too-large'])
  })

  test('an unknown exam names those there are; too small a pool says what is short', async () => {
    const unknown = await send(product, 'POST', '/api/v1/attempts', { examCode: 'XYZ-C99', mode: 'exam' })
    expect([unknown.status, unknown.json.code]).toEqual([404, 'exam-unknown'])
    expect(unknown.json.known).toContain('SAA-C03')
    const short = await send(product, 'POST', '/api/v1/attempts', {
      examCode: 'SAA-C03',
      mode: 'custom',
      tasks: ['4.4'],
      items: 60,
    })
    expect([short.status, short.json.code]).toEqual([422, 'pool-too-small'])
    expect(short.json.missing).toEqual([expect.objectContaining({ domain: 4, needed: 60 })])
  })

  test('submission is idempotent, closes for good, and the report stays the same', async () => {
    const view = await start({ examCode: 'CLF-C02', mode: 'exam' })
    expect((await send(product, 'GET', `/api/v1/attempts/${view.attemptId}/report`)).json.code).toBe(
      'not-submitted',
    )
    await put(view, 1, { sequence: 1, response: someSelection(view, 1) })
    const report = await submit(view)
    product.advance(1_000)
    expect(await submit(view)).toEqual(report)
    const late = await put(view, 2, { sequence: 1, response: someSelection(view, 2) })
    expect([late.status, late.json.code]).toEqual([410, 'attempt-closed'])
    const read = await send(product, 'GET', `/api/v1/attempts/${view.attemptId}/report`)
    expect(read.json).toMatchObject({ report, form: view.form })
  })

  test('at the deadline the server closes by itself, at the deadline, with what was saved', async () => {
    const view = await start({ examCode: 'CLF-C02', mode: 'exam', timeMultiplier: 0.5 })
    await put(view, 1, { sequence: 1, response: someSelection(view, 1) })
    product.advance(45 * 60_000 - 1)
    expect((await put(view, 2, { sequence: 1, response: someSelection(view, 2) })).status).toBe(200)
    product.advance(1)
    expect((await put(view, 3, { sequence: 1, response: someSelection(view, 3) })).status).toBe(410)
    product.advance(600_000)
    const report = await submit(view)
    expect(report).toMatchObject({
      closedBy: 'time-out',
      closedAt: view.deadline,
      unanswered: 63,
      minutesUsed: 45,
    })
  })

  test('study mode tells key and rationales of the item that was answered, once, and of no other', async () => {
    const view = await start({ examCode: 'SAA-C03', mode: 'study', items: 5 })
    expect(view.deadline).toBeNull()
    const flagged = await put(view, 1, { sequence: 1, response: null, flagged: true })
    expect(flagged.json.feedback).toBeUndefined()
    const answered = await put(view, 1, { sequence: 2, response: someSelection(view, 1) })
    const feedback = answered.json.feedback as unknown as {
      key: { selected: string[] }
      rationales: { optionId: string; text: string }[]
      references: unknown[]
    }
    expect(optionsAt(view, 1)).toEqual(expect.arrayContaining(feedback.key.selected))
    expect(feedback.rationales.map(({ optionId }) => optionId)).toEqual(optionsAt(view, 1))
    expect(feedback.references.length).toBeGreaterThan(0)
    const again = await put(view, 1, { sequence: 3, response: feedback.key })
    expect([again.status, again.json.code]).toEqual([409, 'already-answered'])
    const read = await send(product, 'GET', `/api/v1/attempts/${view.attemptId}`)
    expect((read.json.responses as unknown as Record<string, { feedback?: unknown }>)[1]?.feedback).toEqual(
      feedback,
    )
  })

  test('a custom block draws from what was asked: domain, number, missed, not seen lately', async () => {
    const block = await start({ examCode: 'SAA-C03', mode: 'custom', domains: [2], items: 6 })
    expect(block.form.items).toHaveLength(6)
    const report = await submit(block)
    expect(report.domains.filter(({ scored }) => scored > 0).map(({ number }) => number)).toEqual([2])
    const missed = await start({
      examCode: 'SAA-C03',
      mode: 'custom',
      domains: [2],
      items: 6,
      from: ['missed'],
    })
    expect(missed.form.items.length).toBeGreaterThan(0)
    const fresh = await start({
      examCode: 'SAA-C03',
      mode: 'custom',
      domains: [2],
      items: 5,
      notInLastAttempts: 3,
    })
    const stems = (view: AttemptView) => view.form.items.map(({ stem }) => stem)
    expect(stems(fresh).filter((stem) => [...stems(block), ...stems(missed)].includes(stem))).toEqual([])
  })

  test('a seed fixes the items and their order, and not the order or names of options', async () => {
    const [one, two] = [
      await start({ examCode: 'SAA-C03', mode: 'custom', items: 20, seed: 'class of 2026' }),
      await start({ examCode: 'SAA-C03', mode: 'custom', items: 20, seed: 'class of 2026' }),
    ]
    const ids = (view: AttemptView) => view.form.items.flatMap(({ options }) => options.map(({ id }) => id))
    expect(ids(one).filter((id) => ids(two).includes(id))).toEqual([])
    expect(one.form.items.map(({ options }) => options.map(({ text }) => text))).not.toEqual(
      two.form.items.map(({ options }) => options.map(({ text }) => text)),
    )
  })

  test('a second form prefers items not met before', async () => {
    const other = makeProduct()
    const open = async () =>
      (await send(other, 'POST', '/api/v1/attempts', { examCode: 'SAA-C03', mode: 'custom', items: 20 }))
        .json as unknown as AttemptView
    const [first, second] = [await open(), await open()]
    const stems = new Set(first.form.items.map(({ stem }) => stem))
    expect(second.form.items.filter(({ stem }) => stems.has(stem))).toEqual([])
    await other.remove()
  })
})

describe('the installation over HTTP', () => {
  test('a foreign host or origin is refused, the own one is not', async () => {
    const refused = async (headers: Record<string, string>) =>
      (await send(product, 'GET', '/api/v1/programme', undefined, headers)).json.code
    expect(await refused({ host: 'evil.example' })).toBe('foreign-host')
    expect(await refused({ host: '127.0.0.1.evil.example' })).toBe('foreign-host')
    expect(await refused({ origin: 'http://evil.example' })).toBe('foreign-origin')
    expect(await refused({ origin: 'null' })).toBe('foreign-origin')
    expect(await refused({ origin: 'http://127.0.0.1:4747' })).toBeUndefined()
  })

  test('every answer carries the security headers, and nothing of the API is kept by a cache', async () => {
    const { headers } = await send(product, 'GET', '/api/v1/programme')
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'/,
    )
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('the programme tells what can be sat, who wrote it, and that it is independent', async () => {
    const { json } = await send(product, 'GET', '/api/v1/programme')
    expect(json.independent).toMatch(/independent of Amazon Web Services/)
    const packs = json.packs as unknown as {
      examCode: string
      poolSize: number
      fullForm: unknown
      origin: { model: number }
    }[]
    for (const code of ['CLF-C02', 'SAA-C03']) {
      const pack = packs.find(({ examCode }) => examCode === code)
      expect(pack?.poolSize).toBeGreaterThanOrEqual(75)
      expect(pack?.fullForm).toMatchObject({ items: 65 })
      expect(pack?.origin.model).toBe(pack?.poolSize)
    }
  })

  test('the catalogue answers as of a day, and an unknown name is helped', async () => {
    const early = await send(product, 'GET', '/api/v1/catalogue?asOf=2026-11-30')
    const later = await send(product, 'GET', '/api/v1/catalogue?asOf=2026-12-01')
    const inForce = (reply: Reply) =>
      (reply.json.certifications as unknown as { id: string; inForce: string }[]).find(
        ({ id }) => id === 'developer-associate',
      )?.inForce
    expect([inForce(early), inForce(later)]).toEqual(['DVA-C02', 'DVA-C03'])
    expect((await send(product, 'GET', '/api/v1/catalogue?asOf=2026-02-30')).status).toBe(400)
    expect((await send(product, 'GET', '/api/v1/catalogue/SysOps%20Administrator')).json.id).toBe(
      'cloudops-engineer-associate',
    )
    expect((await send(product, 'GET', '/api/v1/catalogue/nonsense')).json.code).toBe('certification-unknown')
  })

  test('health, readiness and the description of the interface answer; an unknown call is a problem', async () => {
    expect((await send(product, 'GET', '/healthz')).json).toEqual({ status: 'ok' })
    expect((await send(product, 'GET', '/readyz')).json).toMatchObject({ status: 'ready' })
    const { json } = await send(product, 'GET', '/api/openapi.json')
    expect(Object.keys(json.paths as unknown as object)).toEqual(
      expect.arrayContaining([
        '/api/v1/attempts/{attemptId}/responses/{position}',
        '/api/v1/routes',
        '/api/v1/catalogue',
      ]),
    )
    const lost = await send(product, 'GET', '/api/v1/nothing')
    expect([lost.status, lost.json.code]).toEqual([404, 'not-found'])
  })

  test("a person's data come in one file and are gone when deleted", async () => {
    const other = makeProduct()
    const started = await send(other, 'POST', '/api/v1/attempts', { examCode: 'CLF-C02', mode: 'custom' })
    const exported = await send(other, 'GET', '/api/v1/export')
    expect(exported.headers.get('content-disposition')).toMatch(
      /attachment; filename="cairn-export-2026-11-24\.json"/,
    )
    expect(exported.text).toContain(String(started.json.attemptId))
    expect((await send(other, 'DELETE', '/api/v1/data')).status).toBe(204)
    expect((await send(other, 'GET', '/api/v1/export')).json).toMatchObject({ attempts: [], savedRoutes: [] })
    await other.remove()
  })

  test('a pack that changes under an open attempt changes nothing of it, and the attempt says what moved', async () => {
    const [loaded] = realContent.packs().filter(({ pack }) => pack.examCode === 'CLF-C02')
    let packs = realContent.packs()
    const other = makeProduct({ ...realContent, packs: () => packs })
    const started = await send(other, 'POST', '/api/v1/attempts', { examCode: 'CLF-C02', mode: 'exam' })
    if (loaded === undefined) throw new Error('the pack is missing')
    const items = loaded.pack.items
      .slice(10)
      .map((item) => ({ ...item, stem: `Changed. ${item.stem}`, hash: `${item.hash}x` }))
    packs = [{ ...loaded, pack: { ...loaded.pack, items, version: 'next' } }]
    const read = await send(other, 'GET', `/api/v1/attempts/${started.json.attemptId}`)
    expect(read.json.form).toEqual(started.json.form)
    expect(read.json.moved).toEqual([expect.stringMatching(/have been edited.*have left the pool/)])
    await other.remove()
  })
})

describe('routes over HTTP', () => {
  const profile = { role: 'web-developer', direction: 'devops', awsYears: 1, itYears: 4, hoursPerWeek: 8 }
  type Legs = {
    readonly legs: readonly {
      readonly examCode: string
      readonly examDate: { readonly p90: string }
      readonly passProbability: number
    }[]
  }
  const legsOf = (reply: Reply): Legs['legs'] => (reply.json.route as unknown as Legs).legs

  test('a profile gets dated legs with reasons, alternatives, what flips it, and a proof', async () => {
    const reply = await send(product, 'POST', '/api/v1/routes?asOf=2026-11-23', profile)
    expect(reply.status).toBe(200)
    expect(legsOf(reply).map(({ examCode }) => examCode)).toEqual(['DVA-C03', 'SAA-C03', 'DOP-C02'])
    for (const leg of legsOf(reply)) expect(leg.passProbability).toBeGreaterThanOrEqual(0.8)
    expect(Object.keys(reply.json.alternatives as unknown as object).sort()).toEqual([
      'cheapest',
      'fastest',
      'safest',
    ])
    expect(reply.json).toMatchObject({
      asOf: '2026-11-23',
      flips: expect.stringMatching(/\w/),
      proof: { optimal: true },
    })
  })

  test('a profile that cannot be planned says which field and what to write; a retired wish names living routes', async () => {
    const odd = await send(product, 'POST', '/api/v1/routes', {
      ...profile,
      role: 'wizard',
      hoursPerWeek: -1,
    })
    expect([odd.status, odd.json.code]).toEqual([422, 'profile-invalid'])
    expect(JSON.stringify(odd.json.problems)).toMatch(/role.*hoursPerWeek/s)
    const retired = await send(product, 'POST', '/api/v1/routes', {
      ...profile,
      wants: ['database-specialty'],
    })
    expect([retired.status, retired.json.code]).toEqual([422, 'certification-retired'])
    expect((retired.json.consider as unknown as string[]).length).toBeGreaterThan(0)
  })

  test('the calendar holds exam days and renewals', async () => {
    const reply = await send(product, 'POST', '/api/v1/routes/calendar', profile)
    expect(reply.headers.get('content-type')).toMatch(/^text\/calendar/)
    expect(reply.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*DVA-C03[\s\S]*END:VCALENDAR\r\n$/)
  })

  test('a saved route is never recomputed; it says what has moved in the catalogue since', async () => {
    let catalogue = realContent.catalogue()
    const other = makeProduct({ ...realContent, catalogue: () => catalogue })
    const saved = await send(other, 'POST', '/api/v1/saved-routes?asOf=2026-11-24', profile)
    expect(saved.status).toBe(201)
    const path = `/api/v1/saved-routes/${saved.json.savedRouteId}`
    expect((await send(other, 'GET', path)).json.moved).toEqual([])
    catalogue = {
      ...catalogue,
      certifications: catalogue.certifications.map((certification) => ({
        ...certification,
        versions: certification.versions.map((version) =>
          version.examCode === 'SAA-C03'
            ? {
                ...version,
                lastExamDate: {
                  date: '2027-02-01' as never,
                  stated: ['2027-02-01'],
                  basis: 'announced' as const,
                  confidence: 'secondary' as const,
                  note: null,
                },
              }
            : version,
        ),
      })),
    }
    const read = await send(other, 'GET', path)
    expect(read.json.result).toEqual(saved.json.result)
    expect(read.json.moved).toEqual([
      expect.stringMatching(/SAA-C03: the last exam day was open and is now 2027-02-01/),
    ])
    expect((await send(other, 'GET', '/api/v1/saved-routes')).json.savedRoutes).toMatchObject([
      { title: 'DVA-C03, SAA-C03, DOP-C02' },
    ])
    expect((await send(other, 'DELETE', path)).status).toBe(204)
    expect((await send(other, 'GET', path)).json.code).toBe('saved-route-unknown')
    expect((await send(other, 'DELETE', path)).status).toBe(404)
    await other.remove()
  })
})
