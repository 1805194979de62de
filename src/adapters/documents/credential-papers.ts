import type { CredentialPapers } from '../../application/ports.ts'
import { drawQr } from './qr.ts'

/** Credentials on paper. The PDF writer is loaded when the first one is asked for. */
export const credentialPapers: CredentialPapers = {
  pdf: async (sheet) => (await import('./credential-pdf.ts')).writeCredentialPdf(sheet),
  qr: drawQr,
}
