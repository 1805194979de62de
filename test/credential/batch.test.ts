import { afterAll, describe, expect, test } from 'vitest'
import { type BatchRequest, issueBatch } from '../../src/application/issue-batch.ts'
import type { StoredCredential } from '../../src/application/ports.ts'
import { withOrigin } from '../support/credentials.ts'
import { makeProduct, realContent } from '../support/product.ts'

const achievement = {
  id: 'harbour-operator',
  name: 'Harbour data operator',
  description: 'Runs a shift alone.',
  criteria: 'Six months on shift.',
  tier: 'associate',
  years: 3,
}

const rows = (count: number, from = 0): BatchRequest['lines'] =>
  Array.from({ length: count }, (_, index) => ({
    line: index + 2,
    cells: {
      email: `person-${from + index}@harbour.example`,
      awardedOn: '2026-11-20',
      narrative: `Shift ${from + index}`,
    },
  }))

describe('a batch', { timeout: 60_000 }, () => {
  const product = makeProduct(realContent, {}, withOrigin)
  const { ports } = product
  afterAll(() => product.remove())

  const run = async (request: Partial<BatchRequest>) => {
    const given: StoredCredential[] = []
    const done = await issueBatch(ports, {
      batchId: 'autumn',
      achievement,
      lines: [],
      onCredential: (credential) => void given.push(credential),
      ...request,
    })
    return { report: done.ok ? done.value : done.error, given }
  }

  test('run dry reads everything, tells what is wrong, and issues nothing', async () => {
    const bad = { line: 9, cells: { email: 'nobody' } }
    const twice = { line: 10, cells: { email: 'PERSON-1@harbour.example' } }
    const { report, given } = await run({ lines: [...rows(3), bad, twice], dryRun: true })
    expect(report).toMatchObject({ dryRun: true, total: 5, issued: 3, kept: 0 })
    expect(Object(report).refused).toMatchObject([
      { line: 9, column: 'email' },
      { line: 10, column: 'key' },
    ])
    expect(given).toEqual([])
    expect((await ports.credentials.logHead()).sequence).toBe(0)
  })

  test('issues a credential for everyone with their own evidence, salt, subject and status', async () => {
    const { report, given } = await run({ lines: rows(4) })
    expect(report).toMatchObject({ issued: 4, kept: 0, refused: [] })
    const documents = given.map(({ document }) => Object(document))
    expect(documents.map(({ evidence }) => evidence[0].narrative)).toEqual([
      'Shift 0',
      'Shift 1',
      'Shift 2',
      'Shift 3',
    ])
    for (const of of [
      ({ id }: Record<string, string>) => id,
      (document: Record<string, never>) => Object(document).credentialSubject.id,
      (document: Record<string, never>) => Object(document).credentialSubject.identifier[0].salt,
      (document: Record<string, never>) => Object(document).credentialStatus.statusListIndex,
    ])
      expect(new Set(documents.map(of)).size).toBe(4)
    expect(new Set(documents.map(({ credentialSubject }) => credentialSubject.achievement.id)).size).toBe(1)
    expect(documents[0]).toMatchObject({
      awardedDate: '2026-11-20T00:00:00Z',
      validUntil: '2029-11-20T23:59:59Z',
    })
  })

  test('run again goes on where it stopped and issues nothing twice', async () => {
    const { sequence } = await ports.credentials.logHead()
    const steps: [number, number][] = []
    const { report, given } = await run({
      lines: rows(600),
      onProgress: (done, total) => void steps.push([done, total]),
    })
    expect(report).toMatchObject({ issued: 596, kept: 4 })
    expect(given).toHaveLength(600)
    expect(steps).toEqual([
      [250, 600],
      [500, 600],
      [600, 600],
    ])
    expect((await run({ lines: rows(600) })).report).toMatchObject({ issued: 0, kept: 600 })
    expect((await ports.credentials.logHead()).sequence).toBe(sequence + 596)
  })

  test('two runs at once share the work, and nobody gets two', async () => {
    const both = await Promise.all([run({ lines: rows(30, 5_000) }), run({ lines: rows(30, 5_000) })])
    expect(both.map(({ report }) => Object(report).issued).sort((one, other) => one - other)).toEqual([0, 30])
    const ids = both.map(({ given }) => given.map(({ credentialId }) => credentialId).sort())
    expect(ids[0]).toEqual(ids[1])
  })

  test('may not bear a vendor name', async () => {
    const { report } = await run({ achievement: { ...achievement, name: 'Amazon harbour operator' } })
    expect(report).toMatchObject({ code: 'name-not-allowed', word: 'Amazon' })
  })

  test('an unknown day counts as the day of the batch, and a credential without years has no end', async () => {
    const { years: _, ...endless } = achievement
    const { given } = await run({
      batchId: 'endless',
      achievement: endless,
      lines: [{ line: 2, cells: { name: 'Ada' } }],
    })
    expect(Object(given[0]?.document)).toMatchObject({ awardedDate: '2026-11-24T09:00:00Z' })
    expect(given[0]?.document).not.toHaveProperty('validUntil')
    expect(given[0]?.document).not.toHaveProperty('refreshService')
  })
})
