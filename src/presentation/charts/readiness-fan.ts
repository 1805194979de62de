import { formatDay, formatPercent, formatShortDay } from '../formats.ts'
import { drawAxes, drawBand, drawDot, drawLine, type Plot, percentTicks, placeX, placeY } from './plot.ts'
import { chart, textAt } from './svg.ts'

/** Chances on the days to come; null numbers where the interval is too wide to show. `width` in user units, 280 at least. */
export type ReadinessFan = {
  readonly id: string
  readonly width: number
  readonly points: readonly {
    readonly on: string
    readonly days: number
    readonly probability: number | null
    readonly low: number | null
    readonly high: number | null
  }[]
}

type Shown = {
  readonly on: string
  readonly days: number
  readonly probability: number
  readonly low: number
  readonly high: number
}

const height = 280

const shownOf = ({ points }: ReadinessFan): Shown[] =>
  points.flatMap(({ on, days, probability, low, high }) =>
    probability === null || low === null || high === null ? [] : [{ on, days, probability, low, high }],
  )

function plotOf({ width, points }: ReadinessFan): Plot {
  const last = points.at(-1)?.days ?? 84
  const every = width < 500 ? 4 : 2
  const ticks = points
    .filter((_, index) => index % every === 0)
    .map(({ days, on }) => ({ at: days, label: days === 0 ? 'today' : formatShortDay(on) }))
  return {
    width,
    height,
    x: { from: 0, to: Math.max(1, last), ticks, name: 'day of the exam' },
    y: { from: 0, to: 1, ticks: percentTicks },
  }
}

function describe(shown: readonly Shown[]): string {
  const [first, last] = [shown[0], shown.at(-1)]
  if (first === undefined || last === undefined)
    return 'No chance is shown: its interval is wider than one half on every day.'
  const say = ({ on, probability, low, high }: Shown): string =>
    `on ${formatDay(on)} ${formatPercent(probability)}, between ${formatPercent(low)} and ${formatPercent(high)}`
  return `Chance of reaching the cut: ${say(first)}${last === first ? '' : `; ${say(last)}`}.`
}

/**
 * Draws the chance of reaching the cut by the day of the exam, with its 80 % interval as a band. Days whose interval is wider than
 * one half are left out: the band ends there, and says so.
 */
export function readinessFan(fan: ReadinessFan): string {
  const plot = plotOf(fan)
  const shown = shownOf(fan)
  const [first, last] = [shown[0], shown.at(-1)]
  const ended = last !== undefined && shown.length < fan.points.length
  const note = ended
    ? textAt(
        Math.min(placeX(plot, last.days) + 8, fan.width - 150),
        placeY(plot, 0.96),
        'beyond: too wide to tell',
        { size: 12, soft: true },
      )
    : ''
  return chart(
    {
      id: fan.id,
      width: fan.width,
      height,
      title: 'Readiness by day of the exam',
      description: describe(shown),
    },
    drawAxes(plot),
    drawBand(
      plot,
      shown.map(({ days, low }) => ({ x: days, y: low })),
      shown.map(({ days, high }) => ({ x: days, y: high })),
    ),
    drawLine(
      plot,
      shown.map(({ days, probability }) => ({ x: days, y: probability })),
      { class: 'plot-line', thickness: 2.5 },
    ),
    first === undefined ? '' : drawDot(plot, { x: first.days, y: first.probability }, 5),
    note,
  )
}
