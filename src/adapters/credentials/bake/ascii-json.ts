import type { CredentialDocument } from '../../../domain/credential/types.ts'

/** Braces would mislead readers that find the credential by counting them; `>` could end a CDATA section; the rest is not ASCII. */
const misleading = /[{}>\u007f-\uffff]/g

const asEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * Writes a credential as JSON that survives every reader: ASCII only, and inside strings no brace and no `>`. It parses to
 * the same value, so every signature over it holds.
 */
export const asciiJson = (document: CredentialDocument): string =>
  JSON.stringify(document).replace(/"(?:[^"\\]|\\.)*"/g, (text) => text.replace(misleading, asEscape))

/** The text to bake: a document as `asciiJson`, a token as it is. */
export const bakedText = (secured: string): string =>
  secured.startsWith('{') ? asciiJson(JSON.parse(secured) as CredentialDocument) : secured
