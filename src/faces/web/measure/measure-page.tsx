import { useState } from 'preact/hooks'
import type { MeasurementView } from '../../../application/read-measurement.ts'
import { formatCount } from '../../../presentation/formats.ts'
import { stateText } from '../../../presentation/measurement-text.ts'
import { call, type Problem } from '../api/client.ts'
import { Loaded, ProblemNote, useLoad } from '../parts/load.tsx'
import { announce } from '../shell/announce.ts'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { FormList } from './form-list.tsx'
import { ItemList } from './item-list.tsx'
import './measure.css'
import { RunList } from './run-list.tsx'

function Calibrate({ view, onDone }: { readonly view: MeasurementView; readonly onDone: () => void }) {
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const calibrate = async (): Promise<void> => {
    setRunning(true)
    const answer = await call<{ readonly version: number }>(
      'POST',
      `/measurement/${view.examCode}/calibrations`,
      {},
    )
    setRunning(false)
    setProblem(answer.ok ? null : answer.error)
    if (!answer.ok) return
    announce(`Calibrated: version ${answer.value.version}`)
    onDone()
  }
  return (
    <div class="stack">
      <p class="row">
        <button
          type="button"
          class="button button-primary"
          disabled={running}
          onClick={() => void calibrate()}
        >
          {running ? 'Calibrating …' : 'Calibrate now'}
        </button>
        <span class="soft small">It also runs every night. Reports that were made keep their scores.</span>
      </p>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </div>
  )
}

function States({ view }: { readonly view: MeasurementView }) {
  const states = ['operational', 'provisional', 'uncalibrated', 'held'] as const
  return (
    <dl class="state-counts">
      {states.map((state) => (
        <div key={state}>
          <dt>{stateText(state)}</dt>
          <dd class="number">{view.states[state]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** For programme owners: what is measured of one exam's pool. */
export function MeasurePage({ params }: PageProps) {
  const code = params.code ?? ''
  const found = useLoad(
    () => call<MeasurementView>('GET', `/measurement/${encodeURIComponent(code)}`),
    [code],
  )
  return (
    <Page
      area="measure"
      title="Measurement"
      tab={`Measurement, ${code}`}
      above={
        <p class="eyebrow">{found.value === null ? code : `${found.value.examCode}, ${found.value.title}`}</p>
      }
      lead="For programme owners: how well each item works, how its parameters came about, and how forms compare."
    >
      <Loaded from={found} what="the measurement">
        {(view) => (
          <>
            <p class="prose">
              {view.version === 0
                ? `None of ${formatCount(view.items.length, 'item')} is measured yet: their difficulty is what judges said.`
                : `Parameters of version ${view.version}. Items by state:`}
            </p>
            <States view={view} />
            <Calibrate view={view} onDone={found.reload} />
            <p>
              <a href={`/measure/${view.examCode}/standard`}>Review a standard-setting panel</a>
            </p>
            <ItemList view={view} />
            <FormList view={view} />
            <RunList runs={view.runs} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
