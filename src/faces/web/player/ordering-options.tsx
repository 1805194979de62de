import type { PresentedOption } from '../../../domain/form/types.ts'
import { RichLine } from '../parts/rich-text.tsx'
import { announce } from '../shell/announce.ts'
import { hasFreePlace, instructionOf } from './choosing.ts'
import type { OptionsProps } from './item-screen.tsx'
import { orderedOf, placeOption } from './sheet.ts'

type RowProps = OptionsProps & {
  readonly option: PresentedOption
  readonly place: number | null
  readonly placed: number
}

function moveTo({ item, given, store, option }: RowProps, place: number | null): void {
  store.change(item.position, { response: placeOption(given.response, option.id, place) })
  announce(place === null ? `${option.label} taken out` : `${option.label} at place ${place + 1}`)
}

function PlaceSelect(props: RowProps) {
  const { item, option, place, placed } = props
  const last = place === null ? placed + (hasFreePlace(item, placed) ? 1 : 0) : placed
  return (
    <label class="order-place">
      <span class="visually-hidden">Place of {option.label}</span>
      <select
        class="input"
        value={place === null ? '' : String(place)}
        onChange={(event) =>
          moveTo(props, event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
        }
      >
        <option value="">Not placed</option>
        {Array.from({ length: last }, (_, index) => (
          <option key={index} value={String(index)}>
            Place {index + 1}
          </option>
        ))}
      </select>
    </label>
  )
}

function MoveButtons(props: RowProps) {
  const { option, place, placed } = props
  if (place === null) return null
  return (
    <span class="order-moves">
      <button
        type="button"
        class="button"
        disabled={place === 0}
        aria-label={`Move ${option.label} up`}
        onClick={() => moveTo(props, place - 1)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        class="button"
        disabled={place === placed - 1}
        aria-label={`Move ${option.label} down`}
        onClick={() => moveTo(props, place + 1)}
      >
        <span aria-hidden="true">↓</span>
      </button>
    </span>
  )
}

function Row(props: RowProps) {
  const { option, place } = props
  return (
    <li class="order-row">
      {place === null ? null : <span class="order-number number">{place + 1}</span>}
      <span class="order-text">
        <span class="option-label">{option.label}.</span> <RichLine text={option.text} />
      </span>
      <PlaceSelect {...props} />
      <MoveButtons {...props} />
    </li>
  )
}

/** Options put in order: a place for each by select, and moved up and down by buttons. */
export function OrderingOptions(props: OptionsProps) {
  const { item, given } = props
  const ordered = orderedOf(given.response)
  const byId = new Map(item.options.map((option) => [option.id, option]))
  const inOrder = ordered.flatMap((id) => byId.get(id) ?? [])
  const others = item.options.filter((option) => !ordered.includes(option.id))
  return (
    <div class="ordering">
      <p class="item-instruction">{instructionOf(item)}.</p>
      <section aria-label="Your order">
        <h3>Your order</h3>
        {inOrder.length === 0 ? (
          <p class="soft">Nothing placed yet. Give an option its place below.</p>
        ) : null}
        <ol class="order-list">
          {inOrder.map((option, place) => (
            <Row key={option.id} {...props} option={option} place={place} placed={ordered.length} />
          ))}
        </ol>
      </section>
      {others.length === 0 ? null : (
        <section aria-label="Not placed">
          <h3>Not placed</h3>
          <ul class="order-list">
            {others.map((option) => (
              <Row key={option.id} {...props} option={option} place={null} placed={ordered.length} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
