import type { FormSummary, MeasurementView } from '../../../application/read-measurement.ts'
import { dashesOf, formCurves } from '../../../presentation/charts/form-curves.ts'
import { formatDay, formatPercent } from '../../../presentation/formats.ts'
import { Figure } from '../parts/figure.tsx'

const nameOf = (index: number): string => `Form ${String.fromCharCode(65 + index)}`

function Sample({ index }: { readonly index: number }) {
  return (
    <svg viewBox="0 0 40 8" class="chart form-sample" aria-hidden="true">
      <path
        class={`plot-line plot-line-${(index % 6) + 1}`}
        d="M0 4H40"
        stroke="currentColor"
        stroke-width="2"
        stroke-dasharray={dashesOf(index)}
      />
    </svg>
  )
}

function Row({ form, index }: { readonly form: FormSummary; readonly index: number }) {
  return (
    <tr>
      <th scope="row">
        {nameOf(index)} <Sample index={index} />
      </th>
      <td>{formatDay(form.drawnOn)}</td>
      <td class="figure-cell">
        {form.rawCut} of {form.scored}
      </td>
      <td class="figure-cell">{formatPercent(form.accuracy)}</td>
      <td class="figure-cell">{formatPercent(form.consistency)}</td>
      <td class="figure-cell">{form.reliability.toFixed(2)}</td>
      <td class="figure-cell">{form.standardErrorRaw.toFixed(1)}</td>
      <td class="small">
        version {form.parametersVersion}, <code>{form.conversionHash.slice(0, 8)}</code>
      </td>
    </tr>
  )
}

function FormTable({ forms }: { readonly forms: readonly FormSummary[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section class="wide-table" tabIndex={0} aria-label="Forms, scrolls sideways">
      <table>
        <thead>
          <tr>
            <th scope="col">Form</th>
            <th scope="col">Drawn</th>
            <th scope="col">Raw cut</th>
            <th scope="col">Accuracy</th>
            <th scope="col">Consistency</th>
            <th scope="col">Reliability</th>
            <th scope="col">Error, items</th>
            <th scope="col">Parameters, table</th>
          </tr>
        </thead>
        <tbody>
          {forms.map((form, index) => (
            <Row key={form.formId} form={form} index={index} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FormFigures({ forms, cutScore }: Pick<MeasurementView, 'forms' | 'cutScore'>) {
  const curves = (value: 'expected' | 'information') =>
    forms.map(({ curve }, index) => ({
      name: nameOf(index),
      points: curve.map((point) => ({ scaled: point.scaled, value: point[value] })),
    }))
  const draw = (id: string, title: string, value: 'expected' | 'information') => (width: number) =>
    formCurves({ id, width, cutScore, title, curves: curves(value) })
  return (
    <div class="two-figures">
      <Figure caption="Expected raw score" draw={draw('tcc', 'Expected raw score by form', 'expected')} />
      <Figure
        caption="Information: how finely the form tells candidates apart"
        draw={draw('tif', 'Information by form', 'information')}
      />
    </div>
  )
}

/** Forms as they were drawn, side by side: cut, decisions, curves. */
export function FormList({ view }: { readonly view: MeasurementView }) {
  const { forms, cutScore } = view
  return (
    <section class="section">
      <h2>Forms side by side</h2>
      {forms.length === 0 ? (
        <p class="soft">No full exam has been drawn yet.</p>
      ) : (
        <>
          <FormTable forms={forms} />
          <FormFigures forms={forms} cutScore={cutScore} />
          <p class="soft small prose">
            A form should decide alike twice for at least 85% of candidates; below that, lengthen it. The raw
            cut differs from form to form so that the standard does not.
          </p>
        </>
      )}
    </section>
  )
}
