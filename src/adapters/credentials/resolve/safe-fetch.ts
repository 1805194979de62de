import { type IncomingMessage, request as insecureRequest, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import { Refused } from '../refused.ts'
import { pinnedLookup, publicAddresses } from './public-address.ts'

/** Gives the bytes that an address serves. Throws `Refused`. */
export type Fetch = (url: string) => Promise<Uint8Array>

/** Longest time for one document, in milliseconds, and most bytes of it. */
const longestWaitMs = 5_000
const mostBytes = 256 * 1024

/** Redirects that are followed, each within its host. */
const mostRedirects = 1

const unreachable = (url: URL, why: string): Refused =>
  new Refused('input-unreachable', { host: url.host, why })

function parse(text: string): URL {
  if (!URL.canParse(text)) throw new Refused('address-refused', { why: 'no address' })
  return new URL(text)
}

/** Asks for a document once; what arrives is bounded in time and size. */
function ask(url: URL, options: RequestOptions): Promise<{ response: IncomingMessage; body: Buffer }> {
  const request = url.protocol === 'https:' ? secureRequest : insecureRequest
  return new Promise((resolve, reject) => {
    const call = request(url, options, (response) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        parts.push(part)
        if (size > mostBytes) call.destroy(unreachable(url, 'too large'))
      })
      response.on('end', () => resolve({ response, body: Buffer.concat(parts) }))
      response.on('error', reject)
    })
    call.on('error', (error) => reject(error instanceof Refused ? error : unreachable(url, 'no connection')))
    call.end()
  })
}

const headers = { accept: 'application/json, application/*;q=0.9, */*;q=0.1', 'accept-encoding': 'identity' }

/** A redirect's target, where it stays on its host. */
function nextHop(url: URL, response: IncomingMessage): URL | null {
  const { location } = response.headers
  if (location === undefined || (response.statusCode ?? 0) < 300 || (response.statusCode ?? 0) >= 400)
    return null
  const next = parse(new URL(location, url).href)
  if (next.host !== url.host || next.protocol !== url.protocol)
    throw new Refused('address-refused', { host: next.host, why: 'redirect to another host' })
  return next
}

type Reach = (url: URL) => Promise<RequestOptions>

const reachPublic: Reach = async (url) => {
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw new Refused('address-refused', { host: url.host, why: 'only plain https' })
  const addresses = await publicAddresses(url.hostname).catch((error) => {
    throw error instanceof Refused ? error : unreachable(url, 'unknown host')
  })
  return { lookup: pinnedLookup(addresses) }
}

/** For conformance suites on this machine only: loopback and nothing else, with certificates that nobody vouches for. */
const reachLoopback: Reach = async (url) => {
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (!isLoopback) return reachPublic(url)
  return { rejectUnauthorized: false } as RequestOptions
}

/**
 * Fetches documents that strangers name: https only, public addresses only, checked before and used for the connection,
 * no redirect to another host, 5 seconds, 256 kB.
 */
export function makeSafeFetch({ loopback = false }: { readonly loopback?: boolean } = {}): Fetch {
  const reach = loopback ? reachLoopback : reachPublic
  const fetchFrom = async (url: URL, redirects: number): Promise<Uint8Array> => {
    const signal = AbortSignal.timeout(longestWaitMs)
    const { response, body } = await ask(url, { ...(await reach(url)), headers, signal, agent: false })
    const next = nextHop(url, response)
    if (next !== null && redirects > 0) return fetchFrom(next, redirects - 1)
    if (response.statusCode !== 200) throw unreachable(url, `status ${response.statusCode}`)
    return body
  }
  return async (text) => fetchFrom(parse(text), mostRedirects)
}
