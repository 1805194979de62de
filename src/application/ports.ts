import type { AttemptStore } from './ports/attempt-ports.ts'
import type { CloudLibrary, PolicyLanguage, TemplateValidator } from './ports/cloud-ports.ts'
import type { Content, KeyChanges, ReviewSheets } from './ports/content-ports.ts'
import type {
  BadgeImages,
  CredentialPapers,
  CredentialSigner,
  CredentialStore,
  CredentialVerifier,
  StatusLists,
  WalletOfferStore,
} from './ports/credential-ports.ts'
import type { LabDocuments, LabShelf, LabStore, UserCode } from './ports/lab-ports.ts'
import type { Calibrator, EquatingPapers, LinearSolver, MeasurementStore } from './ports/measurement-ports.ts'
import type { DisputeStore, SavedRouteStore, StoreKeeper } from './ports/store-ports.ts'
import type { Clock, Digests, Identifiers, Installation, Secrets, TableReader } from './ports/system-ports.ts'

export type * from './ports/attempt-ports.ts'
export type * from './ports/cloud-ports.ts'
export type * from './ports/content-ports.ts'
export type * from './ports/credential-ports.ts'
export type * from './ports/lab-ports.ts'
export type * from './ports/measurement-ports.ts'
export type * from './ports/store-ports.ts'
export type * from './ports/system-ports.ts'

/** Everything the outside provides; a use case names the parts it needs with `Pick`. */
export type Ports = {
  readonly clock: Clock
  readonly identifiers: Identifiers
  readonly secrets: Secrets
  readonly content: Content
  readonly reviewSheets: ReviewSheets
  readonly keyChanges: KeyChanges
  readonly disputes: DisputeStore
  readonly attempts: AttemptStore
  readonly savedRoutes: SavedRouteStore
  readonly keeper: StoreKeeper
  readonly tables: TableReader
  readonly calibrator: Calibrator
  readonly measurement: MeasurementStore
  readonly linearSolver: LinearSolver
  readonly equatingPapers: EquatingPapers
  readonly credentialSigner: CredentialSigner
  readonly credentialVerifier: CredentialVerifier
  readonly statusLists: StatusLists
  readonly installation: Installation
  readonly digests: Digests
  readonly credentials: CredentialStore
  readonly walletOffers: WalletOfferStore
  readonly badgeImages: BadgeImages
  readonly credentialPapers: CredentialPapers
  readonly cloudLibrary: CloudLibrary
  readonly policyLanguage: PolicyLanguage
  readonly templateValidator: TemplateValidator
  readonly labShelf: LabShelf
  readonly labDocuments: LabDocuments
  readonly labs: LabStore
  readonly userCode: UserCode
  /** Releases what is held open. */
  readonly close: () => Promise<void>
}
