import type { Ports } from '../../application/ports.ts'
import { makeAttemptStore } from './attempt-store.ts'
import { makeCredentialStore } from './credential-store.ts'
import type { Database } from './database.ts'
import { makeDisputeStore } from './dispute-store.ts'
import { makeKeeper } from './keeper.ts'
import { makeLabStore } from './lab-store.ts'
import { makeMeasurementStore } from './measurement-store.ts'
import { openDatabase } from './open-database.ts'
import { makeSavedRouteStore } from './saved-route-store.ts'
import { makeWalletOfferStore } from './wallet-offer-store.ts'

type Stores = Pick<
  Ports,
  | 'attempts'
  | 'labs'
  | 'savedRoutes'
  | 'disputes'
  | 'measurement'
  | 'credentials'
  | 'walletOffers'
  | 'keeper'
  | 'close'
>

/** Everything that is kept in a database. */
export const storesOn = (database: Database): Omit<Stores, 'keeper' | 'close'> => ({
  attempts: makeAttemptStore(database),
  labs: makeLabStore(database),
  savedRoutes: makeSavedRouteStore(database),
  disputes: makeDisputeStore(database),
  measurement: makeMeasurementStore(database),
  credentials: makeCredentialStore(database),
  walletOffers: makeWalletOfferStore(database),
})

/** Everything that is kept in the database at an address; nothing is opened before it is used. */
export function openStores(address: Parameters<typeof openDatabase>[0]): Stores {
  const database = openDatabase(address)
  return { ...storesOn(database), keeper: makeKeeper(address, database), close: database.close }
}
