import { shortName } from '../../../presentation/catalogue-words.ts'
import { formatLanguage, formatPercent } from '../../../presentation/formats.ts'
import { DateField, Field, SelectField } from './form-fields.tsx'
import type { FormProps } from './route-form.tsx'
import { HeldFields, VoucherFields } from './row-fields.tsx'

/** Languages in which some exam can be sat, English first. */
function languagesOf({ certifications }: FormProps): readonly string[] {
  const all = certifications.flatMap(({ sittings }) => sittings.flatMap(({ language }) => language ?? []))
  return [...new Set(['en', ...all])]
}

function FloorField({ draft, onChange }: FormProps) {
  return (
    <Field
      id="floor"
      label="Least chance of passing"
      help="No exam is booked before you are likely enough to pass. A higher floor means more study first; a failure costs the full fee and two weeks."
    >
      <div class="number-row">
        <input
          id="floor"
          type="range"
          min={0.5}
          max={0.95}
          step={0.05}
          value={draft.passProbabilityFloor}
          aria-describedby="floor-help"
          aria-valuetext={formatPercent(draft.passProbabilityFloor)}
          onInput={(event) => onChange({ passProbabilityFloor: event.currentTarget.valueAsNumber })}
        />
        <output for="floor">{formatPercent(draft.passProbabilityFloor)}</output>
      </div>
    </Field>
  )
}

type WishProps = FormProps & {
  readonly wish: 'wants' | 'avoids'
  readonly label: string
  readonly help: string
}

function WishFields({ draft, onChange, certifications, wish, label, help }: WishProps) {
  const chosen = draft[wish]
  return (
    <details>
      <summary>
        {label}
        {chosen.length > 0 ? ` (${chosen.length})` : ''}
      </summary>
      <p class="field-help">{help}</p>
      <div class="choices">
        {certifications
          .filter(({ status, id }) => status !== 'retired' || chosen.includes(id))
          .map(({ id, name }) => (
            <label key={id} class="choice">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={() =>
                  onChange({
                    [wish]: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id],
                  })
                }
              />
              {shortName(name)}
            </label>
          ))}
      </div>
    </details>
  )
}

function LanguageFields(props: FormProps) {
  const { draft, onChange } = props
  return (
    <>
      <SelectField
        id="language"
        label="Exam language"
        help="Some languages are being withdrawn; the route never books past their last day."
        value={draft.language}
        onValue={(language) => onChange({ language })}
      >
        {languagesOf(props).map((tag) => (
          <option key={tag} value={tag}>
            {formatLanguage(tag)}
          </option>
        ))}
      </SelectField>
      <label class="choice">
        <input
          type="checkbox"
          checked={draft.englishSecondLanguage}
          onChange={(event) => onChange({ englishSecondLanguage: event.currentTarget.checked })}
        />
        English is not my first language
      </label>
    </>
  )
}

/** How much of the rest is filled in, so that a closed disclosure hides nothing. */
function filledIn({ draft }: FormProps): number {
  const { held, vouchers, budgetUsd, language, englishSecondLanguage, startDate, wants, avoids } = draft
  return [
    held.length > 0,
    vouchers.length > 0,
    budgetUsd !== '',
    language !== 'en',
    englishSecondLanguage,
    startDate !== '',
    wants.length > 0,
    avoids.length > 0,
  ].filter(Boolean).length
}

/** What changes a route less often. */
export function MoreFields(props: FormProps) {
  const { draft, onChange } = props
  const filled = filledIn(props)
  return (
    <details>
      <summary>More about you{filled > 0 ? ` (${filled} given)` : ''}</summary>
      <div class="form-more-fields">
        <HeldFields {...props} />
        <VoucherFields {...props} />
        <Field id="budget" label="Budget for fees in US dollars (optional)">
          <input
            id="budget"
            class="input"
            type="number"
            inputMode="numeric"
            min={0}
            step={50}
            value={draft.budgetUsd}
            onChange={(event) => onChange({ budgetUsd: event.currentTarget.value })}
          />
        </Field>
        <LanguageFields {...props} />
        <DateField
          id="start"
          label="Start (optional)"
          help="Today where nothing is given."
          value={draft.startDate}
          onValue={(startDate) => onChange({ startDate })}
        />
        <FloorField {...props} />
        <WishFields
          {...props}
          wish="wants"
          label="It must include"
          help="What you have promised to take, or want in any case."
        />
        <WishFields {...props} wish="avoids" label="It must leave out" help="What you will not take." />
      </div>
    </details>
  )
}
