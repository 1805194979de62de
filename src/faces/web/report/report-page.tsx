import type { PackSummary } from '../../../application/read-programme.ts'
import type { ReportView } from '../../../application/read-report.ts'
import type { ScoreReport } from '../../../domain/attempt/types.ts'
import { scoreScale } from '../../../presentation/charts/score-scale.ts'
import { formatCount, formatMoment } from '../../../presentation/formats.ts'
import {
  closingText,
  intervalText,
  modeName,
  rawScoreText,
  unansweredText,
  verdictText,
} from '../../../presentation/report-text.ts'
import { call } from '../api/client.ts'
import { Figure } from '../parts/figure.tsx'
import { Loaded, useLoad } from '../parts/load.tsx'
import { useProgramme } from '../parts/programme.ts'
import { localZone } from '../parts/zone.ts'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { BeyondReport } from './beyond-report.tsx'
import { DomainResults } from './domain-results.tsx'
import './report.css'
import { RescoredNote } from './rescored-note.tsx'

function scaleOf(report: ScoreReport, score: number, width: number): string {
  const { scaledScoreLow: low, scaledScoreHigh: high, cutScore } = report
  return scoreScale({ id: 'scale', width, score, low, high, cutScore })
}

function Score({ report }: { readonly report: ScoreReport }) {
  const interval = intervalText(report)
  return (
    <section class="report-score" aria-label="Score">
      {report.scaledScore === null ? (
        <p class="report-number number">
          {report.rawScore.correct}
          <span class="report-of"> of {report.rawScore.scored}</span>
        </p>
      ) : (
        <p class="report-number number">
          {report.scaledScore}
          <span class="report-of"> on a scale of 100 to 1000</span>
        </p>
      )}
      <p class="report-verdict">{verdictText(report)}</p>
      {report.scaledScore === null ? null : (
        <Figure draw={(width) => scaleOf(report, report.scaledScore ?? 0, width)} />
      )}
      <div class="prose">
        {interval === null ? null : <p>{interval}</p>}
        <p>
          {rawScoreText(report.rawScore)} {unansweredText(report.unanswered)} {closingText(report)}
        </p>
      </div>
    </section>
  )
}

function Basis({ report }: { readonly report: ScoreReport }) {
  return (
    <section class="section">
      <h2>What this rests on</h2>
      <div class="prose">
        <p>{report.scale}</p>
        {report.purpose === 'practice' ? (
          <p>
            This is a practice report. It says where you stand on Cairn's forms; only the vendor's exam can
            say more.
          </p>
        ) : null}
        {report.assumes.length === 0 ? null : (
          <ul class="bullets">
            {report.assumes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function LateNote() {
  const late = Number(new URLSearchParams(location.search).get('late'))
  if (!(late > 0)) return null
  return (
    <p class="note note-attention" role="status">
      {formatCount(late, 'answer')} given on this device did not reach the server before the attempt closed,
      and {late === 1 ? 'does' : 'do'} not count.
    </p>
  )
}

function Report({ report }: { readonly report: ScoreReport }) {
  return (
    <>
      <LateNote />
      <Score report={report} />
      <DomainResults domains={report.domains} />
      <Basis report={report} />
      <BeyondReport report={report} />
    </>
  )
}

function titleOf(report: ScoreReport | undefined, pack: PackSummary | undefined): string {
  if (report?.purpose === 'programme') return 'Score report'
  return pack?.lapsed ? 'Topic assessment' : 'Practice report'
}

/** The score report: first what a real report has, then, apart, what it has not. */
export function ReportPage({ params }: PageProps) {
  const id = params.id ?? ''
  const found = useLoad(() => call<ReportView>('GET', `/attempts/${encodeURIComponent(id)}/report`), [id])
  const programme = useProgramme()
  const report = found.value?.report
  const pack = programme.value?.packs.find(({ examCode }) => examCode === report?.examCode)
  return (
    <Page
      area="report"
      tab={report === undefined ? 'Score report' : `Score report, ${report.examCode}`}
      title={titleOf(report, pack)}
      above={
        report === undefined ? undefined : (
          <p class="eyebrow">
            {report.examCode}, {modeName(report.mode).toLowerCase()},{' '}
            {formatMoment(report.closedAt, localZone)}
          </p>
        )
      }
      lead={pack?.title}
    >
      {found.problem?.code === 'not-submitted' ? (
        <p class="note">
          This attempt is still open. <a href={`/attempts/${id}`}>Go on with it</a>, and the report follows.
        </p>
      ) : (
        <Loaded from={found} what="the report">
          {(view) => (
            <>
              <RescoredNote view={view} />
              <Report report={view.report} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
