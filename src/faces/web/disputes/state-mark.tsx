import type { DisputeLine } from '../../../application/read-disputes.ts'
import { ageText, isLate, stateMarks } from './dispute-words.ts'

/** State and age of a dispute: a glyph and a word each. */
export function StateMark({ dispute }: { readonly dispute: DisputeLine }) {
  const { word, look, glyph } = stateMarks[dispute.state]
  return (
    <span class="row">
      <span class={`mark ${look}`}>
        <span aria-hidden="true">{glyph}</span> {word}
      </span>
      <span class={isLate(dispute) ? 'mark mark-problem' : 'soft small'}>{ageText(dispute)}</span>
    </span>
  )
}
