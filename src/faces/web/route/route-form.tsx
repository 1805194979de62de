import type { ListedCertification } from '../../../application/read-catalogue.ts'
import type { Direction, Role } from '../../../domain/path/vocabulary.ts'
import type { Draft } from './draft.ts'
import { DateField, NumberField, SelectField } from './form-fields.tsx'
import { MoreFields } from './more-fields.tsx'
import { StackFields } from './stack-fields.tsx'
import { fieldNames, fields, roleNames, roles } from './vocabulary.ts'

/** What every part of the form is given. */
export type FormProps = {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly certifications: readonly ListedCertification[]
}

function RoleFields({ draft, onChange }: FormProps) {
  return (
    <SelectField
      id="role"
      label="1. Role"
      help="What you do today. What helps at this work is worth most."
      value={draft.role}
      onValue={(role) => onChange({ role: role as Role })}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {roleNames[role]}
        </option>
      ))}
    </SelectField>
  )
}

function ExperienceFields({ draft, onChange }: FormProps) {
  return (
    <fieldset class="form-part">
      <legend class="field-label">2. Experience</legend>
      <p class="field-help">
        Sets how many hours an exam takes you, and whether an advanced one makes sense straight away.
      </p>
      <NumberField
        id="aws-years"
        label="Working with AWS"
        unit="years"
        min={0}
        max={60}
        step={0.5}
        value={draft.awsYears}
        onValue={(awsYears) => onChange({ awsYears })}
      />
      <NumberField
        id="it-years"
        label="In IT at large"
        unit="years"
        min={0}
        max={60}
        step={0.5}
        value={draft.itYears}
        onValue={(itYears) => onChange({ itYears })}
      />
    </fieldset>
  )
}

function DirectionFields({ draft, onChange }: FormProps) {
  return (
    <SelectField
      id="direction"
      label="4. Direction"
      help="Where you want your work to go. It weighs a little less than the work of today."
      value={draft.direction}
      onValue={(direction) => onChange({ direction: direction as Direction | '' })}
    >
      <option value="">The work I do today</option>
      <optgroup label="A field">
        {fields.map((field) => (
          <option key={field} value={field}>
            {fieldNames[field]}
          </option>
        ))}
      </optgroup>
      <optgroup label="Another role">
        {roles.map((role) => (
          <option key={role} value={role}>
            {roleNames[role]}
          </option>
        ))}
      </optgroup>
    </SelectField>
  )
}

function TimeFields({ draft, onChange }: FormProps) {
  return (
    <fieldset class="form-part">
      <legend class="field-label">5. Time</legend>
      <p class="field-help">
        Honest hours: the dates follow from them. Dates are given as early, likely and late.
      </p>
      <NumberField
        id="hours"
        label="Study"
        unit="hours a week"
        min={1}
        max={80}
        value={draft.hoursPerWeek}
        onValue={(hoursPerWeek) => onChange({ hoursPerWeek })}
      />
      <DateField
        id="deadline"
        label="Done by (optional)"
        help="The route then ends by this day, with nine chances in ten."
        value={draft.deadline}
        onValue={(deadline) => onChange({ deadline })}
      />
    </fieldset>
  )
}

/** The five variables, and the rest behind a disclosure. */
export function RouteForm(props: FormProps) {
  return (
    <form class="route-form" aria-label="About you" onSubmit={(event) => event.preventDefault()}>
      <RoleFields {...props} />
      <ExperienceFields {...props} />
      <StackFields {...props} />
      <DirectionFields {...props} />
      <TimeFields {...props} />
      <MoreFields {...props} />
    </form>
  )
}
