import type { CertificationStatus } from '../../../domain/catalogue/types.ts'
import { statusGlyphs, statusMeanings, statusWords } from '../../../presentation/catalogue-words.ts'

const looks: Readonly<Record<CertificationStatus, string>> = {
  active: 'mark mark-well',
  ending: 'mark mark-attention',
  beta: 'mark mark-attention',
  announced: 'mark',
  retired: 'mark',
}

/** A certification's state: a glyph and a word. */
export function StatusMark({ status }: { readonly status: CertificationStatus }) {
  return (
    <span class={looks[status]} title={statusMeanings[status]}>
      <span aria-hidden="true">{statusGlyphs[status]}</span> {statusWords[status]}
    </span>
  )
}
