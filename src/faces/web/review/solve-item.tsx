import { useState } from 'preact/hooks'
import type { SheetItem } from '../../../domain/item/review-sheet.ts'
import { RichLine, RichText } from '../parts/rich-text.tsx'
import { emptySolution, isComplete, lettersAsked, match, press, type Solution } from './solution.ts'

type Props = {
  readonly item: SheetItem
  readonly busy: boolean
  readonly onSolved: (solution: Solution) => void
  readonly onSkip: () => void
}

type PartProps = {
  readonly item: SheetItem
  readonly solution: Solution
  readonly onChange: (changes: Partial<Solution>) => void
}

const instruction = (item: SheetItem): string => {
  if (item.kind === 'multiple-choice') return 'The best answer'
  const count = lettersAsked(item)
  if (item.kind === 'ordering') return `Put ${count} in order: press them first to last`
  return `The best ${count} answers`
}

function Choices({ item, solution, onChange }: PartProps) {
  const { answer } = solution
  return (
    <fieldset class="field">
      <legend class="field-label">{instruction(item)}</legend>
      <div class="choices">
        {Object.entries(item.options).map(([letter, text]) => (
          <label key={letter} class="choice">
            <input
              type={item.kind === 'multiple-choice' ? 'radio' : 'checkbox'}
              name={item.item}
              checked={answer.includes(letter)}
              onChange={() => onChange({ answer: press(item, answer, letter) })}
            />
            <span>
              {item.kind === 'ordering' && answer.includes(letter) ? `${answer.indexOf(letter) + 1}: ` : ''}
              {letter}. <RichLine text={text} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Matching({ item, solution, onChange }: PartProps) {
  const options = Object.entries(item.options)
  return (
    <>
      <ol class="bullets">
        {options.map(([letter, text]) => (
          <li key={letter}>
            {letter}. <RichLine text={text} />
          </li>
        ))}
      </ol>
      {(item.prompts ?? []).map((prompt, index) => (
        <label key={prompt} class="field">
          <span class="field-label">
            <RichLine text={prompt} />
          </span>
          <select
            class="input input-short"
            value={solution.answer[index] ?? ''}
            onChange={(event) =>
              onChange({ answer: match(solution.answer, index, event.currentTarget.value) })
            }
          >
            <option value="">Choose</option>
            {options.map(([letter]) => (
              <option key={letter}>{letter}</option>
            ))}
          </select>
        </label>
      ))}
    </>
  )
}

function Alternatives({ item, solution, onChange }: PartProps) {
  const { alternatives, answer } = solution
  const toggle = (letter: string): void =>
    onChange({
      alternatives: alternatives.includes(letter)
        ? alternatives.filter((other) => other !== letter)
        : [...alternatives, letter],
    })
  return (
    <fieldset class="field">
      <legend class="field-label">Other options that you could defend as equally right</legend>
      <p class="field-help">None is the usual case. Not those that are partly right, or weaker.</p>
      <div class="row">
        {Object.keys(item.options).map((letter) => (
          <label key={letter} class="choice">
            <input
              type="checkbox"
              checked={alternatives.includes(letter)}
              disabled={answer.includes(letter)}
              onChange={() => toggle(letter)}
            />
            {letter}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One item of a blind sheet to be solved: answer, reason, defensible alternatives. */
export function SolveItem({ item, busy, onSolved, onSkip }: Props) {
  const [solution, setSolution] = useState<Solution>(emptySolution)
  const change = (changes: Partial<Solution>): void => setSolution({ ...solution, ...changes })
  const part = { item, solution, onChange: change }
  return (
    <form
      class="stack card"
      onSubmit={(event) => {
        event.preventDefault()
        onSolved(solution)
      }}
    >
      {item.stimulus === undefined ? null : <RichText text={item.stimulus} />}
      <div class="reviewed-stem">
        <RichText text={item.stem} />
      </div>
      {item.kind === 'matching' ? <Matching {...part} /> : <Choices {...part} />}
      <label class="field review-reason">
        <span class="field-label">What decides, and why the nearest rival fails</span>
        <textarea
          class="input"
          rows={3}
          maxLength={2000}
          value={solution.reason}
          onInput={(event) => change({ reason: event.currentTarget.value })}
        />
      </label>
      {item.kind === 'matching' || item.kind === 'ordering' ? null : <Alternatives {...part} />}
      <div class="row">
        <button type="submit" class="button button-primary" disabled={busy || !isComplete(item, solution)}>
          Store and go on
        </button>
        <button type="button" class="button button-quiet" onClick={onSkip}>
          Skip
        </button>
      </div>
    </form>
  )
}
