import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../domain/cloud/json.ts'
import { canonicalise, canonicalNQuads, toQuads } from './canonicalise.ts'
import { pinnedContext, pinnedUrls } from './contexts.ts'

const [v2, ob] = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

const documentLoader = async (url: string) => ({
  contextUrl: null,
  documentUrl: url,
  document: { '@context': pinnedContext(url) },
})

/** What jsonld makes of a document in safe mode. */
const oracle = (document: JsonObject): Promise<string> =>
  jsonld.canonize(structuredClone(document), {
    algorithm: 'RDFC-1.0',
    safe: true,
    rdfDirection: 'i18n-datatype',
    documentLoader,
  })

const badge = (more: JsonObject = {}, subject: JsonObject = {}): JsonObject => ({
  '@context': [v2, ob],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:key:z6Mk', type: ['Profile'], name: 'Academy', url: 'https://academy.example' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: { id: 'urn:uuid:2', type: ['Achievement'], name: 'A', criteria: { narrative: 'Do it.' } },
    ...subject,
  },
  ...more,
})

const documents: readonly (readonly [string, JsonObject])[] = [
  ['a plain badge', badge()],
  [
    'text with language and direction',
    badge({
      name: { '@value': 'Ehre', '@language': 'DE-at' },
      description: [{ '@value': 'أ', '@language': 'ar', '@direction': 'rtl' }, { '@value': 'x' }],
    }),
  ],
  [
    'numbers, truth, repeated and empty values',
    badge(
      { awardedDate: '2026-01-01T00:00:00Z' },
      {
        creditsEarned: 1.5,
        result: [],
        identifier: [
          { type: 'IdentityObject', hashed: true, identityHash: 'x', identityType: 'name' },
          { type: 'IdentityObject', hashed: false, identityHash: 'x', identityType: 'name' },
        ],
      },
    ),
  ],
  ['nodes that look alike', badge({}, { result: [1, 2, 3].map(() => ({ type: ['Result'], value: '5' })) })],
  [
    'one node in two places',
    badge({
      evidence: [
        { id: 'urn:e', type: ['Evidence'], name: 'x' },
        { id: 'urn:e', type: ['Evidence'], name: 'x' },
      ],
    }),
  ],
  ['quotes, controls and letters beyond', badge({ name: 'a "b" \\ \n \t \u0001 \u{1F600} ®' })],
  [
    'a status entry with messages',
    badge({
      credentialStatus: {
        id: 'https://a.example/1#2',
        type: 'BitstringStatusListEntry',
        statusPurpose: 'message',
        statusListIndex: '2',
        statusListCredential: 'https://a.example/1',
        statusSize: 2,
        statusMessage: [{ status: '0x0', message: 'a' }],
      },
    }),
  ],
  [
    'a schema within',
    {
      '@context': [v2],
      type: ['VerifiableCredential', 'JsonSchemaCredential'],
      issuer: 'did:a:b',
      credentialSubject: {
        id: 'https://a.example/s',
        type: 'JsonSchema',
        jsonSchema: { b: [1, 2.5, null, true], a: { '€': 'x' } },
      },
    },
  ],
  [
    'a presentation with a badge, a graph of its own',
    {
      '@context': [v2],
      type: ['VerifiablePresentation'],
      holder: 'did:a:b',
      verifiableCredential: [badge()],
    },
  ],
  [
    'an own context that only adds',
    {
      ...badge(),
      '@context': [v2, ob, { Extra: 'https://x.example/Extra', note: 'https://x.example/note' }],
      type: ['VerifiableCredential', 'Extra'],
      note: 'n',
    },
  ],
  [
    'a proof’s options',
    {
      '@context': [v2],
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-01-01T00:00:00Z',
      verificationMethod: 'did:a:b#c',
      proofPurpose: 'assertionMethod',
    },
  ],
  [
    'version 1.1',
    {
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://w3id.org/security/suites/ed25519-2020/v1',
      ],
      type: ['VerifiableCredential'],
      issuer: 'did:a:b',
      issuanceDate: '2026-01-01T00:00:00Z',
      credentialSubject: { id: 'did:c:d' },
    },
  ],
]

describe('canonical statements are those of jsonld, byte by byte', () => {
  test.each(documents)('%s', async (_title, document) => {
    expect(await canonicalise(document)).toBe(await oracle(document))
  })

  const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((one) => one.isWellFormed())
  const result = fc.record(
    { type: fc.constant(['Result']), value: text, status: fc.option(text, { nil: undefined }) },
    { requiredKeys: ['type', 'value'] },
  )

  test('whatever the texts and however many results', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, fc.array(result, { maxLength: 6 }), async (name, narrative, results) => {
        const plain = JSON.parse(JSON.stringify(results)) as Json
        const document = badge({ name }, { narrative, result: plain })
        expect(await canonicalise(document)).toBe(await oracle(document))
      }),
      { numRuns: 60 },
    )
  })
})

describe('what jsonld drops or refuses is refused', () => {
  const refused: readonly (readonly [string, JsonObject, string])[] = [
    ['a member without meaning', badge({ unknown: 1 }), 'term-undefined'],
    ['a type without meaning', badge({ type: ['VerifiableCredential', 'Unknown'] }), 'term-undefined'],
    ['an identifier that is relative', badge({ id: 'no-uri' }), 'term-undefined'],
    [
      'a protected term defined anew',
      badge({ '@context': [v2, ob, { name: 'https://x.example/name' }] }),
      'context-refused',
    ],
  ]

  test.each(refused)('%s', async (_title, document, reason) => {
    await expect(canonicalise(document)).rejects.toMatchObject({ reason })
    await expect(oracle(document)).rejects.toThrow()
  })

  test('a name for a pinned thing is refused, also where jsonld takes it', async () => {
    const contexts = [
      { end: 'https://www.w3.org/2018/credentials#validUntil' },
      { cred: 'https://www.w3.org/2018/credentials#', end: 'cred:validUntil' },
      { '@vocab': 'https://www.w3.org/2018/credentials#' },
      { end: { '@id': 'https://x.example/end', '@context': { name: 'https://x.example/name' } } },
      { '@base': 'https://x.example/' },
    ]
    for (const context of contexts)
      await expect(canonicalise(badge({ '@context': [v2, ob, context] as Json[] }))).rejects.toMatchObject({
        reason: 'context-refused',
      })
  })
})

describe('contexts', () => {
  test('every pinned context is there, unchanged, and can be laid on', () => {
    expect(pinnedUrls.length).toBeGreaterThan(15)
    for (const url of pinnedUrls) expect(pinnedContext(url)).toBeTypeOf('object')
  })

  test('no other link is a context', () => {
    expect(() => pinnedContext('https://www.w3.org/ns/credentials/v3')).toThrow(/vocabulary/)
  })
})

describe('limits', () => {
  test('statements are counted, each once', () => {
    const document = badge({
      evidence: [
        { id: 'urn:e', type: ['Evidence'] },
        { id: 'urn:e', type: ['Evidence'] },
      ],
    })
    expect(toQuads(document).filter(({ subject }) => subject.value === 'urn:e')).toHaveLength(1)
  })

  test('a clique of blank nodes is refused at the product’s work factor, and done at a higher one', async () => {
    const label = (at: number) => ({ termType: 'BlankNode', value: `n${at}` }) as const
    const quads = [0, 1, 2].flatMap((a) =>
      [0, 1, 2]
        .filter((b) => b !== a)
        .map((b) => ({
          subject: label(a),
          predicate: { termType: 'NamedNode', value: 'urn:p' } as const,
          object: label(b),
          graph: { termType: 'DefaultGraph', value: '' } as const,
        })),
    )
    await expect(canonicalNQuads(quads)).rejects.toMatchObject({ reason: 'canonicalisation-refused' })
    expect(await canonicalNQuads(quads, 3)).toContain('_:c14n2')
  })
})
