import type { ServiceArea } from '../../../domain/path/vocabulary.ts'
import type { FormProps } from './route-form.tsx'
import { areaNames, areas } from './vocabulary.ts'

const weights = [
  { value: 0.3, name: 'a little' },
  { value: 0.6, name: 'much' },
  { value: 1, name: 'mainly' },
] as const

const usual = 0.6

function Area({
  area,
  draft,
  onChange,
}: Pick<FormProps, 'draft' | 'onChange'> & { readonly area: ServiceArea }) {
  const weight = draft.stack[area]
  const setWeight = (value: number | null): void => {
    const { [area]: _, ...others } = draft.stack
    onChange({ stack: value === null ? others : { ...others, [area]: value } })
  }
  return (
    <li class="stack-area">
      <label class="choice">
        <input
          type="checkbox"
          checked={weight !== undefined}
          onChange={() => setWeight(weight === undefined ? usual : null)}
        />
        {areaNames[area]}
      </label>
      {weight === undefined ? null : (
        <select
          class="input input-short"
          aria-label={`How much: ${areaNames[area]}`}
          value={String(weight)}
          onChange={(event) => setWeight(Number(event.currentTarget.value))}
        >
          {weights.map(({ value, name }) => (
            <option key={value} value={String(value)}>
              {name}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}

/** What the organisation uses, and how much of it. */
export function StackFields({ draft, onChange }: FormProps) {
  return (
    <fieldset class="form-part">
      <legend class="field-label">3. Stack</legend>
      <p class="field-help">
        What your organisation uses. You learn it at work anyway, and it is where a certification shows.
      </p>
      <ul class="stack-areas">
        {areas.map((area) => (
          <Area key={area} area={area} draft={draft} onChange={onChange} />
        ))}
      </ul>
    </fieldset>
  )
}
