/** The gates an item passes through, as their findings name them. */
const gates: Readonly<Record<string, string>> = {
  fit: 'fit to the model',
  'local-dependence': 'dependence on another item',
  discrimination: 'discrimination',
  'item-rest': 'correlation with the rest',
  dif: 'difference between groups',
  drift: 'drift of difficulty',
  responses: 'number of responses',
}

const stateNames: Readonly<Record<string, string>> = {
  uncalibrated: 'Judged only',
  provisional: 'Provisional',
  operational: 'Operational',
  held: 'Held',
}

/** The words for the state of an item's parameters. @example stateText('operational') // 'Operational' */
export const stateText = (state: string): string => stateNames[state] ?? state

/** The name of a gate. @example gateName('dif') // 'difference between groups' */
export const gateName = (gate: string): string => gates[gate] ?? gate

const difClasses = ['A', 'B', 'C'] as const

/** The figure of a finding, as its gate counts: a p-value, a class, a number of responses. @example gateFigure({ gate: 'dif', figure: 2 }) // 'C' */
export function gateFigure({
  gate,
  figure,
}: {
  readonly gate: string
  readonly figure: number | null
}): string {
  if (figure === null) return ''
  if (gate === 'responses') return String(figure)
  if (gate === 'dif') return difClasses[figure] ?? String(figure)
  if (gate !== 'fit') return figure.toFixed(2)
  return figure < 0.001 ? 'p below 0.001' : `p ${figure.toFixed(3)}`
}

/** One finding of a gate, with the figure it rests on. @example gateText({ gate: 'discrimination', verdict: 'hold', figure: 0.31 }) // 'hold: discrimination 0.31' */
export function gateText({
  gate,
  verdict,
  figure,
}: {
  readonly gate: string
  readonly verdict: string
  readonly figure: number | null
}): string {
  const shown = gateFigure({ gate, figure })
  return `${verdict}: ${gateName(gate)}${shown === '' ? '' : ` ${shown}`}`
}

/** How the scale of a calibration was found. @example linkText({ link: 'judged', anchors: 0 }) // 'scale set by the judged values' */
export const linkText = ({
  link,
  anchors,
}: {
  readonly link: 'judged' | 'anchors'
  readonly anchors: number
}): string =>
  link === 'judged' ? 'scale set by the judged values' : `scale carried on by ${anchors} anchors`

/** A family in a calibration, with the spread of its variants and how well that is known. */
export type MeasuredFamily = {
  readonly family: string
  readonly parameters: { readonly a: number; readonly b: number }
  readonly difficultySd: number
  readonly spread: number
  readonly spreadLow: number
  readonly spreadHigh: number
  readonly siblings: number
  readonly responses: number
}

/** A family's parameters in one line. b and the spread are in units of ability; the interval is central, 95 %. */
export const familyText = ({ parameters, difficultySd, ...family }: MeasuredFamily): string =>
  `${family.family}: a ${parameters.a.toFixed(2)}, b ${parameters.b.toFixed(2)} ± ${difficultySd.toFixed(2)}, its variants spread by ${family.spread.toFixed(2)} (${family.spreadLow.toFixed(2)} to ${family.spreadHigh.toFixed(2)}); ${family.responses} responses to ${family.siblings} variants`
