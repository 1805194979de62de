import type { DifClass } from './mantel-haenszel.ts'
import type { ItemFit } from './s-x2.ts'

/** What is known of an item's fit; undefined for what was not or could not be looked at. */
export type FitEvidence = {
  readonly answered: number
  readonly a?: number
  readonly itemRest?: number
  readonly fit?: ItemFit
  readonly largestQ3?: number
  readonly dif?: DifClass
  /** Change of b against the bank, in theta and in standard errors. */
  readonly drift?: { readonly changeB: number; readonly zB: number }
}

/** The gates, in the order in which they are reported. */
export type FitGate =
  | 'fit'
  | 'local-dependence'
  | 'discrimination'
  | 'item-rest'
  | 'dif'
  | 'drift'
  | 'responses'

/** Keep in scoring; keep and watch; hold from scoring until reviewed. */
export type FitVerdict = 'keep' | 'watch' | 'hold'

/** One gate: what it says and the figure it rests on; `unknown` when nothing was there to judge. */
export type GateFinding = {
  readonly gate: FitGate
  readonly verdict: FitVerdict | 'unknown'
  readonly figure: number | null
}

/** The verdict on an item is its worst gate; the reasons are the gates that are not `keep`. */
export type FitReport = {
  readonly verdict: FitVerdict
  readonly findings: readonly GateFinding[]
  readonly reasons: readonly GateFinding[]
}

type Rule = (evidence: FitEvidence) => {
  readonly figure: number | undefined
  readonly hold: boolean
  readonly watch: boolean
}

const present = (figure: number | undefined): figure is number =>
  figure !== undefined && !Number.isNaN(figure)
const below = (figure: number | undefined, limit: number): boolean => present(figure) && figure < limit
const above = (figure: number | undefined, limit: number): boolean => present(figure) && figure > limit
const difRank: Readonly<Record<DifClass, number>> = { A: 0, B: 1, C: 2 }

const rules: Readonly<Record<FitGate, Rule>> = {
  fit: ({ fit }) => ({
    figure: fit?.p,
    hold: below(fit?.p, 0.001) && fit!.persons >= 500,
    watch: below(fit?.p, 0.01),
  }),
  'local-dependence': ({ largestQ3 }) => ({
    figure: largestQ3,
    hold: above(largestQ3, 0.2),
    watch: above(largestQ3, 0.15),
  }),
  discrimination: ({ a }) => ({ figure: a, hold: below(a, 0.4), watch: below(a, 0.5) }),
  'item-rest': ({ itemRest }) => ({
    figure: itemRest,
    hold: below(itemRest, 0.1),
    watch: below(itemRest, 0.15),
  }),
  dif: ({ dif }) => ({ figure: dif && difRank[dif], hold: dif === 'C', watch: dif === 'B' }),
  drift: ({ drift }) => {
    const [size, error] = [Math.abs(drift?.changeB ?? Number.NaN), Math.abs(drift?.zB ?? Number.NaN)]
    return { figure: drift?.changeB, hold: size > 0.3 && error > 3, watch: size > 0.2 && error > 2 }
  },
  responses: ({ answered }) => ({ figure: answered, hold: false, watch: answered < 200 }),
}

function judge(gate: FitGate, evidence: FitEvidence): GateFinding {
  const { figure, hold, watch } = rules[gate](evidence)
  if (!present(figure)) return { gate, verdict: 'unknown', figure: null }
  return { gate, verdict: hold ? 'hold' : watch ? 'watch' : 'keep', figure }
}

/**
 * Judges an item by all gates. Hold: S-X² p < .001 with 500 persons or more, Q3 > .2, a < .4, corrected item-rest < .10,
 * Mantel-Haenszel class C, or b drifted by more than 3 standard errors and .3. Watch: p < .01, Q3 > .15, a < .5, item-rest < .15,
 * class B, 2 standard errors and .2, or fewer than 200 answers. A gate without evidence says `unknown` and decides nothing.
 *
 * @example judgeFit({ answered: 1000, a: 0.3 }).verdict // 'hold'
 */
export function judgeFit(evidence: FitEvidence): FitReport {
  const findings = (Object.keys(rules) as FitGate[]).map((gate) => judge(gate, evidence))
  const has = (verdict: FitVerdict): boolean => findings.some((finding) => finding.verdict === verdict)
  return {
    verdict: has('hold') ? 'hold' : has('watch') ? 'watch' : 'keep',
    findings,
    reasons: findings.filter(({ verdict }) => verdict === 'hold' || verdict === 'watch'),
  }
}
