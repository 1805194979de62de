import { isSpelling, wordsOf } from './spelling.ts'
import type { Catalogue, Certification } from './types.ts'

/** A certification found by a text. `examCode` is set where the text named one; `exact` where the whole label was named. */
export type NameMatch = {
  readonly certification: Certification
  readonly examCode: string | null
  readonly exact: boolean
}

type Label = {
  readonly words: readonly string[]
  readonly kind: 'name' | 'code' | 'letters'
  readonly text: string
}
type Scored = { readonly certification: Certification; readonly label: Label; readonly score: number }

const exactScore = 2

const codesOf = (certification: Certification): readonly string[] =>
  certification.versions.flatMap(({ examCode, beta }) =>
    beta?.examCode ? [examCode, beta.examCode] : [examCode],
  )

const labelled = (texts: readonly string[], kind: Label['kind']): readonly Label[] =>
  texts.map((text) => ({ words: wordsOf(text), kind, text }))

/** What a certification is called: names, id, exam codes, and the code's letters alone (`SAA`). */
function labelsOf(certification: Certification): readonly Label[] {
  const pastNames = certification.versions.flatMap((version) => version.nameAtTheTime ?? [])
  const names = [certification.name, certification.id, ...certification.formerNames, ...pastNames]
  const codes = codesOf(certification)
  const letters = codes.map((code) => code.replace(/-.*/, ''))
  return [...labelled(codes, 'code'), ...labelled(names, 'name'), ...labelled(letters, 'letters')]
}

/** Share of a name's words that the typed words cover, 0 when one of them fits nowhere; 1 for a code's letters; 2 for a whole label. */
function scoreOf(typed: readonly string[], { words, kind }: Label): number {
  if (typed.length === 0) return 0
  if (typed.join('') === words.join('')) return kind === 'letters' ? 1 : exactScore
  const fits = typed.every((word) => words.some((candidate) => isSpelling(word, candidate)))
  return fits && kind === 'name' ? typed.length / words.length : 0
}

function bestLabel(certification: Certification, typed: readonly string[]): Scored {
  const scored = labelsOf(certification).map((label) => ({
    certification,
    label,
    score: scoreOf(typed, label),
  }))
  return scored.reduce((best, candidate) => (candidate.score > best.score ? candidate : best))
}

/**
 * Finds certifications by id, present or former name, exam code, beta code or loose spelling; best first.
 * A whole label that is named excludes looser matches.
 *
 * @example findByName(catalogue, 'SysOps Administrator').map((match) => match.certification.id) // ['cloudops-engineer-associate']
 */
export function findByName(catalogue: Catalogue, text: string): readonly NameMatch[] {
  const typed = wordsOf(text)
  const found = catalogue.certifications
    .map((certification) => bestLabel(certification, typed))
    .filter((scored) => scored.score > 0)
    .sort((one, other) => other.score - one.score)
  const exact = found.filter((scored) => scored.score === exactScore)
  return (exact.length > 0 ? exact : found).map(({ certification, label, score }) => ({
    certification,
    examCode: label.kind === 'code' ? label.text : null,
    exact: score === exactScore,
  }))
}

const suggestions = 3

const has = (certification: Certification, typed: string): boolean =>
  labelsOf(certification).some(({ words }) => words.some((word) => isSpelling(typed, word)))

/** How much a certification shares with the typed words; a word that many share counts for little. */
function rankByShare(catalogue: Catalogue, typed: readonly string[]): readonly Certification[] {
  const shares = new Map<Certification, number>()
  for (const word of typed) {
    const holders = catalogue.certifications.filter((certification) => has(certification, word))
    for (const holder of holders) shares.set(holder, (shares.get(holder) ?? 0) + 1 / holders.length)
  }
  return [...shares].sort(([, one], [, other]) => other - one).map(([certification]) => certification)
}

/**
 * Suggests up to three certification ids for a text that names none for certain, those that share most words with it first.
 *
 * @example suggestIds(catalogue, 'networking professional')[0] // 'advanced-networking-specialty'
 */
export function suggestIds(catalogue: Catalogue, text: string): readonly string[] {
  const found = findByName(catalogue, text).map((match) => match.certification)
  const near = [...found, ...rankByShare(catalogue, wordsOf(text))].map((certification) => certification.id)
  return [...new Set(near)].slice(0, suggestions)
}
