import type { PackSummary } from '../../../application/read-programme.ts'
import { formatMinutes } from '../../../presentation/formats.ts'
import { minutesOf, multipliers, type StartChoice } from './start-choice.ts'

type Props = {
  readonly pack: PackSummary
  readonly choice: StartChoice
  readonly onChoose: (choice: StartChoice) => void
}

/** How much time: the standard, more of it, or none. Practice belongs to the learner; a programme's exam always has a clock. */
export function ClockChoice({ pack, choice, onChoose }: Props) {
  const offered = multipliers.filter(({ value }) => value !== null || pack.purpose === 'practice')
  const minutes = choice.way === 'exam' ? minutesOf(pack, choice.multiplier) : null
  return (
    <div class="field start-clock">
      <label for="start-time">Time</label>
      <select
        id="start-time"
        class="input"
        value={String(choice.multiplier)}
        onChange={(event) => {
          const { value } = event.currentTarget
          onChoose({ ...choice, multiplier: value === 'null' ? null : Number(value) })
        }}
      >
        {offered.map(({ value, name }) => (
          <option key={name} value={String(value)}>
            {name}
          </option>
        ))}
      </select>
      <p class="field-help">
        {minutes === null
          ? 'More time is there for whoever needs it; the report does not mention it.'
          : `${formatMinutes(minutes)} on the clock. More time is there for whoever needs it.`}
      </p>
    </div>
  )
}
