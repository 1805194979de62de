import { plainText } from '../../../presentation/rich-text.ts'
import { RichLine } from '../parts/rich-text.tsx'
import { instructionOf } from './choosing.ts'
import type { OptionsProps } from './item-screen.tsx'
import { matchedOf, matchPrompt } from './sheet.ts'

/** Each prompt has a select of all options; an option may serve once, several times or never. */
export function MatchingPrompts({ item, given, store }: OptionsProps) {
  const matched = matchedOf(given.response)
  return (
    <fieldset class="matching">
      <legend class="item-instruction">
        {instructionOf(item)}. An option may serve once, more than once or not at all.
      </legend>
      <ul class="match-options" aria-label="Options">
        {item.options.map((option) => (
          <li key={option.id}>
            <span class="option-label">{option.label}.</span> <RichLine text={option.text} />
          </li>
        ))}
      </ul>
      {(item.prompts ?? []).map((prompt) => (
        <label key={prompt.id} class="match-row">
          <span>
            <RichLine text={prompt.text} />
          </span>
          <select
            class="input"
            value={matched[prompt.id] ?? ''}
            onChange={(event) => {
              const optionId = event.currentTarget.value === '' ? null : event.currentTarget.value
              store.change(item.position, { response: matchPrompt(given.response, prompt.id, optionId) })
            }}
          >
            <option value="">Choose …</option>
            {item.options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}. {plainText(option.text)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}
