import type { LabAttemptView } from '../../../application/read-lab.ts'
import { labsNotice, verdictText } from '../../../presentation/lab-text.ts'
import { Loaded, ProblemNote, useLoad } from '../parts/load.tsx'
import { RichLine, RichText } from '../parts/rich-text.tsx'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { FileTabs } from './file-tabs.tsx'
import { fetchAttempt } from './lab-calls.ts'
import { RequirementList } from './requirement-list.tsx'
import { type LabWork, useLabWork } from './use-lab-work.ts'
import './labs.css'

function Verdict({ work }: { readonly work: LabWork }) {
  const { report, stale } = work
  if (report === null) return null
  return (
    <div class={`note ${report.complete && !stale ? 'note-well' : 'note-attention'}`} role="status">
      <p class="note-title">{verdictText(report)}</p>
      {stale ? <p class="small">The files have changed since this check.</p> : null}
    </div>
  )
}

function Hints({ work, most }: { readonly work: LabWork; readonly most: number }) {
  return (
    <section class="lab-hints">
      <h2>Hints</h2>
      {work.hints.length === 0 ? (
        <p class="soft small">They cost nothing. That you took one is recorded.</p>
      ) : null}
      <ol class="stack">
        {work.hints.map((hint) => (
          <li key={hint}>
            <RichLine text={hint} />
          </li>
        ))}
      </ol>
      {work.hints.length < most ? (
        <button type="button" class="button button-quiet" onClick={() => void work.hint()}>
          {work.hints.length === 0 ? 'Show a hint' : 'Show the next hint'}
        </button>
      ) : null}
    </section>
  )
}

function Actions({ work }: { readonly work: LabWork }) {
  return (
    <div class="row">
      <button
        type="button"
        class="button button-primary"
        disabled={work.checking}
        onClick={() => void work.check()}
      >
        {work.checking ? 'Checking …' : 'Check against all cases'}
      </button>
      <button type="button" class="button button-quiet" onClick={work.startOver}>
        Back to the files as they started
      </button>
    </div>
  )
}

function References({ lab }: Pick<LabAttemptView, 'lab'>) {
  return (
    <section class="section">
      <h2>Documentation</h2>
      <ul>
        {lab.references.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Workbench({ view }: { readonly view: LabAttemptView }) {
  const work = useLabWork(view)
  const { lab } = view
  return (
    <>
      <div class="prose lab-situation">
        <RichText text={lab.situation} />
      </div>
      <div class="lab-bench">
        <div class="lab-side">
          <FileTabs files={lab.files} work={work} />
          <Actions work={work} />
          {work.problem === null ? null : <ProblemNote problem={work.problem} />}
          <Verdict work={work} />
          <Hints work={work} most={lab.hints} />
        </div>
        <section class="lab-side">
          <h2>What is graded</h2>
          <RequirementList
            stated={lab.requirements}
            tried={work.tried?.requirements ?? []}
            checked={work.stale ? [] : (work.report?.requirements ?? [])}
          />
        </section>
      </div>
      <References lab={lab} />
      <p class="soft small">
        Lab {lab.code}, variant {view.seed}. {labsNotice}
      </p>
    </>
  )
}

/** A lab at work: situation, files, requirements, and what the models say of them. */
export function LabAttemptPage({ params }: PageProps) {
  const id = params.id ?? ''
  const attempt = useLoad(() => fetchAttempt(id), [id])
  return (
    <Page
      area="labs"
      title={attempt.value?.lab.title ?? 'Lab'}
      lead={attempt.value?.lab.summary}
      above={
        <p class="eyebrow">
          <a href="/labs">Labs</a>
        </p>
      }
    >
      <Loaded from={attempt} what="the lab">
        {(view) => <Workbench key={view.labAttemptId} view={view} />}
      </Loaded>
    </Page>
  )
}
