/**
 * With which probability an item may be used in a session, by band of ability. A session draws one number per item at its
 * start; the item may be used while that number is below its probability in the candidate's present band. With one band and
 * probabilities from simulation this is Sympson and Hetter's method, with live counts the item-eligibility method.
 */
export type ExposureControl = {
  /** Borders between bands of ability, ascending; none for a single band. */
  readonly borders: readonly number[]
  /** One row per band, one probability per item, 0 to 1. */
  readonly probabilities: readonly Float64Array[]
}

/** How often, by band and item, a session could have used an item, and how often one did. */
export type ExposureCounts = {
  /** Sessions by band. */
  readonly sessions: readonly number[]
  readonly eligible: readonly Float64Array[]
  readonly administered: readonly Float64Array[]
}

/** The band of an ability: the number of borders at or below it. @example bandOf(0.3, [-0.5, 0.5]) // 1 */
export const bandOf = (theta: number, borders: readonly number[]): number =>
  borders.reduce((band, border) => (theta >= border ? band + 1 : band), 0)

const rows = (borders: readonly number[], items: number, value: number): Float64Array[] =>
  Array.from({ length: borders.length + 1 }, () => new Float64Array(items).fill(value))

/** A control that bars nothing yet. @example openExposure(3).probabilities[0]?.length // 3 */
export const openExposure = (items: number, borders: readonly number[] = []): ExposureControl => ({
  borders,
  probabilities: rows(borders, items, 1),
})

/**
 * Counts of no session yet.
 * @example noExposure(2).sessions // [0]
 */
export const noExposure = (items: number, borders: readonly number[] = []): ExposureCounts => ({
  sessions: [0, ...borders.map(() => 0)],
  eligible: rows(borders, items, 0),
  administered: rows(borders, items, 0),
})

/**
 * True where a session that drew `draw` for an item may use it at this ability.
 * @example isEligible(openExposure(1), 0, 0.9, 0) // true
 */
export const isEligible = (
  { borders, probabilities }: ExposureControl,
  item: number,
  draw: number,
  theta: number,
): boolean => draw < (probabilities[bandOf(theta, borders)]?.[item] ?? 1)

/**
 * The counts after one more session. A candidate counts in the band of the final estimate.
 *
 * @param session.draws the number drawn per item, 0 to below 1
 * @param session.administered positions of the items that were given
 * @example countSession(noExposure(1), openExposure(1), { draws: Float64Array.of(0.5), administered: [0], theta: 0 }).sessions // [1]
 */
export function countSession(
  counts: ExposureCounts,
  control: ExposureControl,
  session: { readonly draws: Float64Array; readonly administered: readonly number[]; readonly theta: number },
): ExposureCounts {
  const band = bandOf(session.theta, control.borders)
  const given = new Set(session.administered)
  const add = (count: number, yes: boolean): number => (yes ? count + 1 : count)
  const inBand = (
    table: readonly Float64Array[],
    next: (count: number, item: number) => number,
  ): Float64Array[] => table.map((row, index) => (index === band ? row.map(next) : row))
  return {
    sessions: counts.sessions.map((count, index) => (index === band ? count + 1 : count)),
    administered: inBand(counts.administered, (count, item) => add(count, given.has(item))),
    // An item given although barred, for want of another, was eligible after all.
    eligible: inBand(counts.eligible, (count, item) =>
      add(count, given.has(item) || isEligible(control, item, session.draws[item]!, session.theta)),
    ),
  }
}

/** What exposure is held to. */
export type ExposureTarget = {
  /** r_max, above 0 to 1; 0.2 to 0.25 is usual. */
  readonly highestRate: number
  /** Counts of real sessions, after each of which the control is renewed: an item at its rate rests until others catch up. */
  readonly live: boolean
}

/**
 * The probabilities that hold every item at the highest exposure rate, from counts so far.
 *
 * P(eligible) = min(1, r_max · eligible / administered), since exposure = P(eligible) · P(administered | eligible)
 *
 * @throws RangeError for a rate outside its range
 * @see Sympson, Hetter (1985), Proceedings of the 27th Military Testing Association, 973-977; van der Linden, Veldkamp (2004), Journal
 * of Educational and Behavioral Statistics 29, 273-291; Revuelta, Ponsoda (1998) for the rest
 * @example controlExposure({ sessions: [100], eligible: [Float64Array.of(100)], administered: [Float64Array.of(80)] }, [], { highestRate: 0.2, live: false }).probabilities // [Float64Array.of(0.25)]
 */
export function controlExposure(
  counts: ExposureCounts,
  borders: readonly number[],
  target: ExposureTarget,
): ExposureControl {
  const { highestRate, live } = target
  if (!(highestRate > 0 && highestRate <= 1))
    throw new RangeError('The highest exposure rate lies above 0 and up to 1.')
  const probabilities = counts.administered.map((row, band) => {
    const allowance = highestRate * counts.sessions[band]! + 1
    return row.map((administered, item) => {
      if (administered === 0) return 1
      if (live && administered > allowance) return 0
      return Math.min(1, (highestRate * counts.eligible[band]![item]!) / administered)
    })
  })
  return { borders, probabilities }
}

/**
 * Sympson and Hetter's calibration: simulates, adjusts, and simulates again under what was found.
 *
 * @param simulate counts of many simulated sessions under a control
 * @param options.rounds whole number from 1; 5 to 10 settle
 * @returns a control to be used as it is, without live counts
 * @example calibrateExposure(openExposure(1), () => ({ sessions: [10], eligible: [Float64Array.of(10)], administered: [Float64Array.of(10)] }), { highestRate: 0.5, rounds: 1 }).probabilities // [Float64Array.of(0.5)]
 */
export function calibrateExposure(
  start: ExposureControl,
  simulate: (control: ExposureControl) => ExposureCounts,
  { highestRate, rounds }: { readonly highestRate: number; readonly rounds: number },
): ExposureControl {
  let control = start
  for (let round = 0; round < rounds; round++)
    control = controlExposure(simulate(control), start.borders, { highestRate, live: false })
  return control
}
