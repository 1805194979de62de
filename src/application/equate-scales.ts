import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { curveNodes, linkHaebara, linkStockingLord } from '../domain/measurement/linking/curve-links.ts'
import { linkMeanMean, linkMeanSigma } from '../domain/measurement/linking/moment-links.ts'
import type { CommonItems, ScaleLink } from '../domain/measurement/linking/scale-link.ts'
import type { ItemParameters } from '../domain/measurement/model/item-parameters.ts'
import { readParameters } from './equate-tables.ts'
import type { Ports, TableFault } from './ports.ts'

export const linkMethods = ['mean-mean', 'mean-sigma', 'haebara', 'stocking-lord'] as const
export type LinkMethod = (typeof linkMethods)[number]

export type LinkRequest = {
  readonly x: string
  readonly y: string
  readonly method: LinkMethod
  /** Names of the common items; every item that both tables name when left out. */
  readonly anchors?: readonly string[]
  /** Scaling constant of the discriminations in both tables. */
  readonly scale: number
  /** Number of equally weighted abilities on [-4, 4] for the curve methods. */
  readonly nodes: number
}

/** A table does not have an item that was named as common. */
export type AnchorUnknown = {
  readonly code: 'anchor-unknown'
  readonly file: string
  readonly anchor: string
}
/** The common items are too few, or too alike, for this method. */
export type LinkUndetermined = { readonly code: 'link-undetermined'; readonly anchors: number }

type Parameters = ReadonlyMap<string, ItemParameters>

function pickAnchors(request: LinkRequest, x: Parameters, y: Parameters): Result<CommonItems, AnchorUnknown> {
  const names = request.anchors ?? [...x.keys()].filter((name) => y.has(name))
  const missing = (file: string, items: Parameters): AnchorUnknown[] =>
    names.filter((name) => !items.has(name)).map((anchor) => ({ code: 'anchor-unknown', file, anchor }))
  const [unknown] = [...missing(request.x, x), ...missing(request.y, y)]
  if (unknown !== undefined) return fail(unknown)
  const pick = (items: Parameters) => names.map((name) => items.get(name) as ItemParameters)
  return ok({ x: pick(x), y: pick(y) })
}

function linkBy({ method, nodes }: LinkRequest, items: CommonItems): ScaleLink {
  if (method === 'mean-mean') return linkMeanMean(items)
  if (method === 'mean-sigma') return linkMeanSigma(items)
  const options = { nodes: curveNodes(nodes) }
  return method === 'haebara' ? linkHaebara(items, options) : linkStockingLord(items, options)
}

/** Carries the scale of form X to that of form Y by their common items: theta_Y = a · theta_X + b. */
export async function equateScales(
  ports: Pick<Ports, 'tables'>,
  request: LinkRequest,
): Promise<
  Result<{ readonly a: number; readonly b: number }, TableFault | AnchorUnknown | LinkUndetermined>
> {
  const parameters: Parameters[] = []
  for (const file of [request.x, request.y]) {
    const table = await ports.tables.read(file)
    if (!table.ok) return table
    const items = readParameters(table.value, request.scale)
    if (!items.ok) return items
    parameters.push(items.value)
  }
  const common = pickAnchors(request, ...(parameters as [Parameters, Parameters]))
  if (!common.ok) return common
  try {
    const { slope, intercept } = linkBy(request, common.value)
    return ok({ a: slope, b: intercept })
  } catch (error) {
    if (error instanceof RangeError)
      return fail({ code: 'link-undetermined', anchors: common.value.x.length })
    throw error
  }
}
