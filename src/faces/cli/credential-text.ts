import type { CredentialLine } from '../../application/list-credentials.ts'
import { stateText } from '../../presentation/credential-text.ts'

/** One credential on two lines: its identifier and name, and how it stands. */
export const credentialLine = (view: CredentialLine): string =>
  `${view.credentialId}  ${view.name}\n${' '.repeat(38)}${stateText(view, view.expiry)}`
