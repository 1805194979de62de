import type { CredentialLine } from '../../../application/list-credentials.ts'
import type { CredentialView } from '../../../application/read-credential.ts'
import { type Answer, call } from '../api/client.ts'

/** Whom a record is for; both parts may be left out. */
export type RecipientDraft = { readonly name: string; readonly email: string }

/** The recipient as the API takes it: what is left blank is left out. */
export function recipientOf({ name, email }: RecipientDraft): Readonly<Record<string, string>> {
  const parts = { name: name.trim(), email: email.trim() }
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''))
}

const pathOf = (credentialId: string): string => `/credentials/${encodeURIComponent(credentialId)}`

/** A person's records, newest first. */
export const listRecords = (): Promise<Answer<{ readonly credentials: readonly CredentialLine[] }>> =>
  call('GET', '/credentials')

/** Asks for the record that a closed exam earned. */
export const askForRecord = (attemptId: string, recipient: RecipientDraft): Promise<Answer<CredentialView>> =>
  call('POST', '/credentials', { attemptId, recipient: recipientOf(recipient) })

/** Renews a record by a newer exam. */
export const renewRecord = (credentialId: string, attemptId: string): Promise<Answer<CredentialView>> =>
  call('POST', `${pathOf(credentialId)}/renewal`, { attemptId })

/** Revokes a record for good. */
export const revokeRecord = (credentialId: string, reason: string): Promise<Answer<CredentialView>> =>
  call('POST', `${pathOf(credentialId)}/revocation`, { reason })

/** Suspends a record for a while. */
export const suspendRecord = (credentialId: string, reason: string): Promise<Answer<CredentialView>> =>
  call('POST', `${pathOf(credentialId)}/suspension`, { reason })

/** Ends a suspension. */
export const resumeRecord = (credentialId: string): Promise<Answer<CredentialView>> =>
  call('DELETE', `${pathOf(credentialId)}/suspension`)

/** An offer: the link that a wallet on this device opens, and the same as a code for a wallet on another. */
export type Offer = {
  readonly walletLink: string
  readonly qr: { readonly size: number; readonly path: string }
}

/** Offers a record to a wallet; the offer works once, within a quarter of an hour. */
export const offerRecord = (credentialId: string): Promise<Answer<Offer>> =>
  call('POST', `${pathOf(credentialId)}/offers`, {})
