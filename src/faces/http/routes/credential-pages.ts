import type { Context } from 'hono'
import { checkRecipient, type RecipientCheck } from '../../../application/check-recipient.ts'
import type { Ports } from '../../../application/ports.ts'
import { secureCredential } from '../../../application/secure-credential.ts'
import { readDidDocument, readLog, readLogHead, readStatusList } from '../../../application/serve-issuer.ts'
import {
  type CredentialFile,
  showCredential,
  writeCredentialFile,
} from '../../../application/show-credential.ts'
import type { AddRoutes } from '../context.ts'
import { credentialMarkup } from '../pages/credential-page.ts'
import { issuerMarkup, unknownMarkup } from '../pages/issuer-page.ts'
import { plainPage } from '../pages/plain-page.ts'
import { problem } from '../problem.ts'
import { describeCredentialPaths } from './credential-paths.ts'

const mediaTypes: Readonly<Record<CredentialFile, string>> = {
  json: 'application/ld+json',
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
}

/** The first page for the person of this machine; the issuer's page for everyone else, to whom the rest is not open. */
function homeOf(c: Context, { installation: { origin, organisation } }: Ports): string {
  const isPublic = origin !== null && c.req.header('host') === new URL(origin).host
  return isPublic ? `/issuers/${organisation}` : '/'
}

const unknown = (c: Context, ports: Ports): Response =>
  plainPage(c, {
    title: 'No such record',
    main: unknownMarkup,
    home: homeOf(c, ports),
    status: 404,
  })

async function sendPage(c: Context, ports: Ports, credentialId: string, outcome: RecipientCheck | null) {
  const shown = await showCredential(ports, credentialId)
  if (!shown.ok) return unknown(c, ports)
  const { name } = shown.value.view
  return plainPage(c, { title: name, main: credentialMarkup(shown.value, outcome), home: homeOf(c, ports) })
}

/** A file is shown, not run: a picture of ours holds no script, and the policy lets none run. */
async function sendFile(c: Context, ports: Ports, credentialId: string, file: CredentialFile) {
  const written = await writeCredentialFile(ports, { credentialId, file })
  if (!written.ok) return problem(c, written.error)
  const body = typeof written.value === 'string' ? written.value : new Uint8Array(written.value)
  return c.body(body, 200, {
    'content-type': mediaTypes[file],
    'content-disposition': `inline; filename="cairn-record-${credentialId}.${file}"`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'no-cache',
  })
}

const isFile = (name: string | undefined): name is CredentialFile => name !== undefined && name in mediaTypes

/** What is written in the form may be an address or a name. */
const claimedBy = (person: string) => (person.includes('@') ? { email: person } : { name: person })

/**
 * Pages and documents that anybody may read who has their address: a credential as HTML, JSON, PNG, SVG and PDF; the
 * issuer's page, its keys, its status lists, the refresh service, and the log of all issuing.
 */
export const addCredentialPages: AddRoutes = (api, { ports }) => {
  describeCredentialPaths(api)

  api.get('/credentials/status/:list', async (c) => {
    const number = c.req.param('list')
    const list = /^\d{1,9}$/.test(number) ? await readStatusList(ports, Number(number)) : undefined
    if (list === undefined) return problem(c, { code: 'not-found' })
    return c.body(JSON.stringify(list), 200, {
      'content-type': 'application/vc+ld+json',
      'cache-control': 'max-age=60',
    })
  })

  api.get('/credentials/log', async (c) => {
    const after = Number(c.req.query('after') ?? 'NaN')
    const head = await readLogHead(ports)
    return c.json(Number.isSafeInteger(after) ? { head, entries: await readLog(ports, after) } : { head })
  })

  api.get('/credentials/:credentialId/refresh', async (c) => {
    const request = { credentialId: c.req.param('credentialId'), format: 'data-integrity' as const }
    const newest = await secureCredential(ports, request)
    if (!newest.ok) return problem(c, newest.error)
    return c.body(newest.value, 200, { 'content-type': 'application/ld+json', 'cache-control': 'no-cache' })
  })

  api.post('/credentials/:credentialId/recipient', async (c) => {
    const credentialId = c.req.param('credentialId')
    const { person } = await c.req.parseBody()
    const claimed = claimedBy(typeof person === 'string' ? person.slice(0, 254) : '')
    const compared = await checkRecipient(ports, { credentialId, claimed })
    return compared.ok ? sendPage(c, ports, credentialId, compared.value) : unknown(c, ports)
  })

  api.get('/credentials/:name', (c) => {
    const [credentialId = '', file] = c.req.param('name').split('.')
    if (file === undefined) return sendPage(c, ports, credentialId, null)
    return isFile(file) ? sendFile(c, ports, credentialId, file) : problem(c, { code: 'not-found' })
  })

  api.get('/issuers/:organisation/did.json', async (c) => {
    const document = await readDidDocument(ports, c.req.param('organisation'))
    if (document === null) return problem(c, { code: 'not-found' })
    return c.body(JSON.stringify(document), 200, {
      'content-type': 'application/did+ld+json',
      'cache-control': 'max-age=300',
    })
  })

  api.get('/issuers/:organisation', async (c) => {
    const { installation, credentialSigner } = ports
    if (c.req.param('organisation') !== installation.organisation) return unknown(c, ports)
    const issuerId = await credentialSigner.issuerId('data-integrity')
    const main = issuerMarkup({ ...installation, issuerId, log: await readLogHead(ports) })
    return plainPage(c, { title: installation.issuerName, main, home: homeOf(c, ports) })
  })
}
