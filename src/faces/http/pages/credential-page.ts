import type { RecipientCheck } from '../../../application/check-recipient.ts'
import type { ShownCredential } from '../../../application/show-credential.ts'
import type { Finding } from '../../../domain/credential/check-report.ts'
import { drawBadge } from '../../../presentation/badge/badge-shapes.ts'
import { badgeSvg } from '../../../presentation/badge/badge-svg.ts'
import { qrPath, qrSize } from '../../../presentation/badge/qr-path.ts'
import { escapeText } from '../../../presentation/charts/svg.ts'
import {
  addToProfileLink,
  awardDays,
  kindName,
  resultLines,
  stateText,
  stateWord,
} from '../../../presentation/credential-text.ts'

type Tone = 'well' | 'attention' | 'problem'

const signs: Readonly<Record<Tone, string>> = { well: '✓', attention: '○', problem: '✕' }

const mark = (tone: Tone, word: string): string =>
  `<span class="mark mark-${tone}"><span aria-hidden="true">${signs[tone]}</span> ${escapeText(word)}</span>`

const section = (title: string, body: string, kind = ''): string =>
  `<section class="${kind}"><h2>${escapeText(title)}</h2>${body}</section>`

const fact = (name: string, value: string): string =>
  `<div><dt>${escapeText(name)}</dt><dd>${escapeText(value)}</dd></div>`

function toneOf({ view }: ShownCredential): Tone {
  if (view.state === 'revoked') return 'problem'
  return view.state === 'suspended' || view.expiry?.standing === 'expired' ? 'attention' : 'well'
}

function drawHead(shown: ShownCredential): string {
  const { view, award, issuerName } = shown
  const { achievement } = award
  const { awarded, renewed, until } = awardDays(award)
  return `<section class="head">
${badgeSvg(drawBadge(achievement), { id: 'badge', size: 272 })}
<div>
<p class="eyebrow">${escapeText(kindName(achievement.kind))}</p>
<h1>${escapeText(achievement.title)}</h1>
<p>${mark(toneOf(shown), stateWord(view.state, view.expiry))}</p>
<dl class="facts">
${achievement.examCode === null ? '' : fact('Follows the exam guide', achievement.examCode)}
${fact('Issued by', issuerName)}
${fact('Awarded', awarded)}
${renewed === null ? '' : fact('Written anew', renewed)}
${fact('Valid until', until)}
</dl>
</div>
</section>`
}

const bar = (share: number): string =>
  `<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="8" rx="4"/><rect width="${Math.round(share * 100)}" height="8" rx="4"/></svg>`

const safeLink = (url: string | null, text: string): string =>
  url?.startsWith('https://')
    ? `<a href="${escapeText(url)}" rel="noreferrer">${escapeText(text)}</a>`
    : escapeText(text)

function drawResults({ award }: ShownCredential): string {
  const lines = resultLines(award)
  if (lines.length === 0) return ''
  const rows = lines.map(
    ({ name, value, share }) =>
      `<tr><td>${escapeText(name)}</td><td class="bar-cell">${bar(share)}</td><td>${escapeText(value)}</td></tr>`,
  )
  const [guide] = award.achievement.alignments
  const source =
    guide === undefined
      ? ''
      : `<p class="small">Domains as in: ${safeLink(guide.targetUrl, guide.targetName)}</p>`
  return section('Results', `<table><tbody>${rows.join('')}</tbody></table>${source}`)
}

function drawEvidence({ award }: ShownCredential): string {
  if (award.evidence.length === 0) return ''
  const facts = award.evidence.map(
    ({ name, narrative, url }) =>
      `<li><strong>${safeLink(url, name)}</strong><p>${escapeText(narrative)}</p></li>`,
  )
  return section('Evidence', `<ul class="evidence prose">${facts.join('')}</ul>`)
}

const tones: Readonly<Record<Finding['answer'], Tone>> = {
  pass: 'well',
  fail: 'problem',
  'could-not-tell': 'attention',
}

const check = (tone: Tone, word: string, text: string): string =>
  `<li>${mark(tone, word)}<p>${escapeText(text)}</p></li>`

function drawChecks(shown: ShownCredential): string {
  const { view, checks, issuerId } = shown
  const { authentic, current } = checks
  // To have run out is no fault of a credential, so it is not shown as one.
  const currentTone = current.reason === 'expired' ? 'attention' : tones[current.answer]
  const lines = [
    check(tones[authentic.answer], 'Authentic', authentic.text),
    check(currentTone, 'Current', current.text),
    check(toneOf(shown), 'Status', stateText(view, view.expiry)),
    check(
      'attention',
      'Issuer',
      `${issuerId}. This is the issuer’s own page; whether you trust the issuer is yours to say.`,
    ),
  ]
  return section(
    'Checked when this page was opened',
    `<ul class="checks">${lines.join('')}</ul><p class="small">Record: <code>${escapeText(view.id)}</code></p>`,
  )
}

const recipientWords: Readonly<Record<RecipientCheck, readonly [Tone, string]>> = {
  matches: ['well', 'It names this person'],
  differs: ['problem', 'It does not name this person'],
  'not-stated': ['attention', 'It names nobody in a way that can be compared'],
}

function drawRecipient({ view, namesRecipient }: ShownCredential, outcome: RecipientCheck | null): string {
  const intro = namesRecipient
    ? 'The record holds the e-mail address or the name as a salted hash only. Give what you know, and it is compared; nothing of it is kept.'
    : 'The record names nobody. That it was shown to you by the person who earned it is for them to make plain.'
  const answer = outcome === null ? '' : `<p role="status">${mark(...recipientWords[outcome])}</p>`
  const form = `<form class="row" method="post" action="/credentials/${escapeText(view.credentialId)}/recipient">
<label>E-mail address or name <input name="person" required maxlength="254" autocomplete="off"></label><button type="submit">Compare</button></form>`
  return section(
    'Is it this person’s?',
    `<div class="prose"><p>${intro}</p>${answer}${namesRecipient ? form : ''}</div>`,
    'no-print',
  )
}

function drawCopies({ view, issuerName, qr }: ShownCredential): string {
  const path = `/credentials/${escapeText(view.credentialId)}`
  const files = [
    ['json', 'Signed record (JSON)'],
    ['png', 'Badge (PNG)'],
    ['svg', 'Badge (SVG)'],
    ['pdf', 'On paper (PDF)'],
  ].map(([file, text]) => `<a class="button" href="${path}.${file}">${text}</a>`)
  const profile =
    view.link === null
      ? ''
      : `<a class="button" rel="noreferrer" href="${escapeText(addToProfileLink({ ...view, link: view.link }, issuerName))}">Add to a LinkedIn profile</a>`
  return section('Take a copy', `<p class="row">${files.join('')}${profile}</p>`, 'no-print') + drawCode(qr)
}

function drawCode(qr: ShownCredential['qr']): string {
  if (qr === null) return ''
  const size = qrSize(qr)
  return `<p><svg class="qr" role="img" aria-label="QR code with the address of this page" viewBox="0 0 ${size} ${size}"><path fill="#000" d="${qrPath(qr)}"/></svg></p>`
}

/** The markup of a credential's page. Everything that is not ours is escaped, nothing is loaded, and no script is needed. */
export const credentialMarkup = (shown: ShownCredential, outcome: RecipientCheck | null): string =>
  [
    drawHead(shown),
    `<p class="note">${escapeText(shown.award.achievement.description)}</p>`,
    drawResults(shown),
    drawEvidence(shown),
    drawChecks(shown),
    drawRecipient(shown, outcome),
    section('What it takes', `<p class="prose">${escapeText(shown.award.achievement.criteria)}</p>`),
    drawCopies(shown),
  ].join('\n')
