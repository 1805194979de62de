import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { twoTiers } from '../../domain/cloud/network/topology.fixture.ts'
import { runCloud } from './cloud.fixture.ts'

const question = { network: twoTiers, from: 'web', to: 'db', protocol: 'tcp', port: 5432 }

/** The JSON blocks of a guide page, in order. */
function blocksOf(page: string): unknown[] {
  const text = readFileSync(new URL(`../../../docs/guide/${page}`, import.meta.url), 'utf8')
  return [...text.matchAll(/^```json\n(.*?)^```$/gms)].map(([, block]) => JSON.parse(block!))
}

describe('cloud network reach', () => {
  test('answers one case by one answer, and a list by a list', async () => {
    const one = await runCloud(['network', 'reach', '-'], JSON.stringify({ id: 'x', ...question }))
    expect(one.json).toMatchObject({ id: 'x', reachable: true })
    expect(one.refusal).toBe(undefined)
    const list = await runCloud(['network', 'reach', '-', '--json'], JSON.stringify([question]))
    expect(list.json).toMatchObject([{ reachable: true }])
  })

  test('counts and refuses cases that cannot be answered', async () => {
    const { json, refusal } = await runCloud(['network', 'reach', '-'], JSON.stringify([question, { id: 2 }]))
    expect(json).toMatchObject([{ reachable: true }, { id: 2, invalid: expect.any(String) }])
    expect(refusal).toMatchObject({
      code: 'cloud-case-invalid',
      message: expect.stringMatching(/^1 of 2 cases/),
    })
  })

  test('says of a missing file what to do', async () => {
    expect((await runCloud(['network', 'reach', '/nowhere.json'])).refusal?.code).toBe('file-unreadable')
    await expect(runCloud(['network', 'reach'])).rejects.toMatchObject({ code: 'commander.missingArgument' })
  })
})

describe('the guide to networks', () => {
  test('shows an input and exactly its output', async () => {
    const [input, output] = blocksOf('cloud-network.md')
    expect((await runCloud(['network', 'reach', '-'], JSON.stringify(input))).json).toEqual(output)
  })

  test('shows a plan and exactly its report', async () => {
    const [, , input, output] = blocksOf('cloud-network.md')
    expect((await runCloud(['network', 'plan', '-'], JSON.stringify(input))).json).toEqual(output)
  })
})
