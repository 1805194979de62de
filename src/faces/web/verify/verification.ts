import type { CheckReport } from '../../../domain/credential/check-report.ts'
import { type Answer, call } from '../api/client.ts'

/** Largest file that the server takes, in bytes. */
export const largestFile = 4 * 1024 * 1024

/** What a person gives to be checked: a file, or text that they pasted. */
export type Given = { readonly file: File | null; readonly text: string; readonly email: string }

/** Writes bytes in base64, in pieces that fit into one call. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  }
  return btoa(pieces.join(''))
}

/** The body of the call: pasted text may be JSON, a token or a link, and the server tells which. */
export async function bodyOf({ file, text, email }: Given): Promise<Readonly<Record<string, string>>> {
  const person: Record<string, string> = email.trim() === '' ? {} : { email: email.trim() }
  if (file === null) return { credential: text.trim(), ...person }
  return { data: toBase64(new Uint8Array(await file.arrayBuffer())), ...person }
}

/** Asks the server to check what was given. */
export const verify = async (given: Given): Promise<Answer<CheckReport>> =>
  call('POST', '/credentials/verification', await bodyOf(given))
