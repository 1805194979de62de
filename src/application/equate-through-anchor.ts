import { fail, ok, type Result } from '../domain/kernel/result.ts'
import {
  type AnchoredMoments,
  type AnchorKind,
  anchoredMoments,
  chainThroughAnchor,
  equateLevine,
  equateLevineTrueScores,
  equateTucker,
} from '../domain/measurement/equating/common-items.ts'
import { chainByRank } from '../domain/measurement/equating/equipercentile.ts'
import type { Line } from '../domain/measurement/equating/line.ts'
import { type Equated, type ScoresAlike, tabulate, tabulateLine } from './equate-forms.ts'
import { type AnchoredScores, readAnchoredScores } from './equate-tables.ts'
import type { Ports, TableFault } from './ports.ts'

/** Methods for two forms taken by different groups, linked by an anchor. */
export const anchorMethods = [
  'tucker',
  'levine',
  'levine-true-score',
  'chained-linear',
  'chained-equipercentile',
] as const
export type AnchorMethod = (typeof anchorMethods)[number]

export type AnchorRequest = {
  readonly x: string
  readonly y: string
  readonly method: AnchorMethod
  readonly anchor: AnchorKind
  /** Share of group X in the synthetic group, 0 to 1. */
  readonly weight: number
}

/** Score and anchor do not rise together in a group, so that the anchor links nothing. */
export type AnchorUnrelated = { readonly code: 'anchor-unrelated'; readonly file: string }

function lineOf(
  groups: { x: AnchoredMoments; y: AnchoredMoments },
  { method, anchor, weight }: AnchorRequest,
): Line {
  if (method === 'tucker') return equateTucker(groups, weight).line
  if (method === 'levine') return equateLevine(groups, { anchor, weight }).line
  if (method === 'levine-true-score') return equateLevineTrueScores(groups, anchor)
  return chainThroughAnchor(groups)
}

type Group = { readonly file: string; readonly scores: AnchoredScores; readonly moments: AnchoredMoments }

async function readGroup(
  ports: Pick<Ports, 'tables'>,
  file: string,
): Promise<Result<Group, TableFault | ScoresAlike | AnchorUnrelated>> {
  const table = await ports.tables.read(file)
  if (!table.ok) return table
  const scores = readAnchoredScores(table.value)
  if (!scores.ok) return scores
  const moments = anchoredMoments(scores.value.pairs)
  if (moments.variance === 0 || moments.anchorVariance === 0) return fail({ code: 'scores-alike', file })
  return moments.covariance > 0
    ? ok({ file, scores: scores.value, moments })
    : fail({ code: 'anchor-unrelated', file })
}

/** Equates form X to form Y from the scores of two groups on their form and on an anchor that both took. */
export async function equateThroughAnchor(
  ports: Pick<Ports, 'tables'>,
  request: AnchorRequest,
): Promise<Result<Equated, TableFault | ScoresAlike | AnchorUnrelated>> {
  const x = await readGroup(ports, request.x)
  if (!x.ok) return x
  const y = await readGroup(ports, request.y)
  if (!y.ok) return y
  const forms = { x: x.value.scores, y: y.value.scores }
  if (request.method !== 'chained-equipercentile')
    return ok(tabulateLine(forms.x.scores, lineOf({ x: x.value.moments, y: y.value.moments }, request)))
  const first = { x: forms.x.scores, anchor: forms.x.anchors }
  const second = { y: forms.y.scores, anchor: forms.y.anchors }
  return ok({ table: tabulate(forms.x.scores, (score) => chainByRank(score, first, second)) })
}
