import type { Installation } from '../../application/ports.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'

type Settings = Readonly<Record<string, string | undefined>>

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:' && url.pathname === '/' && url.search === '') return url.origin
  throw new CairnError(
    'origin-invalid',
    `CAIRN_ORIGIN is ${text}. Set it to https:// and a host, with nothing behind it.`,
  )
}

function readOrganisation(text: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(text)) return text
  throw new CairnError(
    'organisation-invalid',
    `CAIRN_ORGANISATION is ${text}. Use small letters, digits and hyphens.`,
  )
}

/** Who this installation is, from its settings: without `CAIRN_ORIGIN` it issues for itself, on this machine. */
export const readInstallation = (settings: Settings): Installation => ({
  origin: settings.CAIRN_ORIGIN ? readOrigin(settings.CAIRN_ORIGIN) : null,
  issuerName: settings.CAIRN_ISSUER_NAME ?? 'A Cairn installation',
  organisation: readOrganisation(settings.CAIRN_ORGANISATION ?? 'cairn'),
})
