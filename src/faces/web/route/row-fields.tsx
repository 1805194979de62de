import type { ComponentChildren } from 'preact'
import { shortName } from '../../../presentation/catalogue-words.ts'
import type { FormProps } from './route-form.tsx'

const replaced = <T,>(rows: readonly T[], index: number, change: Partial<T>): readonly T[] =>
  rows.map((row, at) => (at === index ? { ...row, ...change } : row))

const without = <T,>(rows: readonly T[], index: number): readonly T[] => rows.filter((_, at) => at !== index)

type RowsProps = {
  readonly legend: string
  readonly help: string
  readonly add: string
  readonly onAdd: () => void
  readonly children: ComponentChildren
}

function Rows({ legend, help, add, onAdd, children }: RowsProps) {
  return (
    <fieldset class="form-part">
      <legend class="field-label">{legend}</legend>
      <p class="field-help">{help}</p>
      {children}
      <button type="button" class="button form-add" onClick={onAdd}>
        {add}
      </button>
    </fieldset>
  )
}

function RemoveButton({ what, onRemove }: { readonly what: string; readonly onRemove: () => void }) {
  return (
    <button type="button" class="button form-remove" aria-label={`Remove ${what}`} onClick={onRemove}>
      <span aria-hidden="true">×</span>
    </button>
  )
}

/** What is held, and when it was earned. */
export function HeldFields({ draft, onChange, certifications }: FormProps) {
  return (
    <Rows
      legend="Certifications you hold"
      help="They shorten the study of others, and some of their exams renew them."
      add="Add one"
      onAdd={() => onChange({ held: [...draft.held, { certificationId: '', earnedOn: '' }] })}
    >
      {draft.held.map((held, index) => (
        <div key={index} class="form-row">
          <select
            class="input"
            aria-label={`Certification ${index + 1}`}
            value={held.certificationId}
            onChange={(event) =>
              onChange({ held: replaced(draft.held, index, { certificationId: event.currentTarget.value }) })
            }
          >
            <option value="">Which …</option>
            {certifications.map(({ id, name }) => (
              <option key={id} value={id}>
                {shortName(name)}
              </option>
            ))}
          </select>
          <input
            type="date"
            class="input"
            aria-label={`Earned on, certification ${index + 1}`}
            value={held.earnedOn}
            onChange={(event) =>
              onChange({ held: replaced(draft.held, index, { earnedOn: event.currentTarget.value }) })
            }
          />
          <RemoveButton
            what={`certification ${index + 1}`}
            onRemove={() => onChange({ held: without(draft.held, index) })}
          />
        </div>
      ))}
    </Rows>
  )
}

/** Discounts, and until when they count. */
export function VoucherFields({ draft, onChange }: FormProps) {
  return (
    <Rows
      legend="Vouchers"
      help="A pass brings a 50 % voucher, which the route counts by itself; name those you have already."
      add="Add a voucher"
      onAdd={() => onChange({ vouchers: [...draft.vouchers, { percent: 50, expiresOn: '' }] })}
    >
      {draft.vouchers.map((voucher, index) => (
        <div key={index} class="form-row">
          <label class="form-percent">
            <input
              type="number"
              class="input"
              aria-label={`Per cent, voucher ${index + 1}`}
              min={1}
              max={100}
              value={voucher.percent}
              onChange={(event) =>
                onChange({
                  vouchers: replaced(draft.vouchers, index, {
                    percent: Math.min(100, Math.max(1, event.currentTarget.valueAsNumber || 50)),
                  }),
                })
              }
            />
            %
          </label>
          <input
            type="date"
            class="input"
            aria-label={`Expires on, voucher ${index + 1}`}
            value={voucher.expiresOn}
            onChange={(event) =>
              onChange({
                vouchers: replaced(draft.vouchers, index, { expiresOn: event.currentTarget.value }),
              })
            }
          />
          <RemoveButton
            what={`voucher ${index + 1}`}
            onRemove={() => onChange({ vouchers: without(draft.vouchers, index) })}
          />
        </div>
      ))}
    </Rows>
  )
}
