import type { ComponentChildren } from 'preact'

type FieldProps = {
  readonly id: string
  readonly label: string
  readonly help?: ComponentChildren
  readonly children: ComponentChildren
}

const describedBy = (id: string, help: unknown): string | undefined =>
  help === undefined ? undefined : `${id}-help`

/** A labelled field with what it is for. */
export function Field({ id, label, help, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help === undefined ? null : (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
    </div>
  )
}

type NumberProps = {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly unit: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly onValue: (value: number) => void
}

/** A number with a slider beside it; the number is exact, the slider quick. */
export function NumberField({ id, label, help, unit, value, min, max, step = 1, onValue }: NumberProps) {
  const take = (given: number): void => {
    if (Number.isFinite(given)) onValue(Math.min(max, Math.max(min, given)))
  }
  return (
    <Field id={id} label={label} help={help}>
      <div class="number-row">
        <input
          type="range"
          aria-label={`${label}, slider`}
          min={min}
          max={Math.min(max, sliderEnd(max))}
          step={step}
          value={value}
          onInput={(event) => take(event.currentTarget.valueAsNumber)}
        />
        <input
          id={id}
          class="input"
          aria-describedby={describedBy(id, help)}
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step="any"
          value={value}
          onChange={(event) => take(event.currentTarget.valueAsNumber)}
        />
        <span class="soft">{unit}</span>
      </div>
    </Field>
  )
}

/** A slider over the usual part of a wide range. */
const sliderEnd = (max: number): number => (max > 40 ? 20 : max)

type DateProps = {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly onValue: (value: string) => void
}

/** A day, or none. */
export function DateField({ id, label, help, value, onValue }: DateProps) {
  return (
    <Field id={id} label={label} help={help}>
      <input
        id={id}
        class="input"
        aria-describedby={describedBy(id, help)}
        type="date"
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </Field>
  )
}

type SelectProps = {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly children: ComponentChildren
}

/** One of several. */
export function SelectField({ id, label, help, value, onValue, children }: SelectProps) {
  return (
    <Field id={id} label={label} help={help}>
      <select
        id={id}
        class="input"
        aria-describedby={describedBy(id, help)}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {children}
      </select>
    </Field>
  )
}
