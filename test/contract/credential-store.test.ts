import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCredentialStore } from '../../src/adapters/store/credential-store.ts'
import { makeWalletOfferStore } from '../../src/adapters/store/wallet-offer-store.ts'
import type {
  CredentialStore,
  LoggedCredential,
  StoredCredential,
  WalletOfferStore,
} from '../../src/application/ports.ts'
import { emptyLog, findBreak } from '../../src/domain/credential/issuance-log.ts'
import { instant } from '../../src/domain/kernel/instant.ts'
import { engines, type Opened } from '../support/engines.ts'
import { sampleAward } from '../support/sample-award.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const credential = (id: string, changes: Partial<StoredCredential> = {}): StoredCredential => ({
  credentialId: id,
  candidateId: 'local',
  awardKey: `attempt ${id}`,
  award: sampleAward({ credentialId: id }),
  state: 'active',
  stateReason: null,
  stateAt: null,
  status: null,
  version: 1,
  revision: 1,
  document: { id: `urn:uuid:${id}`, text: 'é{"' },
  ...changes,
})

const logged = (stored: StoredCredential, event: LoggedCredential['note']['event'] = 'issued') => ({
  credential: stored,
  note: { at: instant(5_000), event, subject: sha256(stored.credentialId) },
})

for (const engine of engines) {
  describe.runIf(engine.runs)(`credentials on ${engine.name}`, () => {
    let opened: Opened
    let store: CredentialStore
    let offers: WalletOfferStore

    beforeAll(async () => {
      opened = await engine.open()
      store = makeCredentialStore(opened.database)
      offers = makeWalletOfferStore(opened.database)
    }, 60_000)
    afterAll(() => opened.remove())

    test('an empty store has an empty log, and no list of a number', async () => {
      expect(await store.logHead()).toEqual(emptyLog)
      expect(await store.revoked(1)).toBeUndefined()
      expect(await store.lastEnd(instant(7))).toBe(7)
    })

    test('a credential is read back as it was kept', async () => {
      const kept = credential('kept')
      expect(await store.add([logged(kept)])).toEqual({ ok: true, value: undefined })
      expect(await store.find('kept')).toEqual(kept)
      expect(await store.find('never')).toBeUndefined()
    })

    test('an award key is held once, and a group is kept whole or not at all', async () => {
      await store.add([logged(credential('first', { awardKey: 'same' }))])
      const group = [credential('beside'), credential('second', { awardKey: 'same' })]
      expect(await store.add(group.map((one) => logged(one)))).toEqual({
        ok: false,
        error: { code: 'already-held', credentialId: 'first' },
      })
      expect(await store.find('beside')).toBeUndefined()
      expect(await store.held(['same', 'free'])).toEqual(new Map([['same', 'first']]))
    })

    test('of two awards at once with one key, one is kept', async () => {
      const both = ['race-1', 'race-2'].map((id) =>
        store.add([logged(credential(id, { awardKey: 'raced' }))]),
      )
      const outcomes = await Promise.all(both)
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    })

    test('a change needs the revision before it, and earlier documents stay', async () => {
      const before = credential('changing')
      await store.add([logged(before)])
      const after = { ...before, version: 2, revision: 2, document: { id: 'x', renewed: true } }
      expect(await store.replace(logged(after, 'renewed'))).toBe(true)
      expect(await store.replace(logged(after, 'renewed'))).toBe(false)
      expect(await store.find('changing')).toEqual(after)
      expect(await store.versions('changing')).toEqual([
        { version: 1, signedAt: 5_000, document: before.document },
        { version: 2, signedAt: 5_000, document: after.document },
      ])
    })

    test('places of a status list are given once, and a revocation sets its own only', async () => {
      let next = 0
      const places = await store.reserve(3, (taken) => {
        while (taken.has(next)) next += 1
        return next
      })
      expect(places).toEqual([0, 1, 2].map((index) => ({ list: 1, index })))
      const [status] = places.slice(1)
      const listed = credential('listed', { status: status ?? null })
      await store.add([logged(listed)])
      expect(await store.revoked(1)).toEqual([])
      await store.replace(
        logged({ ...listed, state: 'revoked', stateReason: 'typo', revision: 2 }, 'revoked'),
      )
      expect(await store.revoked(1)).toEqual([1])
    })

    test('a suspension sets nothing in the list, and keeps the award key', async () => {
      const [status = null] = await store.reserve(1, () => 77)
      const paused = credential('paused', { status })
      await store.add([logged(paused)])
      const suspended = { ...paused, state: 'suspended' as const, stateAt: instant(9), revision: 2 }
      await store.replace(logged(suspended, 'suspended'))
      expect(await store.revoked(1)).not.toContain(77)
      expect(await store.held([paused.awardKey])).toEqual(new Map([[paused.awardKey, 'paused']]))
    })

    test('a revoked credential frees its award key', async () => {
      const gone = credential('gone', { awardKey: 'freed' })
      await store.add([logged(gone)])
      await store.replace(logged({ ...gone, state: 'revoked', revision: 2 }, 'revoked'))
      expect(await store.add([logged(credential('anew', { awardKey: 'freed' }))])).toMatchObject({ ok: true })
    })

    test('the log chains every change, in order, also from writers at the same time', async () => {
      const many = Array.from({ length: 12 }, (_, index) => logged(credential(`log-${index}`)))
      await Promise.all(many.map((one) => store.add([one])))
      const entries = await store.log(0, 1_000)
      expect(entries.length).toBeGreaterThan(12)
      expect(findBreak(entries, sha256)).toBeNull()
      expect(await store.logHead()).toMatchObject({ sequence: entries.length, hash: entries.at(-1)?.hash })
      expect(await store.log(entries.length - 1, 5)).toHaveLength(1)
    })

    test('the last end is that of the latest living credential, and unknown where one has no end', async () => {
      const late = sampleAward({ credentialId: 'late', validUntil: instant(9e15) })
      await store.add([logged(credential('late', { award: late }))])
      expect(await store.lastEnd(instant(1))).toBe(9e15)
      const endless = sampleAward({ credentialId: 'endless', validUntil: null })
      await store.add([logged(credential('endless', { award: endless }))])
      expect(await store.lastEnd(instant(1))).toBeNull()
    })

    test('a person takes everything along and leaves nothing but hashes and the list', async () => {
      const mine = credential('mine', { candidateId: 'leaver' })
      await store.add([logged(mine), logged(credential('mine-2', { candidateId: 'leaver' }))])
      expect((await store.list('leaver')).map(({ credentialId }) => credentialId)).toEqual(['mine-2', 'mine'])
      expect(JSON.stringify(await store.exportAll('leaver'))).toContain(mine.award.salt)
      const { sequence } = await store.logHead()
      await store.deleteAll('leaver')
      expect(await store.exportAll('leaver')).toEqual([])
      expect(await store.versions('mine')).toEqual([])
      expect(await store.find('kept')).toBeDefined()
      expect((await store.logHead()).sequence).toBe(sequence)
    })

    test('an offer is found by its secrets and goes on one step at a time', async () => {
      const offer = {
        offerId: 'offer-1',
        credentialId: 'kept',
        channel: 'openid4vci' as const,
        codeHash: 'code-hash',
        tokenHash: null,
        step: 0,
        expiresAt: instant(100_000_000),
      }
      await offers.save(offer)
      expect(await offers.find('offer-1')).toEqual(offer)
      expect(await offers.findBy({ kind: 'code', hash: 'code-hash' })).toEqual(offer)
      expect(await offers.advance(offer, 'token-hash')).toBe(true)
      expect(await offers.advance(offer, 'other')).toBe(false)
      expect(await offers.findBy({ kind: 'token', hash: 'token-hash' })).toMatchObject({ step: 1 })
      await offers.save({ ...offer, offerId: 'offer-2', expiresAt: instant(300_000_000) })
      expect(await offers.find('offer-1')).toBeUndefined()
    })
  })
}
