// Credentials: issuing and verifying one badge with an embedded proof, beside raw Ed25519 over the same bytes and beside
// the Digital Bazaar stack, in turn within one run. Run: npm run bench:credentials
import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import jsonld from 'jsonld'
import { canonicalise } from '../src/adapters/credentials/canonicalise.ts'
import { pinnedContext } from '../src/adapters/credentials/contexts.ts'
import { openCredentials } from '../src/adapters/credentials/open-credentials.ts'
import type { JsonObject } from '../src/domain/cloud/json.ts'
import { instant } from '../src/domain/kernel/instant.ts'

const rounds = 9
const now = instant(Date.parse('2026-11-24T12:00:00Z'))

const names = [
  'Secure architectures',
  'Resilient architectures',
  'High-performing architectures',
  'Cost',
  'Networks',
  'Data',
]

const alignmentTo = (name: string, at: number): JsonObject => ({
  type: ['Alignment'],
  targetCode: `domain-${at + 1}`,
  targetName: name,
  targetFramework: 'Exam guide',
  targetUrl: `https://example.org/guide#domain-${at + 1}`,
})

/** A badge as an exam gives it: six results, five alignments, evidence, a salted recipient. */
const badge = (issuer: string): JsonObject => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:019a0000-0000-7000-8000-000000000001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Readiness record',
  issuer: { id: issuer, type: ['Profile'], name: 'Example installation', url: 'https://example.org' },
  validFrom: '2026-11-24T00:00:00Z',
  validUntil: '2029-11-24T00:00:00Z',
  awardedDate: '2026-11-24T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: `sha256$${'ab'.repeat(32)}`,
        identityType: 'emailAddress',
        salt: 'c0ffee',
      },
    ],
    achievement: {
      id: 'urn:uuid:019a0000-0000-7000-8000-000000000002',
      type: ['Achievement'],
      achievementType: 'Assessment',
      name: 'Readiness record: architectures',
      description: 'Shows what a person answered in a self-administered, unproctored exam with public items.',
      criteria: { narrative: 'Every item of the form was answered within the time of the exam.' },
      alignment: names.slice(0, 5).map(alignmentTo),
      resultDescription: names.map((name, at) => ({
        id: `urn:uuid:019a0000-0000-7000-8000-0000000001${at}0`,
        type: ['ResultDescription'],
        name,
        resultType: 'Percent',
      })),
    },
    result: names.map((_, at) => ({
      type: ['Result'],
      resultDescription: `urn:uuid:019a0000-0000-7000-8000-0000000001${at}0`,
      value: String(60 + at * 5),
    })),
  },
  evidence: [
    {
      id: 'urn:uuid:019a0000-0000-7000-8000-000000000004',
      type: ['Evidence'],
      name: 'Score report',
      narrative: 'Scaled score 742, interval 711 to 773; readiness 0.81, interval 0.70 to 0.90.',
    },
  ],
})

const loader = async (url: string) => ({
  contextUrl: null,
  documentUrl: url,
  document: { '@context': pinnedContext(url) },
})

type Work = () => Promise<unknown> | unknown

/** Operations per second of the whole process's CPU time. */
async function rate(work: Work, times: number): Promise<number> {
  const before = process.cpuUsage()
  for (let at = 0; at < times; at += 1) await work()
  const { user, system } = process.cpuUsage(before)
  return (times * 1e6) / (user + system)
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] as number

async function measure(
  cases: Readonly<Record<string, readonly [Work, number]>>,
): Promise<Record<string, number>> {
  const seen: Record<string, number[]> = {}
  for (const [work, times] of Object.values(cases)) await rate(work, Math.ceil(times / 4))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, [work, times]] of Object.entries(cases)) {
      const values = seen[name] ?? []
      values.push(await rate(work, times))
      seen[name] = values
    }
  }
  return Object.fromEntries(Object.entries(seen).map(([name, values]) => [name, median(values)]))
}

async function bazaar() {
  const key = await Ed25519Multikey.generate()
  key.controller = `did:key:${key.publicKeyMultibase}`
  key.id = `${key.controller}#${key.publicKeyMultibase}`
  const method = await key.export({ publicKey: true, includeContext: true })
  const controller = {
    '@context': 'https://w3id.org/security/v2',
    id: key.controller,
    assertionMethod: [key.id],
  }
  const documentLoader = async (url: string) => {
    if (url === key.id) return { contextUrl: null, documentUrl: url, document: method }
    if (url === key.controller) return { contextUrl: null, documentUrl: url, document: controller }
    return loader(url)
  }
  const issue = () =>
    vc.issue({
      credential: structuredClone(badge(key.controller)),
      suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: new Date(now).toISOString() }),
      documentLoader,
    })
  const credential = await issue()
  const check = () =>
    vc.verifyCredential({
      credential,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
      now: new Date(now),
    })
  if (!(await check()).verified) throw new Error('The stack beside does not verify its own badge.')
  return { issue, check }
}

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
const installation = { origin: null, issuerName: 'Bench', organisation: 'bench' }
const { credentialSigner, credentialVerifier } = openCredentials({ folder, installation, now: () => now })
const unsigned = badge(await credentialSigner.issuerId('data-integrity'))
const issue = () => credentialSigner.secure(unsigned, { format: 'data-integrity', created: now })
const text = JSON.stringify(await issue())
const check = () => credentialVerifier.verify({ text }, { now, online: false })
const report = await check()
if (report.authentic.answer !== 'pass')
  throw new Error(`The badge does not verify: ${report.authentic.reason}.`)

const canonical = await canonicalise(unsigned)
const oracle = await jsonld.canonize(structuredClone(unsigned), {
  algorithm: 'RDFC-1.0',
  safe: true,
  documentLoader: loader,
})
if (canonical !== oracle) throw new Error('The canonical statements differ from those of jsonld.')

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const bytes = Buffer.from(text)
const signature = sign(null, bytes, privateKey)
const beside = await bazaar()

const rates = await measure({
  'raw Ed25519 sign': [() => sign(null, bytes, privateKey), 1_000],
  'raw Ed25519 verify': [() => verify(null, bytes, publicKey, signature), 500],
  'Cairn issue': [issue, 1_000],
  'Cairn verify': [check, 1_000],
  'Digital Bazaar issue': [beside.issue, 8],
  'Digital Bazaar verify': [beside.check, 8],
})
rmSync(folder, { recursive: true })

const of = (name: string): number => rates[name] as number
const rows = Object.keys(rates).map((name) => {
  const raw = of(name.endsWith('verify') ? 'raw Ed25519 verify' : 'raw Ed25519 sign')
  return `${name.padEnd(24)}${of(name).toFixed(0).padStart(8)} per CPU-second   ${(of(name) / raw).toFixed(4)} of raw`
})
process.stdout.write(
  `${bytes.length} bytes, ${canonical.trimEnd().split('\n').length} statements\n${rows.join('\n')}\n`,
)
