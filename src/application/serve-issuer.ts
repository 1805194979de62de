import type { JsonObject } from '../domain/cloud/json.ts'
import type { LogEntry, LogHead } from '../domain/credential/issuance-log.ts'
import type { CredentialDocument } from '../domain/credential/types.ts'
import { after, instant, toIso } from '../domain/kernel/instant.ts'
import { statusListLength } from './keep-credential.ts'
import type { Ports } from './ports.ts'
import { statusListUrl } from './sign-award.ts'

/** How long a status list is valid, and how long a verifier may keep its copy, in milliseconds. */
const listValidity = 86_400_000
const listTtl = 300_000

/** The document with the installation's public keys; null without an origin or for another organisation. */
export async function readDidDocument(
  { credentialSigner, installation, clock }: Pick<Ports, 'credentialSigner' | 'installation' | 'clock'>,
  organisation: string,
): Promise<JsonObject | null> {
  return installation.organisation === organisation ? credentialSigner.didDocument(clock.now()) : null
}

/** A status list as a signed credential; undefined where there is no such list. */
export async function readStatusList(
  ports: Pick<Ports, 'credentials' | 'statusLists' | 'installation' | 'clock'>,
  list: number,
): Promise<CredentialDocument | undefined> {
  const { origin } = ports.installation
  const revoked = origin === null ? undefined : await ports.credentials.revoked(list)
  if (origin === null || revoked === undefined) return undefined
  const now = instant(Math.floor(ports.clock.now() / 1000) * 1000)
  return ports.statusLists.sign(
    {
      id: statusListUrl(origin, list),
      purpose: 'revocation',
      length: statusListLength,
      set: revoked,
      validFrom: now,
      validUntil: after(now, listValidity),
      ttlMs: listTtl,
    },
    now,
  )
}

/** The head of the issuance log, to be kept by whoever wants to show later that nothing was taken out of it. */
export const readLogHead = ({ credentials }: Pick<Ports, 'credentials'>): Promise<LogHead> =>
  credentials.logHead()

/** An entry of the log as it is published: with what its hash covers, so that everyone can compute it again. */
export type PublishedEntry = Omit<LogEntry, 'at'> & { readonly at: string }

/** Entries of the issuance log after a sequence number, a thousand at most. */
export async function readLog(
  { credentials }: Pick<Ports, 'credentials'>,
  sequence: number,
): Promise<readonly PublishedEntry[]> {
  const entries = await credentials.log(sequence, 1_000)
  return entries.map((entry) => ({ ...entry, at: toIso(entry.at) }))
}
