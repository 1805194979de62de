import { isJsonObject, type Json, type JsonObject } from '../../../domain/cloud/json.ts'
import { versionOf } from '../../../domain/credential/check-model.ts'
import type { Container } from '../../../domain/credential/check-report.ts'
import { hasType } from '../../../domain/credential/members.ts'
import { looksCompact } from '../jose/compact.ts'
import { Refused } from '../refused.ts'
import { readJson, readText } from './read-json.ts'
import { isPdf, readEmbedded } from './read-pdf.ts'
import { isPng, readBakedPng } from './read-png.ts'
import { readQr } from './read-qr.ts'
import { isSvg, readBakedSvg } from './read-svg.ts'

/** Most bytes of text, and of an image or document around it. */
const mostText = 1024 * 1024
const mostBytes = 4 * 1024 * 1024

/** What an input holds: a document with embedded proofs, or a token. */
export type Found = {
  readonly container: Container
  readonly content:
    | { readonly kind: 'document'; readonly document: JsonObject }
    | { readonly kind: 'jwt' | 'sd-jwt'; readonly token: string }
    | { readonly kind: 'link'; readonly url: string }
}

/** Media types of a token that a `data:` URL may hold. */
const envelope = /^data:application\/(?:v[cp](?:-ld)?\+)?(?:sd-)?jwt(?:;[^,]*)?,(.+)$/s

/** The media type of a COSE message, which nothing here reads. */
const coseEnvelope = /^data:application\/v[cp]\+cose[;,]/

/** The token in an enveloped credential or presentation; null for another document. */
export function envelopedToken(document: JsonObject): string | null {
  const enveloped = ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation']
  if (!enveloped.some((type) => hasType(document, type))) return null
  if (versionOf(document) !== 'v2')
    throw new Refused('credential-malformed', {
      member: '@context',
      rule: 'begins with the context of the data model',
    })
  const id = typeof document.id === 'string' ? document.id : ''
  if (coseEnvelope.test(id)) throw new Refused('suite-unsupported', { suite: 'COSE' })
  const match = envelope.exec(id)
  if (match === null)
    throw new Refused('credential-malformed', { member: 'id', rule: 'is a data: URL with a token' })
  return match[1] as string
}

function readDocument(text: string, container: Container): Found {
  const value: Json = readJson(text)
  if (!isJsonObject(value)) throw new Refused('credential-not-found')
  const token = envelopedToken(value)
  return token === null
    ? { container, content: { kind: 'document', document: value } }
    : readPlain(token, container)
}

function readPlain(text: string, container: Container): Found {
  const plain = text.trim()
  if (plain === '') throw new Refused('input-empty')
  if (plain.length > mostText) throw new Refused('input-too-large', { limit: mostText })
  const own = container === 'json'
  if (looksCompact(plain))
    return { container: own ? 'jwt' : container, content: { kind: 'jwt', token: plain } }
  if (/^[\w.-]+(?:~[\w.-]*)+$/.test(plain))
    return { container: own ? 'sd-jwt' : container, content: { kind: 'sd-jwt', token: plain } }
  if (/^https?:\/\/\S+$/i.test(plain)) return { container, content: { kind: 'link', url: plain } }
  return readDocument(plain, container)
}

function readImage(bytes: Uint8Array): Found {
  const baked = readBakedPng(bytes)
  if (baked !== null) return readPlain(baked, 'png')
  const text = readQr(bytes)
  if (text === null) throw new Refused('credential-not-found', { container: 'png' })
  return readPlain(text, 'qr')
}

function readFromPdf(bytes: Uint8Array): Found {
  const [first] = readEmbedded(bytes)
  if (first === undefined) throw new Refused('credential-not-found', { container: 'pdf' })
  return readPlain(first, 'pdf')
}

/** Finds the credential in text: JSON, a token, an SVG or a link. Throws `Refused`. */
export function readTextInput(text: string): Found {
  if (text.length > mostBytes) throw new Refused('input-too-large', { limit: mostBytes })
  if (!isSvg(text)) return readPlain(text, 'json')
  const baked = readBakedSvg(text)
  if (baked === null) throw new Refused('credential-not-found', { container: 'svg' })
  return readPlain(baked, 'svg')
}

/** Finds the credential in bytes: a PNG (baked, or with a QR code), a PDF, an SVG, JSON or a token. Throws `Refused`. */
export function readBytesInput(bytes: Uint8Array): Found {
  if (bytes.length > mostBytes) throw new Refused('input-too-large', { limit: mostBytes })
  if (isPng(bytes)) return readImage(bytes)
  if (isPdf(bytes)) return readFromPdf(bytes)
  return readTextInput(readText(bytes))
}
