import { createHash, createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Digests, Identifiers, Secrets } from '../../application/ports.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { instant } from '../../domain/kernel/instant.ts'
import { once } from '../../domain/kernel/once.ts'

/** The machine's clock. */
export const systemClock: Clock = { now: () => instant(Date.now()) }

/** SHA-256 of the platform. */
export const digests: Digests = { sha256: (text) => createHash('sha256').update(text).digest('hex') }

/** Makes UUIDv7 identifiers; within one millisecond a counter keeps them ascending (RFC 9562, section 6.2, method 1). */
export function makeIdentifiers(clock: Clock): Identifiers {
  let milliseconds = 0
  let counter = 0
  const advance = (): void => {
    const now = clock.now()
    if (now > milliseconds) {
      milliseconds = now
      counter = 0
    } else if (counter < 0xfff) {
      counter += 1
    } else {
      // A full counter borrows the next millisecond, so the order holds at any rate.
      milliseconds += 1
      counter = 0
    }
  }
  return {
    next: () => {
      advance()
      return uuidV7(milliseconds, counter)
    },
  }
}

function uuidV7(milliseconds: number, counter: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function readSecret(folder: string): Buffer {
  const file = join(folder, 'secret.key')
  if (!existsSync(file)) createSecret(folder, file)
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (secret.length !== 32) {
    throw new CairnError(
      'secret-invalid',
      `${file} does not hold 64 hexadecimal digits. Restore it from a backup, or delete it and a new one is made; forms already drawn do not need it.`,
    )
  }
  return secret
}

/**
 * The installation's secret, made on first use and kept in a file that only its owner may read.
 * It is linked into place, so two processes that start together end with the same secret.
 */
export function openSecrets(folder: string): Secrets {
  const secret = once(() => readSecret(folder))
  return { derive: (label) => createHmac('sha256', secret()).update(label).digest('hex') }
}

function createSecret(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
}
