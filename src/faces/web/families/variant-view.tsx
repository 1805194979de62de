import type { FamilyEntry } from '../../../application/list-families.ts'
import type { TriedVariant } from '../../../application/try-family.ts'
import type { Response } from '../../../domain/item/types.ts'
import { formatCount } from '../../../presentation/formats.ts'
import { RichLine, RichText } from '../parts/rich-text.tsx'

type Props = { readonly variant: TriedVariant; readonly family: FamilyEntry }

/** What the key says of an option: its place in the order, the prompts that it matches, or that it belongs to the key. */
function keyWord({ presented }: TriedVariant, key: Response, optionId: string): string | null {
  if ('selected' in key) return key.selected.includes(optionId) ? 'Key' : null
  if ('ordered' in key) {
    const place = key.ordered.indexOf(optionId)
    return place < 0 ? null : `Place ${place + 1}`
  }
  const lines = (presented.prompts ?? []).flatMap(({ id }, index) =>
    key.matched[id] === optionId ? [String(index + 1)] : [],
  )
  return lines.length === 0 ? null : `Line ${lines.join(', ')}`
}

function Answer({ variant, family, optionId }: Props & { readonly optionId: string }) {
  const { answer, beliefs } = variant
  if (answer === undefined) return null
  const word = keyWord(variant, answer.key, optionId)
  const belief = family.misconceptions.find(({ id }) => id === beliefs?.[optionId])
  const rationale = answer.rationales.find((each) => each.optionId === optionId)
  return (
    <div class="variant-answer">
      {word === null ? null : (
        <span class="mark mark-well">
          <span aria-hidden="true">✓</span> {word}
        </span>
      )}
      <RichText text={rationale?.text ?? ''} />
      {belief === undefined ? null : <p class="soft small">Who believes it: {belief.statement}</p>}
    </div>
  )
}

/** One variant as a candidate would see it; with key, rationales and beliefs where they were asked for. */
export function VariantView({ variant, family }: Props) {
  const { presented, answer } = variant
  return (
    <article class="card variant" aria-label={`Variant of seed ${variant.seed}`}>
      <RichText text={presented.stem} />
      {presented.prompts === undefined ? null : (
        <ol class="variant-prompts">
          {presented.prompts.map(({ id, text }) => (
            <li key={id}>
              <RichLine text={text} />
            </li>
          ))}
        </ol>
      )}
      <ul class="variant-options">
        {presented.options.map((option) => (
          <li key={option.id}>
            <p>
              <span class="option-label">{option.label}.</span> <RichLine text={option.text} />
            </p>
            <Answer variant={variant} family={family} optionId={option.id} />
          </li>
        ))}
      </ul>
      {answer === undefined ? null : (
        <ul class="bullets small">
          {answer.references.map(({ title, url }) => (
            <li key={url}>
              <a href={url} rel="noreferrer">
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="soft small">
        {variant.itemId}, drawn from {formatCount(variant.tries, 'scenario')}, judged P(correct){' '}
        {variant.angoff.toFixed(2)}
      </p>
    </article>
  )
}
