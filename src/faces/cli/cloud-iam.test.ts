import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, describe, expect, test } from 'vitest'
import { openActionDirectory } from '../../adapters/content/action-directory.ts'
import type { Ports } from '../../application/ports.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { addCloudCommands } from './cloud.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-cloud-'))
afterAll(() => rmSync(folder, { recursive: true }))

const least = { principal: 'anonymous', action: 's3:GetObject', resource: 'arn:aws:s3:::docs/a' }
const open = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' },
}

type Ran = { json?: unknown; refusal?: CliRefusal }

async function run(words: readonly string[], input = ''): Promise<Ran> {
  const ran: Ran = {}
  const unused = (): never => {
    throw new Error('not used by this command')
  }
  const cli: Cli = {
    ports: async () => ({ cloudLibrary: { actions: openActionDirectory() } }) as unknown as Ports,
    print: unused,
    printJson: (value) => {
      ran.json = value
    },
    note: unused,
    fail: (refusal) => {
      ran.refusal = refusal
    },
    today: unused,
    interactive: false,
    lines: async function* () {
      yield* input.split('\n')
    },
    serve: unused,
  }
  const quiet = { writeOut: () => undefined, writeErr: () => undefined }
  const command = new Command('cloud').exitOverride().configureOutput(quiet)
  addCloudCommands(command, cli)
  await command.parseAsync([...words], { from: 'user' })
  return ran
}

const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('cloud iam evaluate', () => {
  test('one case in a file is answered by one answer', async () => {
    const path = file('one.json', JSON.stringify({ id: 'x', ...least, resourcePolicy: open }))
    const { json, refusal } = await run(['iam', 'evaluate', path])
    expect(json).toMatchObject({ id: 'x', decision: 'allow', because: { layer: 'resource' } })
    expect(refusal).toBe(undefined)
  })

  test('a list on standard input is answered by a list, with --json as without', async () => {
    const input = JSON.stringify([least, { ...least, resourcePolicy: open }], null, 2)
    const answers = [{ decision: 'implicit' }, { decision: 'allow' }]
    expect((await run(['iam', 'evaluate', '-'], input)).json).toMatchObject(answers)
    expect((await run(['iam', 'evaluate', '-', '--json'], input)).json).toMatchObject(answers)
    expect((await run(['iam', 'evaluate', '-'], JSON.stringify({ cases: [least] }))).json).toHaveLength(1)
  })

  test('cases that cannot be decided are answered, counted and refused', async () => {
    const { json, refusal } = await run(['iam', 'evaluate', '-'], JSON.stringify([least, { id: 2 }]))
    expect(json).toMatchObject([{ decision: 'implicit' }, { id: 2, invalid: expect.any(String) }])
    expect(refusal).toMatchObject({ code: 'case-invalid', message: expect.stringMatching(/^1 of 2 cases/) })
  })

  test('what is no JSON or no file is refused, with the next step', async () => {
    const broken = await run(['iam', 'evaluate', file('broken.json', '{ "a": ')])
    expect(broken.refusal?.code).toBe('json-malformed')
    expect((await run(['iam', 'evaluate', '-'], 'x')).refusal?.message).toMatch(/^Standard input is not JSON/)
    const missing = await run(['iam', 'evaluate', join(folder, 'missing.json')])
    expect(missing.refusal).toMatchObject({
      code: 'file-unreadable',
      message: expect.stringMatching(/Name a file, or - for standard input/),
    })
    expect(missing.json).toBe(undefined)
  })

  test('an action that does not exist is warned of', async () => {
    const { json, refusal } = await run(
      ['iam', 'evaluate', '-'],
      JSON.stringify({ ...least, action: 's3:ReadObject' }),
    )
    expect(json).toMatchObject({
      decision: 'implicit',
      warnings: [{ at: 'action', text: expect.stringContaining('s3:ReadObject') }],
    })
    expect(refusal).toBe(undefined)
  })

  test('a file must be named', async () => {
    await expect(run(['iam', 'evaluate'])).rejects.toMatchObject({ code: 'commander.missingArgument' })
  })
})
