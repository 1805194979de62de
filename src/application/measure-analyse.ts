import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { calibrate } from '../domain/measurement/calibration/calibrate.ts'
import { estimatePriors } from '../domain/measurement/calibration/estimate-priors.ts'
import type { Calibration } from '../domain/measurement/calibration/types.ts'
import type { ItemParameters } from '../domain/measurement/model/item-parameters.ts'
import { missing, type ResponseMatrix } from '../domain/measurement/model/response-matrix.ts'
import { summarisePosterior } from '../domain/measurement/scoring/estimate-ability.ts'
import { makePosterior } from '../domain/measurement/scoring/posterior-grid.ts'
import { type FitReport, judgeFit } from '../domain/measurement/statistics/fit-gates.ts'
import { type ItemStatistics, itemStatistics } from '../domain/measurement/statistics/item-statistics.ts'
import { largestQ3, residualCorrelations } from '../domain/measurement/statistics/q3.ts'
import { type ItemFit, itemFits } from '../domain/measurement/statistics/s-x2.ts'
import { type CalibrationFault, nameItems } from './measure-calibrate.ts'
import { type DifAnswer, type GroupFault, measureDif } from './measure-dif.ts'
import { type NamedResponses, readResponses } from './measure-tables.ts'
import type { Ports, TableFault } from './ports.ts'

/** Responses, and groups to test for differential functioning where there are any. */
export type AnalysisRequest = {
  readonly responses: string
  readonly model: '1pl' | '2pl' | '3pl'
  readonly group?: string
  readonly reference?: string
}

/** One item as an owner of a test looks at it. */
export type AnalysedItem = {
  readonly item: string
  readonly answered: number
  readonly p: number
  readonly itemRest: number
  readonly a: number
  readonly b: number
  readonly c: number
  readonly fit: { readonly statistic: number; readonly degrees: number; readonly p: number }
  readonly q3: { readonly partner: string; readonly value: number } | null
  readonly dif: DifAnswer['items'][number]['class'] | null
  readonly report: FitReport
}

function abilities(responses: ResponseMatrix, { items }: Calibration): number[] {
  const posterior = makePosterior(items.map(({ parameters }) => parameters))
  return Array.from({ length: responses.persons }, (_, person) => {
    const row = responses.cells.subarray(person * responses.items, (person + 1) * responses.items)
    return summarisePosterior(posterior(Array.from(row, (cell) => (cell === missing ? null : cell)))).theta
  })
}

const parameterCount = { '1pl': 1, '2pl': 2, '3pl': 3 }

/** All that the gates ask of the items, side by side. */
type Examination = {
  readonly names: readonly string[]
  readonly parameters: readonly ItemParameters[]
  readonly classical: readonly ItemStatistics[]
  readonly fits: readonly ItemFit[]
  readonly q3: ReturnType<typeof largestQ3>
  readonly dif: DifAnswer | null
}

function examine(
  { names, responses }: NamedResponses,
  calibration: Calibration,
  { model, dif }: { readonly model: AnalysisRequest['model']; readonly dif: DifAnswer | null },
): Examination {
  const parameters = calibration.items.map((item) => item.parameters)
  const residuals = residualCorrelations(responses, parameters, abilities(responses, calibration))
  return {
    names,
    parameters,
    classical: itemStatistics(responses),
    fits: itemFits(responses, parameters, { parameters: parameters.map(() => parameterCount[model]) }),
    q3: largestQ3(residuals, parameters.length),
    dif,
  }
}

function analyseItem(
  { names, parameters, classical, fits, q3, dif }: Examination,
  index: number,
): AnalysedItem {
  const { answered, p, itemRest } = classical[index]!
  const { a, b, c } = parameters[index]!
  const [fit, closest, difClass] = [fits[index]!, q3[index], dif?.items[index]?.class]
  const evidence = {
    answered,
    a,
    itemRest,
    fit,
    ...(closest && { largestQ3: closest.q3 }),
    ...(difClass && { dif: difClass }),
  }
  return {
    ...{ item: names[index]!, answered, p, itemRest, a, b, c },
    fit: { statistic: fit.statistic, degrees: fit.degrees, p: fit.p },
    q3: closest ? { partner: names[closest.partner]!, value: closest.q3 } : null,
    dif: difClass ?? null,
    report: judgeFit(evidence),
  }
}

/** Calibrates a file of responses and judges every item by the fit gates. */
export async function analyseItems(
  ports: Pick<Ports, 'tables'>,
  request: AnalysisRequest,
): Promise<Result<readonly AnalysedItem[], CalibrationFault | TableFault | GroupFault>> {
  const table = await readResponses(ports, request.responses)
  if (!table.ok) return table
  const { responses, names } = table.value
  const { group, model } = request
  const dif = group === undefined ? ok(null) : await measureDif(ports, { ...request, group })
  if (!dif.ok) return dif
  const priors = estimatePriors(responses, { items: { model } })
  if (!priors.ok) return fail(nameItems(priors.error, names))
  const calibration = calibrate(responses, { items: { model, priors: priors.value }, standardErrors: 'none' })
  if (!calibration.ok) return fail(nameItems(calibration.error, names))
  const examination = examine(table.value, calibration.value, { model, dif: dif.value })
  return ok(names.map((_, index) => analyseItem(examination, index)))
}
