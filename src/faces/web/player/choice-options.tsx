import { useState } from 'preact/hooks'
import type { PresentedOption } from '../../../domain/form/types.ts'
import { RichLine } from '../parts/rich-text.tsx'
import { canChoose, instructionOf, tooManyText } from './choosing.ts'
import type { OptionsProps } from './item-screen.tsx'
import { chooseOption, isSelected, toggleStruck } from './sheet.ts'

type OptionProps = OptionsProps & {
  readonly option: PresentedOption
  readonly tooMany: boolean
  readonly onTooMany: () => void
}

function StrikeButton({ item, given, store, option }: OptionsProps & { readonly option: PresentedOption }) {
  const struck = given.struck.includes(option.id)
  return (
    <button
      type="button"
      class="strike"
      aria-pressed={struck}
      title={struck ? 'Restore this option' : 'Strike this option out'}
      onClick={() => store.change(item.position, { struck: toggleStruck(given.struck, option.id) })}
    >
      <span class="visually-hidden">Strike out {option.label}</span>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3 8h10" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      </svg>
    </button>
  )
}

function Option(props: OptionProps) {
  const { item, given, store, option, tooMany, onTooMany } = props
  const struck = given.struck.includes(option.id)
  const choose = (): void => {
    if (canChoose(item, given.response, option.id))
      store.change(item.position, { response: chooseOption(item, given.response, option.id) })
    else onTooMany()
  }
  return (
    <div class={struck ? 'option is-struck' : 'option'}>
      <label>
        <input
          type={item.kind === 'multiple-choice' ? 'radio' : 'checkbox'}
          name={`item-${item.position}`}
          checked={isSelected(given.response, option.id)}
          onChange={(event) => {
            choose()
            event.currentTarget.checked = isSelected(
              store.read().sheet.get(item.position)?.response ?? null,
              option.id,
            )
          }}
        />
        <span class="option-label">{option.label}.</span>
        <span class="option-text">
          <RichLine text={option.text} />
        </span>
        {struck ? <span class="visually-hidden">, struck out</span> : null}
      </label>
      <StrikeButton {...props} />
      <p class="too-many" role="status">
        {tooMany ? tooManyText(item) : ''}
      </p>
    </div>
  )
}

/** One or several of the options; the whole row can be clicked. */
export function ChoiceOptions(props: OptionsProps) {
  const { item } = props
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <fieldset class="options" onInput={() => setRefused(null)}>
      <legend class="visually-hidden">{instructionOf(item)}</legend>
      {item.options.map((option) => (
        <Option
          key={option.id}
          {...props}
          option={option}
          tooMany={refused === option.id}
          onTooMany={() => setRefused(option.id)}
        />
      ))}
    </fieldset>
  )
}
