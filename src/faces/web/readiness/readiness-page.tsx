import type { ReadinessView } from '../../../application/read-readiness.ts'
import { readinessFan } from '../../../presentation/charts/readiness-fan.ts'
import { formatCount, formatDay } from '../../../presentation/formats.ts'
import { formatChance, formatChances } from '../../../presentation/report-text.ts'
import { call } from '../api/client.ts'
import { Figure } from '../parts/figure.tsx'
import { Loaded, useLoad } from '../parts/load.tsx'
import { useStart } from '../parts/use-start.ts'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { CalibrationRecord } from './calibration-record.tsx'
import { OutcomeReports } from './outcome-reports.tsx'
import './readiness.css'

function Today({ view }: { readonly view: ReadinessView }) {
  const { probability, low, high, basis } = view.readiness
  return (
    <section class="readiness-today" aria-label="Today">
      {probability === null || low === null || high === null ? (
        <p class="readiness-word">Not yet</p>
      ) : (
        <p class="readiness-number number">
          {formatChance(probability)}
          <span class="readiness-of"> chance of reaching the cut today, {formatChances(low, high)}</span>
        </p>
      )}
      <p class="prose">{basis}</p>
    </section>
  )
}

function Narrow({ view }: { readonly view: ReadinessView }) {
  const { start, starting } = useStart()
  return (
    <p class="row">
      <button
        type="button"
        class="button button-primary"
        disabled={starting}
        onClick={() => void start({ examCode: view.examCode, mode: 'diagnostic' })}
      >
        {view.evidence.counted === 0 ? 'Start with a diagnostic' : 'Sit another diagnostic'}
      </button>
      <a class="button" href={`/exams/${view.examCode}`}>
        Other ways to practise
      </a>
    </p>
  )
}

function Fan({ view }: { readonly view: ReadinessView }) {
  const { fan, evidence } = view
  const shown = fan.filter(({ probability }) => probability !== null)
  return (
    <section class="section">
      <h2>By the day of the exam</h2>
      {shown.length === 0 ? (
        <p class="prose">
          Nothing can be drawn yet: with {formatCount(evidence.counted, 'first meeting')} the interval is
          wider than one half on every day.
        </p>
      ) : (
        <Figure draw={(width) => readinessFan({ id: 'fan', width, points: fan })}>
          <details>
            <summary>The same in numbers</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">If sat on</th>
                  <th scope="col">Chance</th>
                  <th scope="col">80% interval</th>
                </tr>
              </thead>
              <tbody>
                {fan.map(({ on, probability, low, high }) => (
                  <tr key={on}>
                    <th scope="row">{formatDay(on)}</th>
                    <td>{probability === null ? 'too wide to tell' : formatChance(probability)}</td>
                    <td>
                      {low === null || high === null ? '' : `${formatChance(low)} to ${formatChance(high)}`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </Figure>
      )}
      <p class="soft small prose">
        The band widens because what happens between now and the exam is not known: people learn, and forget.
        It assumes neither. Only first meetings with items count; a meeting from long ago counts less.
      </p>
    </section>
  )
}

function Earlier({ view }: { readonly view: ReadinessView }) {
  if (view.earlier.length === 0) return null
  return (
    <section class="section">
      <h2>What was said before</h2>
      <p class="soft prose">
        Every statement is kept as it was made, before anybody knows what comes, so that it can be held
        against it.
      </p>
      <ul class="readiness-earlier">
        {view.earlier.slice(-8).map(({ madeAt, probability, counted }) => (
          <li key={madeAt}>
            <span>{formatDay(madeAt)}</span>
            <span class={probability === null ? 'soft' : 'number'}>
              {probability === null ? 'too wide to tell' : formatChance(probability)}
            </span>
            <span class="soft small">from {formatCount(counted, 'first meeting')}</span>
          </li>
        ))}
      </ul>
      <p class="soft small">Model: {view.model}.</p>
    </section>
  )
}

/** Readiness for one exam: today, by day, its record, and what came of it. */
export function ReadinessPage({ params }: PageProps) {
  const code = params.code ?? ''
  const found = useLoad(() => call<ReadinessView>('GET', `/readiness/${encodeURIComponent(code)}`), [code])
  return (
    <Page
      area="readiness"
      title="Readiness"
      tab={`Readiness, ${code}`}
      above={
        <p class="eyebrow">{found.value === null ? code : `${found.value.examCode}, ${found.value.title}`}</p>
      }
    >
      <Loaded from={found} what="your readiness">
        {(view) => (
          <>
            <Today view={view} />
            <Narrow view={view} />
            <Fan view={view} />
            <CalibrationRecord record={view.record} />
            <OutcomeReports view={view} onChange={found.reload} />
            <Earlier view={view} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
