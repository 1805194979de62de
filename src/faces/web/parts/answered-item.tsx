import type { Feedback } from '../../../domain/attempt/types.ts'
import type { PresentedItem, PresentedOption } from '../../../domain/form/types.ts'
import type { Response } from '../../../domain/item/types.ts'
import { formatDay } from '../../../presentation/formats.ts'
import { outcomeText } from '../../../presentation/report-text.ts'
import './answered-item.css'
import { RichLine, RichText } from './rich-text.tsx'

type Props = { readonly item: PresentedItem; readonly response: Response | null; readonly feedback: Feedback }

const marks = {
  right: { glyph: '✓', word: 'In the key, and your choice', look: 'mark mark-well' },
  missed: { glyph: '◇', word: 'In the key, not chosen', look: 'mark mark-attention' },
  wrong: { glyph: '✕', word: 'Your choice, not in the key', look: 'mark mark-problem' },
} as const

type MarkId = keyof typeof marks

function Mark({ id }: { readonly id: MarkId }) {
  const { glyph, word, look } = marks[id]
  return (
    <span class={look}>
      <span aria-hidden="true">{glyph}</span> {word}
    </span>
  )
}

const selectedIn = (response: Response | null, id: string): boolean =>
  response !== null && 'selected' in response && response.selected.includes(id)

function markOf({ response, feedback }: Props, id: string): MarkId | null {
  const [chosen, inKey] = [selectedIn(response, id), selectedIn(feedback.key, id)]
  if (chosen) return inKey ? 'right' : 'wrong'
  return inKey ? 'missed' : null
}

function Outcome({ response, feedback }: Pick<Props, 'response' | 'feedback'>) {
  const word = outcomeText({ response, feedback })
  const look = { Correct: 'mark-well', 'Not correct': 'mark-problem', Unanswered: 'mark-attention' }[word]
  const glyph = { Correct: '✓', 'Not correct': '✕', Unanswered: '○' }[word]
  return (
    <p class={`mark outcome ${look}`}>
      <span aria-hidden="true">{glyph}</span> {word}
    </p>
  )
}

function OptionRationales(props: Props) {
  const { item, feedback } = props
  const rationales = new Map(feedback.rationales.map((rationale) => [rationale.optionId, rationale]))
  return (
    <ol class="rationales">
      {item.options.map((option) => {
        const mark = markOf(props, option.id)
        return (
          <li key={option.id} class={mark === null ? 'rationale' : `rationale is-${mark}`}>
            <p class="rationale-option">
              <span class="option-label">{option.label}.</span> <RichLine text={option.text} />
            </p>
            {mark === null ? null : <Mark id={mark} />}
            <div class="rationale-text">
              <RichText text={rationales.get(option.id)?.text ?? ''} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}

type Line = { readonly at: string; readonly wanted: string | undefined; readonly given: string | undefined }

function linesOf({ item, response, feedback }: Props): readonly Line[] {
  if ('matched' in feedback.key) {
    const { matched: key } = feedback.key
    const given = response !== null && 'matched' in response ? response.matched : {}
    return (item.prompts ?? []).map((prompt) => ({
      at: prompt.text,
      wanted: key[prompt.id],
      given: given[prompt.id],
    }))
  }
  const key = 'ordered' in feedback.key ? feedback.key.ordered : []
  const given = response !== null && 'ordered' in response ? response.ordered : []
  return key.map((wanted, place) => ({ at: String(place + 1), wanted, given: given[place] }))
}

function OptionName({ option }: { readonly option: PresentedOption | undefined }) {
  if (option === undefined) return <span class="soft">Nothing</span>
  return (
    <>
      <span class="option-label">{option.label}.</span> <RichLine text={option.text} />
    </>
  )
}

/** Ordering and matching: what was wanted beside what was given, line by line. */
function Comparison(props: Props) {
  const byId = new Map(props.item.options.map((option) => [option.id, option]))
  return (
    <div>
      <table>
        <thead>
          <tr>
            <th scope="col">{props.item.kind === 'matching' ? 'Line' : 'Place'}</th>
            <th scope="col">Key</th>
            <th scope="col">Yours</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(props).map(({ at, wanted, given }) => (
            <tr key={at}>
              <th scope="row">
                <RichLine text={at} />
              </th>
              <td>
                <OptionName option={byId.get(wanted ?? '')} />
              </td>
              <td>
                <OptionName option={byId.get(given ?? '')} />{' '}
                <span class={wanted === given ? 'mark mark-well' : 'mark mark-problem'}>
                  <span aria-hidden="true">{wanted === given ? '✓' : '✕'}</span>{' '}
                  {wanted === given ? 'Same' : 'Different'}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function References({ feedback }: Pick<Props, 'feedback'>) {
  if (feedback.references.length === 0) return null
  return (
    <div class="references">
      <h3>Read more</h3>
      <ul class="bullets">
        {feedback.references.map(({ title, url, checked }) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {title}
            </a>{' '}
            <span class="soft small">checked {formatDay(checked)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** An item after it was answered: the outcome, the key, a reason for every option, and where to read more. */
export function AnsweredItem(props: Props) {
  const { item, response, feedback } = props
  return (
    <div class="answered">
      <Outcome response={response} feedback={feedback} />
      {item.kind === 'ordering' || item.kind === 'matching' ? <Comparison {...props} /> : null}
      <OptionRationales {...props} />
      <References feedback={feedback} />
    </div>
  )
}
