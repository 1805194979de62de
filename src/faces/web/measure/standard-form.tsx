import { useState } from 'preact/hooks'
import type { StandardTables } from '../../../application/review-standard.ts'

type Name = keyof StandardTables
type Texts = Readonly<Record<Name, string>>

const example: Texts = {
  ratings:
    'judge,round,i1,i2,i3,i4\nA,1,0.6,0.8,0.4,0.7\nB,1,0.5,0.9,0.7,0.6\nC,1,0.8,0.7,0.3,0.8\nA,2,0.6,0.8,0.5,0.7\nB,2,0.6,0.9,0.6,0.6\nC,2,0.7,0.8,0.4,0.7',
  scores: 'score,count\n0,4\n1,12\n2,34\n3,38\n4,12',
  expectations:
    'judge,passRate,lowestCut,highestCut,lowestFailRate,highestFailRate\nA,0.6,2,3,0.2,0.6\nB,0.7,2,3,0.1,0.5\nC,0.5,2,3,0.2,0.6',
}

const fields: readonly { readonly name: Name; readonly label: string; readonly help: string }[] = [
  {
    name: 'ratings',
    label: 'Ratings',
    help: 'CSV: judge, round, then a column per item. A cell is the share, 0 to 1, of just-qualified candidates who answer the item correctly.',
  },
  {
    name: 'scores',
    label: 'Scores of candidates (optional)',
    help: 'CSV: score, count; raw points on the rated items. The compromises need them.',
  },
  {
    name: 'expectations',
    label: 'What judges expect (optional)',
    help: 'CSV: judge, then passRate for Beuk; lowestCut, highestCut, lowestFailRate, highestFailRate for Hofstee. Shares from 0 to 1.',
  },
]

function TableField({
  field: { name, label, help },
  text,
  onText,
}: {
  readonly field: (typeof fields)[number]
  readonly text: string
  readonly onText: (text: string) => void
}) {
  return (
    <div class="field standard-field">
      <label for={`standard-${name}`}>{label}</label>
      <p class="field-help" id={`standard-${name}-help`}>
        {help}
      </p>
      <textarea
        id={`standard-${name}`}
        aria-describedby={`standard-${name}-help`}
        rows={name === 'ratings' ? 8 : 4}
        spellcheck={false}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <input
        type="file"
        accept=".csv,.txt,text/csv"
        aria-label={`${label}, from a file`}
        onChange={(event) => void event.currentTarget.files?.[0]?.text().then(onText)}
      />
    </div>
  )
}

/** Tables that hold nothing are not sent. */
const filled = (texts: Texts): StandardTables => ({
  ratings: texts.ratings,
  ...(texts.scores.trim() === '' ? {} : { scores: texts.scores }),
  ...(texts.expectations.trim() === '' ? {} : { expectations: texts.expectations }),
})

/** Where a panel's tables are pasted or chosen. */
export function StandardForm({
  busy,
  onReview,
}: {
  readonly busy: boolean
  readonly onReview: (tables: StandardTables) => void
}) {
  const [texts, setTexts] = useState<Texts>({ ratings: '', scores: '', expectations: '' })
  const submit = (event: Event): void => {
    event.preventDefault()
    onReview(filled(texts))
  }
  return (
    <form class="stack" onSubmit={submit}>
      {fields.map((field) => (
        <TableField
          key={field.name}
          field={field}
          text={texts[field.name]}
          onText={(text) => setTexts((before) => ({ ...before, [field.name]: text }))}
        />
      ))}
      <p class="row">
        <button type="submit" class="button button-primary" disabled={busy || texts.ratings.trim() === ''}>
          {busy ? 'Reviewing …' : 'Review the panel'}
        </button>
        <button type="button" class="button" onClick={() => setTexts(example)}>
          Put in an example
        </button>
      </p>
    </form>
  )
}
