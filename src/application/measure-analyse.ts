import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { calibrate } from '../domain/measurement/calibration/calibrate.ts'
import { estimatePriors } from '../domain/measurement/calibration/estimate-priors.ts'
import type { Calibration } from '../domain/measurement/calibration/types.ts'
import { missing, type ResponseMatrix } from '../domain/measurement/model/response-matrix.ts'
import { summarisePosterior } from '../domain/measurement/scoring/estimate-ability.ts'
import { makePosterior } from '../domain/measurement/scoring/posterior-grid.ts'
import { type FitReport, judgeFit } from '../domain/measurement/statistics/fit-gates.ts'
import { itemStatistics } from '../domain/measurement/statistics/item-statistics.ts'
import { largestQ3, residualCorrelations } from '../domain/measurement/statistics/q3.ts'
import { itemFits } from '../domain/measurement/statistics/s-x2.ts'
import type { CalibrationFault } from './measure-calibrate.ts'
import { type DifAnswer, type GroupFault, measureDif } from './measure-dif.ts'
import { readResponses } from './measure-tables.ts'
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

/** All that the gates ask of an item, side by side. */
function examine(responses: ResponseMatrix, calibration: Calibration, model: AnalysisRequest['model']) {
  const parameters = calibration.items.map((item) => item.parameters)
  const count = parameters.map(() => parameterCount[model])
  return {
    parameters,
    classical: itemStatistics(responses),
    fits: itemFits(responses, parameters, { parameters: count }),
    q3: largestQ3(
      residualCorrelations(responses, parameters, abilities(responses, calibration)),
      parameters.length,
    ),
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
  const { group, reference, model } = request
  const dif =
    group === undefined
      ? ok(null)
      : await measureDif(ports, { ...request, group, ...(reference !== undefined && { reference }) })
  if (!dif.ok) return dif
  const priors = estimatePriors(responses, { items: { model } })
  if (!priors.ok) return fail({ code: 'no-responses' })
  const calibration = calibrate(responses, { items: { model, priors: priors.value }, standardErrors: 'none' })
  if (!calibration.ok) return fail({ code: 'no-responses' })
  const { parameters, classical, fits, q3 } = examine(responses, calibration.value, model)
  return ok(
    names.map((item, index) => {
      const { answered, p, itemRest } = classical[index]!
      const { a, b, c } = parameters[index]!
      const [fit, closest] = [fits[index]!, q3[index]]
      const difClass = dif.value?.items[index]?.class
      const report = judgeFit({
        answered,
        a,
        itemRest,
        fit,
        ...(closest && { largestQ3: closest.q3 }),
        ...(difClass && { dif: difClass }),
      })
      const { statistic, degrees } = fit
      const partner = closest ? { partner: names[closest.partner]!, value: closest.q3 } : null
      return {
        item,
        answered,
        p,
        itemRest,
        a,
        b,
        c,
        fit: { statistic, degrees, p: fit.p },
        q3: partner,
        dif: difClass ?? null,
        report,
      }
    }),
  )
}
