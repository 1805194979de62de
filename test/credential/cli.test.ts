import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkIssuanceLog } from '../../src/application/check-issuance-log.ts'
import type { Cli, CliRefusal } from '../../src/faces/cli/cli.ts'
import { addCredentialCommands } from '../../src/faces/cli/credential.ts'
import { sitExam, withOrigin } from '../support/credentials.ts'
import { makeProduct, realContent } from '../support/product.ts'
import { temporaryFolder } from '../support/server.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a command prints is looked at, not typed
type Run = { out: string; notes: string; json: any; refusal: CliRefusal | null }

describe('cairn credential', { timeout: 60_000 }, () => {
  const product = makeProduct(realContent, {}, withOrigin)
  const { folder, remove } = temporaryFolder()
  let attemptId: string
  let id: string

  beforeAll(async () => {
    attemptId = await sitExam(product, 'SAA-C03', { right: true })
  }, 60_000)
  afterAll(async () => {
    remove()
    await product.remove()
  })

  const cairn = async (...words: readonly string[]): Promise<Run> => {
    const said: Run = { out: '', notes: '', json: null, refusal: null }
    const cli = {
      ports: async () => product.ports,
      print: (text: string) => {
        said.out += `${text}\n`
      },
      printJson: (value: unknown) => {
        said.json = JSON.parse(JSON.stringify(value))
      },
      note: (text: string) => {
        said.notes += `${text}\n`
      },
      fail: (refusal: CliRefusal) => {
        said.refusal = refusal
      },
    } as unknown as Cli
    const command = new Command('credential').exitOverride().configureOutput({ writeErr: () => undefined })
    addCredentialCommands(command, cli)
    await command.parseAsync(words as string[], { from: 'user' })
    return said
  }

  test('issue gives the record of a closed exam, once', async () => {
    const issued = await cairn('issue', '--attempt', attemptId, '--name', 'Ada', '--json')
    id = issued.json.credentialId
    expect(issued.json).toMatchObject({ kind: 'readiness-record', version: 1 })
    const again = await cairn('issue', '--attempt', attemptId)
    expect(again.refusal).toMatchObject({ code: 'already-held', credentialId: id })
    expect(again.refusal?.message).toMatch(/cairn credential renew/)
  })

  test('list and show tell how a record stands, and print it in every format', async () => {
    expect((await cairn('list')).out).toMatch(/readiness record: .*\n.*In force until 24 November 2027\./)
    expect((await cairn('list', '--json')).json.credentials).toHaveLength(1)
    expect((await cairn('show', id)).out).toContain('"OpenBadgeCredential"')
    expect((await cairn('show', id, '--format', 'jwt')).out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    expect((await cairn('show', id, '--format', 'sd-jwt')).out).toContain('~')
    expect((await cairn('show', 'nowhere')).refusal?.code).toBe('credential-unknown')
    expect((await cairn('transcript')).json.type).toContain('ClrCredential')
  })

  test.each(['png', 'svg', 'pdf', 'json'])('bake writes a %s that verifies', async (ending) => {
    const out = join(folder, `record.${ending}`)
    const { notes } = await cairn('bake', id, '--out', out)
    expect(notes).toMatch(/cairn credential verify/)
    const report = await product.ports.credentialVerifier.verify(
      { bytes: readFileSync(out) },
      { now: product.ports.clock.now(), online: false },
    )
    expect(report.container).toBe(ending)
    expect((await cairn('bake', id, '--out', join(folder, 'record.gif'))).refusal?.code).toBe(
      'file-kind-unknown',
    )
  })

  test('suspend, resume, correct and revoke change it, each with its reason', async () => {
    await expect(cairn('suspend', id)).rejects.toThrow(CommanderError)
    expect((await cairn('suspend', id, '--reason', 'Under review')).out).toMatch(
      /Suspended on .*: Under review/,
    )
    expect((await cairn('correct', id, '--name', 'Ada L.')).refusal?.code).toBe('credential-suspended')
    expect((await cairn('resume', id)).out).toMatch(/In force/)
    expect((await cairn('correct', id, '--name', 'Ada L.', '--json')).json.version).toBe(2)
    expect((await cairn('revoke', id, '--reason', 'Typo')).out).toMatch(/Revoked on .*: Typo/)
    expect((await cairn('revoke', id, '--reason', 'Typo')).refusal?.message).toMatch(/final/)
  })

  test('renew goes by one record, or by everything that an exam renews', async () => {
    const { json } = await cairn('issue', '--attempt', await sitExam(product, 'CLF-C02'), '--json')
    product.advance(90 * 86_400_000)
    const newer = await sitExam(product, 'CLF-C02')
    expect((await cairn('renew', '--attempt', newer)).out).toBe(
      `${json.credentialId}  ${json.name}: renewed\n`,
    )
    expect((await cairn('renew', json.credentialId, '--attempt', newer)).refusal?.code).toBe(
      'renewal-not-newer',
    )
    expect((await cairn('renew', '--attempt', 'nowhere')).refusal?.message).toMatch(/cairn exam list/)
  })

  test('key list and rotate show public halves only', async () => {
    const before = (await cairn('key', 'list', '--json')).json.keys
    const fresh = (await cairn('key', 'rotate', '--json')).json.keys
    expect(fresh).toHaveLength(2)
    const after = await cairn('key', 'list', '--json')
    expect(after.json.keys).toHaveLength(before.length + 2)
    expect(JSON.stringify(after.json)).not.toMatch(/private|"d":|BEGIN/i)
    expect((await cairn('key', 'list')).out).toMatch(/retired 2027/)
  })

  test('log computes all issuing again, and notices what was changed', async () => {
    const whole = (await cairn('log', '--json')).json
    expect(whole).toMatchObject({ ...(await product.ports.credentials.logHead()), brokenAt: null })
    const changed = {
      ...product.ports,
      credentials: {
        ...product.ports.credentials,
        log: async (after: number, limit: number) =>
          (await product.ports.credentials.log(after, limit)).map((entry) =>
            entry.sequence === 2 ? { ...entry, event: 'issued' as const, subject: 'f'.repeat(64) } : entry,
          ),
      },
    }
    expect((await checkIssuanceLog(changed)).broken?.sequence).toBe(2)
    expect((await cairn('log')).out).toMatch(/entries, last hash [0-9a-f]{64}\n$/)
  })

  describe('batch', () => {
    const people = join(folder, 'people.csv')
    const achievement = join(folder, 'operator.json')
    const described = {
      id: 'operator',
      name: 'Operator',
      description: 'Runs it.',
      criteria: 'A shift.',
      years: 2,
    }

    beforeAll(() => {
      writeFileSync(achievement, JSON.stringify(described))
      writeFileSync(
        people,
        'name,email,narrative\n"Ada, Countess",ada@harbour.example,"Led ""the"" drill."\nBob,bob@harbour.example,\n,,nobody\n',
      )
    })

    test('reads a table, writes a badge for everyone, and tells what it could not issue', async () => {
      const out = join(folder, 'badges')
      const words = ['batch', people, '--achievement', achievement, '--out', out]
      const dry = await cairn(...words, '--dry-run')
      expect(dry.out).toBe('2 records would be issued, 0 issued before, 1 refused\n')
      expect(readdirSync(out)).toEqual([])
      const done = await cairn(...words)
      expect(done.out).toBe('2 records issued, 0 issued before, 1 refused\n')
      expect(done.notes).toMatch(/line 4, email: Give an e-mail address or a name\./)
      expect(done.refusal?.code).toBe('rows-refused')
      expect(readdirSync(out)).toHaveLength(2)
      expect((await cairn(...words)).out).toBe('0 records issued, 2 issued before, 1 refused\n')
    })

    test('reads JSON with the same columns', async () => {
      const file = join(folder, 'more.json')
      writeFileSync(file, JSON.stringify([{ name: 'Cleo', narrative: 'Alone.' }]))
      expect((await cairn('batch', file, '--achievement', achievement, '--json')).json).toMatchObject({
        issued: 1,
        kept: 0,
        refused: [],
      })
    })

    test('says what is wrong with its files', async () => {
      const wrong = join(folder, 'wrong.json')
      writeFileSync(wrong, JSON.stringify({ ...described, id: 'Not An Id' }))
      expect((await cairn('batch', people, '--achievement', wrong)).refusal?.message).toMatch(/id:/)
      const missing = await cairn('batch', join(folder, 'none.csv'), '--achievement', achievement)
      expect(missing.refusal?.code).toBe('table-unreadable')
      expect(existsSync(join(folder, 'none.csv'))).toBe(false)
    })
  })
})
