import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listCalculations } from '../../application/estimate-capacity.ts'
import { runCloud } from './cloud.fixture.ts'

const guide = readFileSync(new URL('../../../docs/guide/cloud-capacity.md', import.meta.url), 'utf8')

/** The sections of the guide that are named after a calculation, with their input and output. */
const sections = [...guide.matchAll(/^## `([a-z-]+)`\n(.*?)(?=^## |(?![\s\S]))/gms)].map(
  ([, name, text]) => ({
    name: name!,
    blocks: [...text!.matchAll(/^```json\n(.*?)^```$/gms)].map(([, block]) => JSON.parse(block!) as unknown),
  }),
)

describe('cloud capacity', () => {
  test('runs a calculation on one case and on a list', async () => {
    const load = { load: 900, perInstance: 100, zones: 3 }
    const one = await runCloud(['capacity', 'zonal-instances', '-'], JSON.stringify({ id: 'x', ...load }))
    expect(one).toMatchObject({ json: { id: 'x', total: 15 } })
    const many = await runCloud(['capacity', 'zonal-instances', '-', '--json'], JSON.stringify([load, load]))
    expect(many.json).toHaveLength(2)
  })

  test('counts and refuses cases that cannot be answered', async () => {
    const { json, refusal } = await runCloud(['capacity', 'quorum', '-'], JSON.stringify({ lost: [5, 0, 0] }))
    expect(json).toEqual({ invalid: 'lost[0] must be from 0 to 2, not 5.' })
    expect(refusal).toMatchObject({ code: 'cloud-case-invalid' })
  })

  test('knows no other calculation', async () => {
    await expect(runCloud(['capacity', 'luck', '-'], '{}')).rejects.toMatchObject({
      code: 'commander.unknownCommand',
    })
  })
})

describe('the guide to capacity', () => {
  test('has a section for every calculation', () => {
    expect(sections.map(({ name }) => name)).toEqual(listCalculations().map(({ name }) => name))
  })

  test.each(sections)(
    'shows an input of $name and exactly its output',
    async ({ name, blocks: [input, output] }) => {
      expect((await runCloud(['capacity', name, '-'], JSON.stringify(input))).json).toEqual(output)
    },
  )
})
