import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { KeyVault } from '../../../application/ports.ts'
import type { KeyKind, SigningKey } from '../../../domain/credential/types.ts'
import { CairnError } from '../../../domain/kernel/cairn-error.ts'
import { writeMultikey } from './multikey.ts'

/** A key as its file holds it; the private half is PKCS#8 in PEM. */
type StoredKey = SigningKey & { readonly privateKey: string }

const keyPairOf = (kind: KeyKind): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } =>
  kind === 'Ed25519'
    ? generateKeyPairSync('ed25519')
    : generateKeyPairSync('ec', { namedCurve: 'prime256v1' })

/** Refuses a key file that others on this machine may read. Windows has no such modes. */
function checkMode(file: string): void {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return
  throw new CairnError('key-file-exposed', `Others may read ${file}. Run: chmod 600 ${file}`)
}

function readKey(file: string): StoredKey {
  checkMode(file)
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as StoredKey
    const publicKey = createPublicKey(stored.privateKey)
    if (writeMultikey({ kind: stored.kind, key: publicKey }) === stored.keyId) return stored
  } catch (cause) {
    throw new CairnError('key-file-invalid', `${file} holds no signing key. Restore it from a backup.`, {
      cause,
    })
  }
  throw new CairnError(
    'key-file-invalid',
    `${file} holds another key than its name says. Restore it from a backup.`,
  )
}

/** Written beside its place and moved into it, so no reader ever sees half a key. */
function writeKey(folder: string, key: StoredKey): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.${key.keyId}.${process.pid}`)
  writeFileSync(draft, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, join(folder, `${key.keyId}.json`))
}

const publicHalf = ({ keyId, kind, createdAt, retiredAt, listedUntil }: StoredKey): SigningKey => ({
  keyId,
  kind,
  createdAt,
  retiredAt,
  listedUntil,
})

const byAge = (a: SigningKey, b: SigningKey): number =>
  a.createdAt - b.createdAt || (a.keyId < b.keyId ? -1 : 1)

/** Keeps each signing key in a file of its own with mode 0600, below a folder with mode 0700. */
export function openKeyVault(folder: string): KeyVault {
  const unlocked = new Map<string, KeyObject>()
  const fileOf = (keyId: string): string => join(folder, `${keyId}.json`)
  const files = (): string[] =>
    existsSync(folder) ? readdirSync(folder).filter((name) => /^z\w+\.json$/.test(name)) : []

  const unlock = (keyId: string): KeyObject => {
    const known = unlocked.get(keyId)
    if (known !== undefined) return known
    const stored = readKey(fileOf(keyId))
    if (stored.retiredAt !== null)
      throw new CairnError('key-retired', `${keyId} is retired and signs nothing more.`)
    const key = createPrivateKey(stored.privateKey)
    unlocked.set(keyId, key)
    return key
  }

  return {
    list: async () =>
      files()
        .map((name) => publicHalf(readKey(join(folder, name))))
        .sort(byAge),
    create: async (kind, now) => {
      const { publicKey, privateKey } = keyPairOf(kind)
      const key: StoredKey = {
        keyId: writeMultikey({ kind, key: publicKey }),
        kind,
        createdAt: now,
        retiredAt: null,
        listedUntil: null,
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      }
      writeKey(folder, key)
      return publicHalf(key)
    },
    sign: async (keyId, bytes) => {
      const key = unlock(keyId)
      return key.asymmetricKeyType === 'ed25519'
        ? signBytes(null, bytes, key)
        : signBytes('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })
    },
    retire: async (keyId, at, listedUntil) => {
      writeKey(folder, { ...readKey(fileOf(keyId)), retiredAt: at, listedUntil })
      unlocked.delete(keyId)
    },
  }
}
