import { unknown } from '../../../presentation/formats.ts'

/** One fact: what it is, and its value or null where no source has it. */
export type Fact = { readonly name: string; readonly value: string | null }

/** Facts in columns; what no source has is shown as unknown. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class={value === null ? 'is-unknown' : undefined}>{value ?? unknown}</dd>
        </div>
      ))}
    </dl>
  )
}
