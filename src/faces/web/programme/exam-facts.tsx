import type { CertificationView } from '../../../application/read-certification.ts'
import type { ItemKind } from '../../../domain/catalogue/types.ts'
import {
  formatCount,
  formatLanguage,
  formatList,
  formatMinutes,
  formatUsd,
} from '../../../presentation/formats.ts'
import { Facts } from '../parts/facts.tsx'
import { shownVersion } from './shown-version.ts'

const kindNames: Readonly<Record<ItemKind, string>> = {
  'multiple-choice': 'multiple choice',
  'multiple-response': 'multiple response',
  ordering: 'ordering',
  matching: 'matching',
  'case-study': 'case study',
}

const whenKnown = <T,>(value: T | null, write: (value: T) => string): string | null =>
  value === null ? null : write(value)

function itemsText(total: number | null, scored: number | null, unscored: number | null): string | null {
  if (total === null) return null
  return scored === null || unscored === null ? String(total) : `${total}: ${scored} scored, ${unscored} not`
}

/** The exam in facts: the version to sit on the day, or the next or last one. */
export function ExamFacts({ view }: { readonly view: CertificationView }) {
  const version = shownVersion(view)
  if (version === null) return null
  const facts = [
    { name: 'Items', value: itemsText(version.totalItems, version.scoredItems, version.unscoredItems) },
    { name: 'Time', value: whenKnown(version.durationMinutes, formatMinutes) },
    { name: 'Fee before tax', value: whenKnown(version.feeUsd, formatUsd) },
    { name: 'Cut, scaled 100 to 1000', value: whenKnown(version.cutScore, String) },
    { name: 'Valid for', value: formatCount(view.validityYears, 'year') },
    {
      name: 'Kinds of item',
      value: whenKnown(version.itemKinds, (kinds) => formatList(kinds.map((kind) => kindNames[kind]))),
    },
    {
      name: 'Languages',
      value: whenKnown(version.languages, (tags) => formatList(tags.map(formatLanguage))),
    },
  ]
  return (
    <section class="section">
      <h2>The exam, {version.examCode}</h2>
      <Facts facts={facts} />
      {version.notes.length === 0 ? null : (
        <ul class="bullets prose version-notes">
          {version.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
