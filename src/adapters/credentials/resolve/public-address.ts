import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Refused } from '../refused.ts'

/** True for an address on the public internet: not loopback, private, link-local, carrier-grade, mapped or reserved. */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

type Address = { readonly address: string; readonly family: number }

/** Every address of a host, provided all of them are public: a name that also leads inwards is refused as a whole. */
export async function publicAddresses(hostname: string): Promise<readonly Address[]> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) > 0 ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true })
  const inward = found.find(({ address }) => !isPublic(address))
  if (inward !== undefined || found.length === 0) throw new Refused('address-refused', { host: hostname })
  return found
}

/** A look-up for one connection that gives the addresses already checked, so that a second answer of DNS cannot lead elsewhere. */
export const pinnedLookup =
  (addresses: readonly Address[]): LookupFunction =>
  (_hostname, options, callback) => {
    const [first] = addresses as readonly [Address]
    if (options.all) callback(null, [...addresses])
    else callback(null, first.address, first.family)
  }
