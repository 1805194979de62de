import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listSimulations } from '../../application/simulate-time.ts'
import { runCloud } from './cloud.fixture.ts'

const guide = readFileSync(new URL('../../../docs/guide/cloud-time.md', import.meta.url), 'utf8')

/** The sections of the guide that are named after a simulation, with their input and output. */
const sections = [...guide.matchAll(/^## `([a-z-]+)`\n(.*?)(?=^## |(?![\s\S]))/gms)].map(
  ([, name, text]) => ({
    name: name!,
    blocks: [...text!.matchAll(/^```json\n(.*?)^```$/gms)].map(([, block]) => JSON.parse(block!) as unknown),
  }),
)

describe('cloud time', () => {
  test('runs a simulation on one case and on a list', async () => {
    const plan = { plan: { kind: 'canary', percent: 10, minutes: 5 } }
    const one = await runCloud(['time', 'traffic-shift', '-'], JSON.stringify({ id: 'x', ...plan }))
    expect(one).toMatchObject({ json: { id: 'x', shiftMinutes: 5 } })
    const many = await runCloud(['time', 'traffic-shift', '-', '--json'], JSON.stringify([plan, plan]))
    expect(many.json).toHaveLength(2)
  })

  test('counts and refuses cases that cannot be simulated', async () => {
    const { json, refusal } = await runCloud(
      ['time', 'service-rollout', '-'],
      '[{"desired":0},{"desired":2}]',
    )
    expect(json).toMatchObject([{ invalid: expect.any(String) }, { result: 'completed' }])
    expect(refusal).toMatchObject({ code: 'cloud-case-invalid', message: expect.stringMatching(/^1 of 2/) })
  })

  test('knows no other simulation', async () => {
    await expect(runCloud(['time', 'travel', '-'], '{}')).rejects.toMatchObject({
      code: 'commander.unknownCommand',
    })
  })
})

describe('the guide to time', () => {
  test('has a section for every simulation', () => {
    expect(sections.map(({ name }) => name)).toEqual(listSimulations().map(({ name }) => name))
  })

  test.each(sections)(
    'shows an input of $name and exactly its output',
    async ({ name, blocks: [input, output] }) => {
      expect((await runCloud(['time', name, '-'], JSON.stringify(input))).json).toEqual(output)
    },
  )
})
