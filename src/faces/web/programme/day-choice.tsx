import { formatDay } from '../../../presentation/formats.ts'
import { daysFrom, isDay, shiftDay, sliderReach } from './as-of.ts'

type Props = { readonly day: string; readonly today: string; readonly onDay: (day: string) => void }

/** The day to look at: a field for the exact day, a slider to watch the programme change. */
export function DayChoice({ day, today, onDay }: Props) {
  const offset = daysFrom(today, day)
  return (
    <fieldset class="day-choice">
      <legend class="visually-hidden">Day</legend>
      <div class="field">
        <label for="as-of">As of</label>
        <input
          id="as-of"
          class="input"
          type="date"
          required
          value={day}
          onInput={(event) => isDay(event.currentTarget.value) && onDay(event.currentTarget.value)}
        />
      </div>
      <div class="field day-slider">
        <label for="as-of-slider" class="visually-hidden">
          Move the day
        </label>
        <input
          id="as-of-slider"
          type="range"
          min={-sliderReach.back}
          max={sliderReach.ahead}
          step={1}
          value={offset}
          aria-valuetext={formatDay(day)}
          onInput={(event) => onDay(shiftDay(today, event.currentTarget.valueAsNumber))}
        />
        <p class="day-ends small soft" aria-hidden="true">
          <span>two years back</span>
          <span>a year ahead</span>
        </p>
      </div>
      <button type="button" class="button" disabled={day === today} onClick={() => onDay(today)}>
        Today
      </button>
    </fieldset>
  )
}
