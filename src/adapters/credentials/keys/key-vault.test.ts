import { verify } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { instant } from '../../../domain/kernel/instant.ts'
import { openKeyVault } from './key-vault.ts'
import { readMultikey } from './multikey.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'cairn-vault-')), 'keys')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

const fileOf = (keyId: string): string => join(folder, `${keyId}.json`)
const modeOf = (path: string): number => statSync(path).mode & 0o777
const bytes = Buffer.from('what is signed')
const at = (milliseconds: number) => instant(milliseconds)

describe('a folder of signing keys', () => {
  test('is empty, and no error, before there is a key', async () => {
    expect(await openKeyVault(folder).list()).toEqual([])
  })

  test('keeps private halves to its owner, and tells of public halves alone', async () => {
    const vault = openKeyVault(folder)
    const key = await vault.create('Ed25519', at(5))
    expect([modeOf(folder), modeOf(fileOf(key.keyId))]).toEqual([0o700, 0o600])
    expect(readdirSync(folder)).toEqual([`${key.keyId}.json`])
    const told = JSON.stringify([key, await vault.list()])
    expect(told).not.toContain('PRIVATE KEY')
    expect(key).toEqual({
      keyId: key.keyId,
      kind: 'Ed25519',
      createdAt: 5,
      retiredAt: null,
      listedUntil: null,
    })
  })

  test.each(['Ed25519', 'P-256'] as const)('signs with %s what its identifier verifies', async (kind) => {
    const vault = openKeyVault(folder)
    const { keyId } = await vault.create(kind, at(1))
    const signature = await vault.sign(keyId, bytes)
    expect(signature).toHaveLength(64)
    const key = readMultikey(keyId)!.key
    const digest = kind === 'Ed25519' ? null : 'sha256'
    expect(verify(digest, bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
    expect(verify(digest, Buffer.from('another'), { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(false)
  })

  test('signs the same after it was opened anew, and lists the oldest first', async () => {
    const first = openKeyVault(folder)
    const young = await first.create('Ed25519', at(9))
    const old = await first.create('Ed25519', at(2))
    const again = openKeyVault(folder)
    expect((await again.list()).map(({ keyId }) => keyId)).toEqual([old.keyId, young.keyId])
    expect(await again.sign(young.keyId, bytes)).toEqual(await first.sign(young.keyId, bytes))
  })

  test('retired keys sign nothing more, in this process or another, and are still listed', async () => {
    const vault = openKeyVault(folder)
    const { keyId } = await vault.create('Ed25519', at(1))
    await vault.sign(keyId, bytes)
    await vault.retire(keyId, at(7), at(99))
    await expect(vault.sign(keyId, bytes)).rejects.toMatchObject({ code: 'key-retired' })
    await expect(openKeyVault(folder).sign(keyId, bytes)).rejects.toMatchObject({ code: 'key-retired' })
    expect(await vault.list()).toMatchObject([{ keyId, retiredAt: 7, listedUntil: 99 }])
    expect(modeOf(fileOf(keyId))).toBe(0o600)
  })

  test('refuses a key that others may read, with the command that mends it', async () => {
    const { keyId } = await openKeyVault(folder).create('Ed25519', at(1))
    chmodSync(fileOf(keyId), 0o644)
    const refusal = openKeyVault(folder).sign(keyId, bytes)
    await expect(refusal).rejects.toMatchObject({ code: 'key-file-exposed' })
    await expect(refusal).rejects.toThrow(`chmod 600 ${fileOf(keyId)}`)
  })

  test('refuses a broken file, and a key under the name of another', async () => {
    const vault = openKeyVault(folder)
    const [one, other] = [await vault.create('Ed25519', at(1)), await vault.create('Ed25519', at(2))]
    const stolen = readFileSync(fileOf(other.keyId), 'utf8').replace(other.keyId, one.keyId)
    writeFileSync(fileOf(one.keyId), stolen)
    await expect(vault.sign(one.keyId, bytes)).rejects.toThrow('holds another key than its name says')
    writeFileSync(fileOf(one.keyId), '{ "half": ')
    await expect(vault.sign(one.keyId, bytes)).rejects.toMatchObject({ code: 'key-file-invalid' })
    expect(await vault.sign(other.keyId, bytes)).toHaveLength(64)
  })
})
