import type { Installation } from '../../../application/ports.ts'
import type { LogHead } from '../../../domain/credential/issuance-log.ts'
import { escapeText } from '../../../presentation/charts/svg.ts'

type Issuer = Installation & { readonly issuerId: string; readonly log: LogHead }

/** The markup of an issuer's page: who issues here, under which identifier, and how long the log of issuing is. */
export const issuerMarkup = ({ issuerName, issuerId, organisation, origin, log }: Issuer): string => `
<section class="prose"><h1>${escapeText(issuerName)}</h1>
<p>An installation of Cairn issues records here. Readiness records among them attest practice: self-administered, unproctored,
on public items.</p></section>
<section><h2>Identifier</h2><p><code>${escapeText(issuerId)}</code></p>
${origin === null ? '' : `<p><a href="/issuers/${escapeText(organisation)}/did.json">Public keys (did.json)</a></p>`}</section>
<section class="prose"><h2>Log of issuing</h2>
<p>${log.sequence} entries. Each holds the hash of what was signed and of the entry before it, and nothing of any person.
Who keeps the last hash can show later that nothing before it was changed.</p>
<p>Last hash: <code>${log.hash}</code></p><p><a href="/credentials/log">The head as JSON</a></p></section>`

/** The markup of the page for a record that is not there. */
export const unknownMarkup = `
<section class="prose"><h1>No such record</h1>
<p>There is no record at this address. It may have been deleted by the person it belongs to, or the address may be cut short.
A copy of a record can be checked without its page: it carries its own signature.</p></section>`
