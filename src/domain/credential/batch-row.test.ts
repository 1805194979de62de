import { describe, expect, test } from 'vitest'
import { readBatchRow } from './batch-row.ts'

describe('a row of a batch', () => {
  test('needs an address or a name, and is named by it', () => {
    expect(readBatchRow({ email: ' Ada@Harbour.example ' })).toEqual({
      ok: true,
      value: {
        key: 'ada@harbour.example',
        recipient: { email: 'Ada@Harbour.example' },
        awardedAt: null,
        evidence: [],
      },
    })
    expect(readBatchRow({ name: 'Ada' })).toMatchObject({ ok: true, value: { key: 'Ada' } })
    expect(readBatchRow({ name: 'Ada', key: '17' })).toMatchObject({ ok: true, value: { key: '17' } })
  })

  test('brings its own day and evidence', () => {
    const cells = {
      name: 'Ada',
      awardedOn: '2026-11-20',
      narrative: 'Led the drill.',
      evidenceName: 'Drill',
      evidenceUrl: 'https://harbour.example/drill',
    }
    expect(readBatchRow(cells)).toMatchObject({
      ok: true,
      value: {
        awardedAt: Date.parse('2026-11-20T00:00:00Z'),
        evidence: [{ name: 'Drill', narrative: 'Led the drill.', url: 'https://harbour.example/drill' }],
      },
    })
  })

  test.each([
    [{}, 'email', /address or a name/],
    [{ name: '  ' }, 'email', /address or a name/],
    [{ email: 'ada' }, 'email', /no e-mail address/],
    [{ name: 'A', awardedOn: '24.11.2026' }, 'awardedOn', /YYYY-MM-DD/],
    [{ name: 'A', awardedOn: '2026-02-30' }, 'awardedOn', /YYYY-MM-DD/],
    [{ name: 'A', evidenceUrl: 'javascript:alert(1)' }, 'evidenceUrl', /https/],
    [{ name: 'A', narrative: 'x'.repeat(2_001) }, 'narrative', /2000/],
  ])('%j is refused at %s', (cells, column, advice) => {
    const read = readBatchRow(cells)
    expect(read).toMatchObject({ ok: false, error: { column } })
    expect(read.ok ? '' : read.error.advice).toMatch(advice)
  })
})
