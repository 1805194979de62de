import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openContent } from '../../src/adapters/content/open-content.ts'
import { applyKeyChanges } from '../../src/application/apply-key-changes.ts'
import { checkStore } from '../../src/application/check-store.ts'
import { exportPersonalData } from '../../src/application/personal-data.ts'
import type { AttemptView } from '../../src/application/read-attempt.ts'
import type { DisputeLine } from '../../src/application/read-disputes.ts'
import type { ReportView } from '../../src/application/read-report.ts'
import type { ReviewedItem } from '../../src/domain/attempt/types.ts'
import type { ReviewSheet } from '../../src/domain/item/review-sheet.ts'
import { keyInFile } from '../../src/domain/item/standing.ts'
import { addItemCommands } from '../../src/faces/cli/item.ts'
import { runCommand } from '../../src/faces/cli/run-command.fixture.ts'
import { makeProduct, type Product, send, testDay } from '../support/product.ts'
import { temporaryFolder } from '../support/server.ts'
import { root } from '../support/source.ts'

const claim = 'The documentation says that another option is right.'
/** Parsed packs, so that each test need not parse them again. */
const parsed = temporaryFolder()
afterAll(() => parsed.remove())

let product: Product
let packs: { readonly folder: string; readonly remove: () => void }

/** Packs of its own, since decisions are written beside them. */
beforeEach(() => {
  packs = temporaryFolder()
  cpSync(join(root, 'packs/cloud/clf-c02'), join(packs.folder, 'cloud/clf-c02'), { recursive: true })
  const { content, ...beside } = openContent({
    catalogueFolder: join(root, 'catalogue'),
    packFolders: [packs.folder],
    cacheFolder: parsed.folder,
    today: () => testDay,
  })
  product = makeProduct(content, beside)
})

afterEach(async () => {
  await product.remove()
  packs.remove()
})

const post = async <T>(path: string, body: unknown): Promise<{ status: number; json: T }> => {
  const { status, json } = await send(product, 'POST', `/api/v1${path}`, body)
  return { status, json: json as T }
}

const read = async <T>(path: string): Promise<T> => (await send(product, 'GET', `/api/v1${path}`)).json as T

async function closedExam(seed = 'a'): Promise<ReportView> {
  const { json } = await post<{ attemptId: string }>('/attempts', { examCode: 'CLF-C02', mode: 'exam', seed })
  await post(`/attempts/${json.attemptId}/submission`, {})
  return read(`/attempts/${json.attemptId}/report`)
}

/** A scored multiple-choice item of a report, and an option that is not its key. */
function disputable({ report, form }: ReportView): {
  readonly reviewed: ReviewedItem
  readonly other: string
} {
  const reviewed = report.items?.find((item) => item.scored && item.kind === 'multiple-choice')
  if (reviewed === undefined) throw new Error('The form has no scored multiple-choice item.')
  const { key } = reviewed.feedback
  const options = form.items[reviewed.position - 1]?.options ?? []
  const other = options.find(({ id }) => !('selected' in key && key.selected.includes(id)))
  return { reviewed, other: other?.id ?? '' }
}

async function raised(view: ReportView): Promise<DisputeLine> {
  const { reviewed, other } = disputable(view)
  const reply = await post<{ dispute: DisputeLine }>(`/attempts/${view.report.attemptId}/disputes`, {
    position: reviewed.position,
    claim,
    proposedKey: { selected: [other] },
    source: 'https://docs.example.org/page',
  })
  expect(reply.status).toBe(201)
  return reply.json.dispute
}

const take = (disputeId: string) =>
  send(product, 'PUT', `/api/v1/disputes/${disputeId}/owner`, { owner: 'mira' })

describe('a dispute', () => {
  test('is raised after a closed attempt, and shown with owner, state and age', async () => {
    const dispute = await raised(await closedExam())
    product.advance(3 * 86_400_000)
    const { disputes } = await read<{ disputes: DisputeLine[] }>('/disputes')
    expect(disputes).toEqual([{ ...dispute, ageDays: 3 }])
    expect(disputes[0]).toMatchObject({ state: 'open', owner: null, claim })
  })

  test('is refused while the attempt is open, for a place that is not there, and twice', async () => {
    const { json } = await post<{ attemptId: string }>('/attempts', { examCode: 'CLF-C02', mode: 'exam' })
    const early = await post(`/attempts/${json.attemptId}/disputes`, { position: 1, claim })
    expect(early).toMatchObject({ status: 409, json: { code: 'not-submitted' } })
    const view = await closedExam()
    const path = `/attempts/${view.report.attemptId}/disputes`
    expect(await post(path, { position: 99, claim })).toMatchObject({ json: { code: 'not-on-form' } })
    expect(await post(path, { position: 1, claim: 'Wrong.' })).toMatchObject({
      json: { code: 'request-invalid' },
    })
    await raised(view)
    const { reviewed } = disputable(view)
    const again = await post(path, { position: reviewed.position, claim })
    expect(again).toMatchObject({ status: 409, json: { code: 'dispute-exists' } })
  })

  test('proposes no key that the item has already', async () => {
    const view = await closedExam()
    const { reviewed } = disputable(view)
    const same = { position: reviewed.position, claim, proposedKey: reviewed.feedback.key }
    const reply = await post(`/attempts/${view.report.attemptId}/disputes`, same)
    expect(reply).toMatchObject({
      status: 422,
      json: { code: 'proposed-key-invalid', reason: 'same-as-key' },
    })
  })

  test('keeps its item out of new forms while it is under review, and lets it back when rejected', async () => {
    const dispute = await raised(await closedExam())
    const idsOf = async (seed: string): Promise<string[]> =>
      ((await closedExam(seed)).report.items ?? []).map(({ itemId }) => itemId)
    const drawn = async (): Promise<boolean> =>
      (await Promise.all(['b', 'c', 'd', 'e'].map(idsOf))).some((ids) => ids.includes(dispute.itemId))
    await take(dispute.disputeId)
    expect(await drawn()).toBe(false)
    const body = { verdict: 'rejected', reason: 'The page speaks of another service.' }
    expect((await post(`/disputes/${dispute.disputeId}/decision`, body)).status).toBe(200)
    expect(await drawn()).toBe(true)
  })

  test('shows no key to somebody who has the item on an open attempt', async () => {
    const view = await closedExam()
    const dispute = await raised(view)
    const { reviewed } = disputable(view)
    const block = { examCode: 'CLF-C02', mode: 'custom', tasks: [reviewed.task], from: ['missed'], items: 50 }
    const open = await post<{ attemptId: string }>('/attempts', block)
    const path = `/disputes/${dispute.disputeId}`
    expect(await read(path)).toMatchObject({ item: null, withheld: true })
    await post(`/attempts/${open.json.attemptId}/submission`, {})
    expect(await read(path)).toMatchObject({ item: { kind: 'multiple-choice' }, withheld: false })
  })

  test('belongs to the personal data that a candidate exports and deletes', async () => {
    const dispute = await raised(await closedExam())
    const data = await exportPersonalData(product.ports, 'local')
    expect(JSON.stringify(data.disputes)).toContain(dispute.disputeId)
    await send(product, 'DELETE', '/api/v1/data')
    expect(await read('/disputes')).toEqual({ disputes: [] })
  })
})

describe('an accepted dispute that changes a key', () => {
  const decide = (dispute: DisputeLine, key: readonly number[] | null) =>
    post<{ attemptsRescored: number }>(`/disputes/${dispute.disputeId}/decision`, {
      verdict: 'accepted',
      reason: 'The page names the other option.',
      key,
    })

  test('needs an owner and a possible key', async () => {
    const dispute = await raised(await closedExam())
    expect(await decide(dispute, [0])).toMatchObject({ status: 409, json: { code: 'dispute-unowned' } })
    await take(dispute.disputeId)
    expect(await decide(dispute, [9])).toMatchObject({ status: 422, json: { code: 'key-invalid' } })
  })

  test('scores affected attempts again, tells it, and keeps the report that stood', async () => {
    const view = await closedExam()
    const { reviewed, other } = disputable(view)
    const dispute = await raised(view)
    await take(dispute.disputeId)
    const decided = await decide(dispute, dispute.proposedKey ?? [])
    expect(decided).toMatchObject({ status: 200, json: { attemptsRescored: 1 } })
    const after = await read<ReportView>(`/attempts/${view.report.attemptId}/report`)
    const again = after.report.items?.find(({ position }) => position === reviewed.position)
    expect(again?.feedback.key).toEqual({ selected: [other] })
    expect(after.rescorings).toMatchObject([
      { itemId: dispute.itemId, withdrawn: false, before: view.report },
    ])
    expect((await checkStore(product.ports)).findings).toEqual([])
  })

  test('counts a response that has become right', async () => {
    const { json } = await post<AttemptView>('/attempts', { examCode: 'CLF-C02', mode: 'exam', seed: 'a' })
    const responses = `/api/v1/attempts/${json.attemptId}/responses`
    for (const { position, kind, options } of json.form.items) {
      if (kind !== 'multiple-choice') continue
      const response = { selected: [options[0]?.id] }
      const body = { sequence: 1, response, clientToken: `p${position}` }
      await send(product, 'PUT', `${responses}/${position}`, body)
    }
    await post(`/attempts/${json.attemptId}/submission`, {})
    const view = await read<ReportView>(`/attempts/${json.attemptId}/report`)
    const missed = view.report.items?.find(
      ({ scored, kind, feedback }) => scored && kind === 'multiple-choice' && !feedback.correct,
    )
    const raise = { position: missed?.position, claim, proposedKey: missed?.response }
    const raisedNow = await post<{ dispute: DisputeLine }>(`/attempts/${json.attemptId}/disputes`, raise)
    const { dispute } = raisedNow.json
    await take(dispute.disputeId)
    await decide(dispute, dispute.proposedKey ?? [])
    const after = await read<ReportView>(`/attempts/${json.attemptId}/report`)
    expect(after.report.rawScore.correct).toBe(view.report.rawScore.correct + 1)
    expect(after.report.scaledScore).toBeGreaterThanOrEqual(view.report.scaledScore ?? Number.NaN)
  })

  test('takes a withdrawn item out of the score', async () => {
    const view = await closedExam()
    const dispute = await raised(view)
    await take(dispute.disputeId)
    await decide(dispute, null)
    const after = await read<ReportView>(`/attempts/${view.report.attemptId}/report`)
    expect(after.report.rawScore.scored).toBe(view.report.rawScore.scored - 1)
    expect(after.rescorings[0]?.withdrawn).toBe(true)
    expect((await checkStore(product.ports)).findings).toEqual([])
  })

  test('is written beside the pack, takes the item out of the pool, and is applied once', async () => {
    const dispute = await raised(await closedExam())
    await take(dispute.disputeId)
    await decide(dispute, null)
    const lines = readFileSync(join(packs.folder, 'cloud/clf-c02/changes.jsonl'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { item: dispute.itemId, key: null, on: testDay },
    ])
    const [loaded] = product.ports.content.packs()
    const entry = loaded?.entries.find(({ item }) => item.id === dispute.itemId)
    expect(entry?.standing.state).toBe('disputed')
    expect(loaded?.pack.items.some(({ id }) => id === dispute.itemId)).toBe(false)
    expect(await applyKeyChanges(product.ports)).toBe(0)
  })
})

describe('blind review by a person', () => {
  const solveFirst = async (letters?: readonly string[]) => {
    const sheet = (await post<ReviewSheet>('/reviews/sheets', { examCode: 'CLF-C02', only: 'all' })).json
    const item = sheet.items.find(({ kind }) => kind === 'multiple-choice')
    if (item === undefined) throw new Error('no item')
    const loaded = product.ports.content.packs()[0]?.entries.find((entry) => entry.item.id === item.item)
    const keyText = loaded?.item.options[keyInFile(loaded.item)[0] ?? 0]?.text
    const right = Object.entries(item.options).filter(([, text]) => text === keyText)
    const wrong = Object.entries(item.options).filter(([, text]) => text !== keyText)
    const answer = letters ?? [(right[0] ?? ['A'])[0]]
    const given = { item: item.item, hash: item.hash, answer, reason: 'The stem decides.', alternatives: [] }
    return { sheet, item, given, wrong: (wrong[0] ?? ['B'])[0] }
  }

  test('a sheet holds no key, no rationale and no task', async () => {
    const { sheet } = await solveFirst()
    expect(Object.keys(sheet.items[0] ?? {}).sort()).not.toContain('task')
    expect(JSON.stringify(sheet)).not.toMatch(/"rationale"|"key"|"misconception"/)
  })

  test('an answer is stored beside the pack as a human sheet', async () => {
    const { sheet, given } = await solveFirst()
    const body = { examCode: sheet.examCode, seed: sheet.seed, solver: 'mira', items: [given] }
    expect(await post('/reviews', body)).toMatchObject({ status: 201, json: { agreeing: [given.item] } })
    const stored = readFileSync(join(packs.folder, 'cloud/clf-c02/reviews/mira.jsonl'), 'utf8')
    expect(JSON.parse(stored)).toMatchObject({ item: given.item, solver: 'mira', by: 'human' })
    const twice = await post('/reviews', body)
    expect(twice).toMatchObject({ status: 422, json: { code: 'sheet-refused' } })
  })

  test('an answer that differs from the key puts the item in dispute', async () => {
    const { sheet, given, wrong } = await solveFirst()
    const items = [{ ...given, answer: [wrong] }]
    await post('/reviews', { examCode: sheet.examCode, seed: sheet.seed, solver: 'mira', items })
    const { packs: listed } = await read<{ packs: { states: Record<string, number>; people: string[] }[] }>(
      '/reviews',
    )
    expect(listed[0]).toMatchObject({ people: ['mira'], states: { disputed: 1 } })
  })

  test('a name that is none, and a pack that is none, are refused', async () => {
    const { sheet, given } = await solveFirst()
    const body = { examCode: sheet.examCode, seed: sheet.seed, solver: 'Mira K', items: [given] }
    expect(await post('/reviews', body)).toMatchObject({ json: { code: 'solver-name-invalid' } })
    expect(await post('/reviews/sheets', { examCode: 'XXX-C01' })).toMatchObject({
      json: { code: 'exam-unknown' },
    })
  })
})

describe('disputes in the terminal', () => {
  const item = (...words: string[]) => runCommand(addItemCommands, product.ports, words)

  test('are listed, taken and decided; the new key is counted from 1', async () => {
    const dispute = await raised(await closedExam())
    const { disputeId, itemId } = dispute
    expect((await item('dispute', 'list')).out).toContain(`${disputeId}  ${itemId}  open  no owner  0 days`)
    expect((await item('dispute', 'take', disputeId, '--owner', 'mira')).out).toContain('under-review  mira')
    const key = String((dispute.proposedKey?.[0] ?? 0) + 1)
    const words = [
      'dispute',
      'decide',
      disputeId,
      '--verdict',
      'accepted',
      '--reason',
      'It is so.',
      '--key',
      key,
    ]
    const decided = await item(...words)
    expect(decided.err).toBe('1 attempt scored again.\n')
    expect((await item(...words)).refusal).toMatchObject({ code: 'dispute-decided' })
    expect((await item('dispute', 'list')).err).toBe('No dispute is undecided.\n')
    expect((await item('dispute', 'list', '--all', '--json')).json).toMatchObject([{ state: 'accepted' }])
  })

  test('a dispute that is none, and a key that is no number, are refused with the next step', async () => {
    const decide = ['dispute', 'decide', 'none', '--verdict', 'rejected', '--reason', 'No.']
    expect((await item(...decide)).refusal?.message).toContain('cairn item dispute list --all')
    await expect(item(...decide, '--key', 'B')).rejects.toThrow(/option numbers/)
  })
})

describe('freshness in the terminal', () => {
  test('says what is due, where it stands, and on which page', async () => {
    const words = ['freshness', '--as-of', '2027-12-01', '--pack', 'CLF-C02']
    const { out } = await runCommand(addItemCommands, product.ports, words)
    expect(out).toMatch(
      /1\.1\.yaml:\d+ clf-c02-\d{4}\n {2}due: .* was last read on 2026-11-24; read it again\. https:/,
    )
    expect(out).toMatch(/\d+ items and 0 facts out of date on 2027-12-01, or within 90 days of it\./)
  })

  test('refuses a pack that is none, and days that are none', async () => {
    const unknown = await runCommand(addItemCommands, product.ports, ['freshness', '--pack', 'XXX-C01'])
    expect(unknown.refusal).toMatchObject({ code: 'exam-unknown' })
    await expect(runCommand(addItemCommands, product.ports, ['freshness', '--within', '-1'])).rejects.toThrow(
      /whole number of days/,
    )
  })
})
