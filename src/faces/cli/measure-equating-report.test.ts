import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProduct } from '../../../test/support/product.ts'
import type { EquatingSheet } from '../../application/ports.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { addEquatingCommands } from './measure-equating.ts'

const product = makeProduct()
const folder = mkdtempSync(join(tmpdir(), 'report-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await product.remove()
})

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const x = file('x.csv', 'score,count\n0,3\n1,8\n2,14\n3,9\n4,4\n')
const y = file('y.csv', 'score,count\n0,5\n1,10\n2,12\n3,8\n4,3\n')
const halves = file('halves.csv', 'score,count\n0,3.5\n1,8\n2,14\n')
const anchored = file('anchored.csv', 'score,anchor\n1,0\n2,1\n3,1\n4,2\n5,3\n')

/** Runs `measure equate`, with the sheet that went to paper. */
async function equate(...words: readonly string[]) {
  const said = {
    sheet: null as EquatingSheet | null,
    refusal: null as CliRefusal | null,
    notes: [] as string[],
  }
  const equatingPapers = {
    pdf: (sheet: EquatingSheet) => {
      said.sheet = sheet
      return product.ports.equatingPapers.pdf(sheet)
    },
  }
  const cli = {
    ports: async () => ({ ...product.ports, equatingPapers }),
    print: () => undefined,
    note: (text: string) => said.notes.push(text),
    fail: (refusal: CliRefusal) => {
      said.refusal = refusal
    },
  } as unknown as Cli
  const command = new Command('measure')
  addEquatingCommands(command, cli)
  await command.parseAsync(['equate', ...words], { from: 'user' })
  return said
}

describe('a report of an equating', () => {
  test('is written as PDF beside what is printed', async () => {
    const pdf = join(folder, 'report.pdf')
    const { sheet, notes } = await equate(
      x,
      y,
      '--method',
      'equipercentile',
      '--smoothing',
      '3',
      '--pdf',
      pdf,
    )
    expect(readFileSync(pdf, 'latin1').slice(0, 4)).toBe('%PDF')
    expect(notes).toEqual([`The report is in ${pdf}.`])
    expect(sheet).toMatchObject({ method: 'equipercentile', smoothing: 3, line: null, replications: 200 })
    expect([sheet?.x.moments.n, sheet?.y.moments.n, sheet?.x.highest]).toEqual([38, 38, 4])
  })

  test('errors of mean equating are those of a difference of means, at every score', async () => {
    const { sheet } = await equate(x, y, '--method', 'mean', '--pdf', join(folder, 'mean.pdf'))
    const error = Math.sqrt(((sheet?.x.moments.variance ?? 0) + (sheet?.y.moments.variance ?? 0)) / 38)
    for (const row of sheet?.rows ?? []) {
      expect((row.error ?? 0) / error).toBeGreaterThan(0.8)
      expect((row.error ?? 0) / error).toBeLessThan(1.2)
    }
    expect(sheet?.line?.slope).toBe(1)
  })

  test('has no errors for counts that are not whole, nor for an anchor', async () => {
    const part = await equate(halves, halves, '--method', 'linear', '--pdf', join(folder, 'halves.pdf'))
    expect([part.sheet?.replications, part.sheet?.rows[0]?.error]).toEqual([null, null])
    const tucker = await equate(anchored, anchored, '--method', 'tucker', '--pdf', join(folder, 'anchor.pdf'))
    expect([tucker.sheet?.replications, tucker.sheet?.x.moments.n]).toEqual([null, 5])
  })

  test('a place that cannot be written is said, and without --pdf nothing is written', async () => {
    const nowhere = join(folder, 'none', 'report.pdf')
    const { refusal } = await equate(x, y, '--method', 'mean', '--pdf', nowhere)
    expect(refusal).toMatchObject({ code: 'report-unwritable', file: nowhere })
    expect(existsSync(nowhere)).toBe(false)
    expect((await equate(x, y, '--method', 'mean')).sheet).toBeNull()
  })
})
