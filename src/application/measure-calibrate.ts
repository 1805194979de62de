import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { calibrate } from '../domain/measurement/calibration/calibrate.ts'
import { estimatePriors } from '../domain/measurement/calibration/estimate-priors.ts'
import type {
  Calibration,
  CalibrationOptions,
  CalibrationRefusal,
  ItemPriors,
  ItemSetup,
} from '../domain/measurement/calibration/types.ts'
import type { ItemParameters } from '../domain/measurement/model/item-parameters.ts'
import { type NamedResponses, readGroups, readItemFile, readResponses } from './measure-tables.ts'
import type { CalibrationJob, CalibrationWatch, Calibrator, Ports, TableFault } from './ports.ts'

/** What a person asks of a calibration. */
export type CalibrationRequest = {
  readonly responses: string
  readonly model: '1pl' | '2pl' | '3pl' | '4pl'
  /** Without priors the estimates are of maximum likelihood. */
  readonly priors: boolean
  /** File with the group of each row; the first group named is the reference. */
  readonly group?: string
  /** File with bank values of items that stay fixed. */
  readonly anchors?: string
  /** Scaling constant D of the discriminations, in the anchors and in the answer. */
  readonly scale: number
  /** The common slope of the 1PL; estimated unless given. */
  readonly slope?: number
  readonly nodes?: number
  readonly tolerance?: number
  readonly standardErrors?: 'oakes' | 'cross-product' | 'none'
}

/** Estimates of a calibration; standard errors are null where there are none. */
export type CalibrationAnswer = {
  readonly logLik: number
  readonly converged: boolean
  readonly iterations: number
  readonly items: readonly {
    readonly item: string
    readonly a: number
    readonly b: number
    readonly c: number
    readonly d?: number
    readonly seA: number | null
    readonly seB: number | null
  }[]
  readonly latent: { readonly mean: number; readonly sd: number }
  readonly groups?: readonly { readonly group: string; readonly mean: number; readonly sd: number }[]
}

/** Items that leave no finite maximum, by name. */
export type CalibrationFault =
  | TableFault
  | { readonly code: 'no-responses' }
  | { readonly code: 'calibration-stopped' }
  | { readonly code: 'item-never-varies'; readonly items: readonly string[] }

/** The same refusal with items by name instead of position. */
export const nameItems = (
  refusal: CalibrationRefusal | { readonly code: 'calibration-stopped' },
  names: readonly string[],
): CalibrationFault =>
  refusal.code === 'item-never-varies'
    ? { ...refusal, items: refusal.items.map((item) => names[item]!) }
    : refusal

type Inputs = {
  readonly named: NamedResponses
  readonly groups: readonly string[]
  readonly anchors: ReadonlyMap<string, ItemParameters>
}

async function readInputs(
  ports: Pick<Ports, 'tables'>,
  request: CalibrationRequest,
): Promise<Result<Inputs, TableFault>> {
  const named = await readResponses(ports, request.responses)
  if (!named.ok) return named
  const groups =
    request.group === undefined
      ? ok([])
      : await readGroups(ports, request.group, named.value.responses.persons)
  if (!groups.ok) return groups
  const anchors =
    request.anchors === undefined
      ? ok(new Map<string, ItemParameters>())
      : await readItemFile(ports, request.anchors, request.scale)
  return anchors.ok ? ok({ named: named.value, groups: groups.value, anchors: anchors.value }) : anchors
}

const setupOf = (
  model: ItemSetup['model'],
  priors: ItemPriors | undefined,
  fixed: ItemParameters | undefined,
): ItemSetup => ({
  model,
  ...(priors && { priors }),
  ...(fixed && { fixed }),
})

/** Options of the calibration proper, and the names of the groups in the order of their numbers. */
function optionsFor({ named, groups, anchors }: Inputs, request: CalibrationRequest) {
  const groupNames = [...new Set(groups)]
  const { model, slope, nodes, tolerance, standardErrors, scale } = request
  const make = (priors: ItemPriors | undefined): CalibrationOptions => ({
    items: named.names.map((name) => setupOf(model, priors, anchors.get(name))),
    ...(groupNames.length > 0 && { groups: groups.map((group) => groupNames.indexOf(group)) }),
    ...(slope !== undefined && { slope: slope * scale }),
    ...(nodes !== undefined && { nodes }),
    ...(tolerance !== undefined && { tolerance }),
    ...(standardErrors !== undefined && { standardErrors }),
  })
  return { groupNames, make }
}

type Names = { readonly names: readonly string[]; readonly groupNames: readonly string[] }

function answer(
  calibration: Calibration,
  { names, groupNames, scale }: Names & { readonly scale: number },
): CalibrationAnswer {
  const latent = calibration.groups.map(({ mean, sd }) => ({ mean, sd }))
  return {
    logLik: calibration.logLikelihood,
    converged: calibration.converged,
    iterations: calibration.steps,
    items: calibration.items.map(({ model, parameters, standardErrors }, index) => ({
      item: names[index]!,
      a: parameters.a / scale,
      b: parameters.b,
      c: parameters.c,
      ...(model === '4pl' && { d: parameters.d }),
      seA: standardErrors ? standardErrors.a / scale : null,
      seB: standardErrors?.b ?? null,
    })),
    latent: latent[0]!,
    ...(groupNames.length > 0 && {
      groups: latent.map((each, index) => ({ group: groupNames[index]!, ...each })),
    }),
  }
}

/** Cells from which a calibration takes long enough to be watched. */
const largeData = 1_000_000

/** Small data are calibrated at once, large ones away from this thread, with word of every step. */
async function calibrateWatched(
  { calibrator }: Pick<Ports, 'calibrator'>,
  job: CalibrationJob,
  watch: CalibrationWatch,
): ReturnType<Calibrator['calibrate']> {
  const cells = job.responses.persons * job.responses.items
  return cells < largeData ? calibrate(job.responses, job.options) : calibrator.calibrate(job, watch)
}

/** Calibrates the items of a file of responses; priors, where wanted, are centred on the data. */
export async function calibrateItems(
  ports: Pick<Ports, 'tables' | 'calibrator'>,
  request: CalibrationRequest,
  watch: CalibrationWatch = {},
): Promise<Result<CalibrationAnswer, CalibrationFault>> {
  const inputs = await readInputs(ports, request)
  if (!inputs.ok) return inputs
  const { responses, names } = inputs.value.named
  const { groupNames, make } = optionsFor(inputs.value, request)
  const priors = request.priors ? estimatePriors(responses, make(undefined)) : ok(undefined)
  if (!priors.ok) return fail(nameItems(priors.error, names))
  const calibration = await calibrateWatched(ports, { responses, options: make(priors.value) }, watch)
  if (!calibration.ok) return fail(nameItems(calibration.error, names))
  return ok(answer(calibration.value, { names, groupNames, scale: request.scale }))
}
