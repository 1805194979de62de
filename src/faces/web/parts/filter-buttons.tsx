type Filter<Id extends string> = { readonly id: Id; readonly name: string; readonly count: number }

type Props<Id extends string> = {
  readonly filters: readonly Filter<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** A row of filters with their counts, one of them pressed. */
export function FilterButtons<Id extends string>({ filters, chosen, onChoose }: Props<Id>) {
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">Show</legend>
      {filters.map(({ id, name, count }) => (
        <button
          key={id}
          type="button"
          class="button"
          aria-pressed={chosen === id}
          onClick={() => onChoose(id)}
        >
          {name} ({count})
        </button>
      ))}
    </fieldset>
  )
}
