import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isJsonObject, type Json } from '../../domain/cloud/json.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { once } from '../../domain/kernel/once.ts'
import { emptyContext, type LocalContext } from './json-ld/active-context.ts'
import { checkInline, type Names } from './json-ld/check-inline.ts'
import { extendContext } from './json-ld/extend-context.ts'
import { Refused } from './refused.ts'

/** Where the context of a link lies, and the SHA-256 of its bytes. Sources and licences: `contexts/README.md`. */
const pins: Readonly<Record<string, readonly [file: string, sha256: string]>> = {
  'https://www.w3.org/ns/credentials/v2': [
    'credentials-v2',
    '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
  ],
  'https://www.w3.org/2018/credentials/v1': [
    'credentials-v1',
    'ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc',
  ],
  'https://www.w3.org/ns/credentials/examples/v2': [
    'credentials-examples-v2',
    '57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c',
  ],
  'https://www.w3.org/ns/credentials/undefined-terms/v2': [
    'undefined-terms-v2',
    '82dab514ba44eb18f5d1b0f638c5e140c6a556fbfb5089601bdc0fa5eb8b2581',
  ],
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': [
    'ob-3.0.3',
    '3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84',
  ],
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': [
    'ob-3.0.2',
    'bba433989e1e700ca60838a3c22378e7d8381aeb0c9590f9ddf84d1714f10296',
  ],
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': [
    'ob-3.0.1',
    'cfc147db5fd5e3575b06bd471fe04784e92de69296f64a351b8dff0ec3372e9c',
  ],
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json': [
    'ob-3.0.0',
    'b077fa134d909d92c1dcd1c153f2af1b244aeb415967fdc1467d7fc5dd48ac10',
  ],
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': [
    'ob-extensions',
    '146f85aa16effd7ca1da8056eb443f53ce1eca8a34186cb062832c0a97d889c3',
  ],
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': [
    'clr-2.0.1',
    '880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6',
  ],
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json': [
    'clr-2.0.0',
    'e198d7b517d74c5036434ce495086f67b10244709e9a3df9dcb7f8b1579b6167',
  ],
  'https://w3id.org/security/data-integrity/v2': [
    'data-integrity-v2',
    '0f77743daf5b4e8fc067fc5ba5b21044283053aa717fc6b0219843bed3b00363',
  ],
  'https://w3id.org/security/data-integrity/v1': [
    'data-integrity-v1',
    'b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554',
  ],
  'https://w3id.org/security/multikey/v1': [
    'multikey-v1',
    '480f8fd11c5797c647eb174f7265fbd5caf378690260c3df6237554f8e92174a',
  ],
  'https://w3id.org/security/suites/ed25519-2020/v1': [
    'ed25519-2020-v1',
    'b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588',
  ],
  'https://www.w3.org/ns/credentials/status/v1': [
    'status-list-v1',
    'fda5add353231e6a6884a46b12e6c75464281900cb348284d9c360f62381d9f7',
  ],
  'https://w3id.org/vc/status-list/2021/v1': [
    'status-list-2021-v1',
    '634d71c159289f068c96012e4511c657fdf82ac4231900081bda3ba24e2e1160',
  ],
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function readPinned(url: string, [file, sha256]: readonly [string, string]): Buffer {
  const bytes = readFileSync(new URL(`./contexts/${file}.jsonld`, import.meta.url))
  if (digest(bytes) === sha256) return bytes
  throw new CairnError(
    'context-changed',
    `${file}.jsonld is not the pinned copy of ${url}. Install Cairn again.`,
  )
}

const parse = (bytes: Buffer): LocalContext =>
  (JSON.parse(bytes.toString('utf8')) as { '@context': LocalContext })['@context']

const readers = new Map(
  Object.entries(pins).map(([url, pin]) => [url, once(() => parse(readPinned(url, pin)))]),
)

/** Editions that a link stood for before; credentials may name their digests. They are never read as contexts. */
const earlier: typeof pins = {
  'https://www.w3.org/ns/credentials/v2': [
    'credentials-v2-earlier',
    '24a18c90e9856d526111f29376e302d970b2bd10182e33959995b0207d7043b9',
  ],
}

/** The published editions of a pinned link, byte by byte, the present one first; empty for other links. */
export const editionsOf = (url: string): readonly Uint8Array[] =>
  [pins, earlier].flatMap((table) => {
    const pin = Object.hasOwn(table, url) ? table[url] : undefined
    return pin === undefined ? [] : [readPinned(url, pin)]
  })

/** Links of every context that is known here; nothing else is ever loaded as one. */
export const pinnedUrls: readonly string[] = [...readers.keys()]

/** The pinned context of a link. Throws `Refused` with `context-unknown`. */
export function pinnedContext(url: string): LocalContext {
  const read = readers.get(url)
  if (read === undefined) throw new Refused('context-unknown', { context: url })
  return read()
}

type FoundNames = Map<string, Set<string>>

function collect(local: LocalContext, names: FoundNames): FoundNames {
  const { terms } = extendContext(emptyContext, local, { propagates: true, overrides: true })
  for (const [name, { iri, context }] of terms) {
    names.set(name, (names.get(name) ?? new Set()).add(iri ?? ''))
    if (context !== undefined) collect(context, names)
  }
  return names
}

const namesOf = new Map(
  pinnedUrls.map((url) => [url, once((): Names => collect(pinnedContext(url), new Map()))] as const),
)

/** Every term that contexts define, at any depth. */
function namesIn(urls: readonly string[]): Names {
  const names: FoundNames = new Map()
  for (const url of urls) {
    for (const [term, iris] of namesOf.get(url)?.() ?? []) {
      names.set(term, new Set([...(names.get(term) ?? []), ...iris]))
    }
  }
  return names
}

const allNames = once(() => namesIn(pinnedUrls))

/** Replaces the links of a document's `@context` by their pinned copies, and checks what it brings along itself. */
export function readContext(local: Json): LocalContext {
  const parts: readonly Json[] = Array.isArray(local) ? local : [local as Json]
  const urls = parts.filter((part) => typeof part === 'string')
  return parts.map((part) => {
    if (typeof part === 'string') return pinnedContext(part)
    const own = isJsonObject(part) ? (part['@context'] ?? part) : part
    if (!isJsonObject(own)) throw new Refused('context-refused', { why: 'a context is a link or an object' })
    checkInline(own, namesIn(urls), allNames())
    return own
  })
}
