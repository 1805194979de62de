import type { Soonest } from './ceiling.ts'
import { firstFee } from './extend-label.ts'
import { bestPercent, type Hope, mostOf } from './hope.ts'
import type { Label } from './label.ts'
import type { Objective, Problem } from './problem.ts'

/** A leg that could still come: the points it adds at most, and the room it takes at least. */
type Filler = { readonly adds: number; readonly takes: number }

/** The most that fits into a room when legs could be taken in part, densest first. Source: Dantzig, 1957. */
export function fillRoom(fillers: readonly Filler[], room: number): number {
  let [left, sum] = [room, 0]
  for (const { adds, takes } of fillers) {
    if (takes > left) return sum + (takes > 0 ? (adds * left) / takes : 0)
    left -= takes
    sum += adds
  }
  return sum
}

type RoomInput = {
  readonly problem: Problem
  readonly objective: Objective
  readonly hopes: readonly Hope[]
  readonly soonest: Soonest
}

const byDensity = (one: Filler, other: Filler): number => other.adds * one.takes - one.adds * other.takes

/** What each candidate that is left could add to a mask, and the room it would take; only what adds something. */
function fillersAt(
  { problem, objective, hopes, soonest }: RoomInput,
  mask: number,
  takes: (hope: Hope, known: number) => number,
): readonly Filler[] {
  const all = 2 ** hopes.length - 1
  return hopes
    .filter(({ candidate }) => (candidate.bit & mask) === 0)
    .map((hope) => ({
      adds: mostOf(hope, objective, {
        passed: mask,
        known: all & ~hope.candidate.bit,
        begun: soonest.expected[mask]!,
        percent: bestPercent(problem, all),
      }),
      takes: takes(hope, all & ~hope.candidate.bit),
    }))
    .filter(({ adds }) => adds > 0)
    .sort(byDensity)
}

function remembered(fillers: (mask: number) => readonly Filler[]): (mask: number) => readonly Filler[] {
  const known = new Map<number, readonly Filler[]>()
  return (mask) => {
    const found = known.get(mask) ?? fillers(mask)
    known.set(mask, found)
    return found
  }
}

/**
 * Makes the function that bounds what can still be gained by the room that is left: days to the deadline, and dollars of the
 * budget. Infinity where nothing limits, or where certifications are required and could cost more than they bring.
 */
export function roomCeiling(input: RoomInput): (label: Label) => number {
  const { problem, objective } = input
  if (objective.required !== 0) return () => Number.POSITIVE_INFINITY
  const days = remembered((mask) =>
    fillersAt(input, mask, ({ lateDays, shares }, known) => lateDays * shares[known]!),
  )
  const dollars = remembered((mask) =>
    fillersAt(input, mask, (hope) => firstFee(hope, { percent: bestPercent(problem, -1) })),
  )
  return ({ mask, latest, spentUsd }) => {
    const inTime = Number.isFinite(problem.deadline)
      ? fillRoom(days(mask), problem.deadline - latest)
      : Number.POSITIVE_INFINITY
    const inBudget = Number.isFinite(problem.budgetUsd)
      ? fillRoom(dollars(mask), problem.budgetUsd - spentUsd)
      : Number.POSITIVE_INFINITY
    return Math.min(inTime, inBudget)
  }
}
