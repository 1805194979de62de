/** The part of a form's item that the raw cut rests on. */
type JudgedItem = { readonly scored: boolean; readonly item: { readonly angoff: number } }

/**
 * The raw cut score of a form: raw cut = ceil(Σ Angoff value of the scored items), at most the number of scored items.
 * A whole number of items, 0 or more.
 *
 * @see Angoff (1971), Scales, norms, and equivalent scores
 * @example rawCutOf({ items: [{ scored: true, item: { angoff: 0.6 } }, { scored: true, item: { angoff: 0.7 } }] }) // 2
 */
export function rawCutOf(form: { readonly items: readonly JudgedItem[] }): number {
  const scored = form.items.filter((item) => item.scored)
  const expected = scored.reduce((sum, { item }) => sum + item.angoff, 0)
  // Decimal fractions add up to a hair above a whole number; that hair is not an item.
  return Math.max(0, Math.min(scored.length, Math.ceil(expected - 1e-9)))
}
