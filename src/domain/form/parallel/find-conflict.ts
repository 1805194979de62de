/**
 * An irreducible set of parts that cannot all hold: each part is left out in turn, and for good where the others conflict without
 * it. What is returned conflicts, and without any one of its parts it would not.
 *
 * @param parts a list that conflicts as a whole
 * @param conflicts tells whether a list of parts conflicts; where it cannot tell it says no, and the part stays
 * @see Chinneck, Dravnieks (1991), Locating minimal infeasible constraint sets in linear programs (the deletion filter)
 * @example await findConflict([3, 5, 9], async (parts) => parts.includes(5)) // [5]
 */
export async function findConflict<T>(
  parts: readonly T[],
  conflicts: (parts: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let kept = parts
  for (const part of parts) {
    const others = kept.filter((each) => each !== part)
    if (await conflicts(others)) kept = others
  }
  return kept
}
