import { useState } from 'preact/hooks'
import { call, type Problem } from '../api/client.ts'
import { CloseButton, Dialog } from '../parts/dialog.tsx'
import { ProblemNote } from '../parts/load.tsx'
import { announce } from '../shell/announce.ts'
import { Page } from '../shell/page.tsx'

const stored = [
  {
    what: 'Your attempts',
    where:
      "In Cairn's own database, in the data folder of this installation: forms, answers with their times, reports.",
  },
  {
    what: 'Your records',
    where:
      'In the same database, with whom they are for in plain; the signed copies hold that as hashes only.',
  },
  {
    what: 'Your saved routes',
    where: 'In the same database: the profile you gave and the route as it was computed.',
  },
  {
    what: 'What was said of your readiness, and outcomes you reported',
    where:
      'In the same database. Your answers also inform the difficulty of items; deleting your data takes them out of the next calibration.',
  },
  {
    what: 'Answers on their way',
    where: 'In this browser, until the server has them. They are removed once it does.',
  },
  { what: 'Theme, last exam, draft of your profile', where: 'In this browser only.' },
] as const

function clearDevice(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith('cairn/')) localStorage.removeItem(key)
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('cairn/')) sessionStorage.removeItem(key)
}

function DeleteDialog({
  onClose,
  onDeleted,
}: {
  readonly onClose: () => void
  readonly onDeleted: () => void
}) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const remove = async (): Promise<void> => {
    const answer = await call('DELETE', '/data')
    if (!answer.ok) return setProblem(answer.error)
    clearDevice()
    announce('Everything is deleted')
    onDeleted()
  }
  return (
    <Dialog title="Delete everything?" onClose={onClose}>
      <p>
        All attempts, reports, saved routes and reported outcomes go, here and in the database, and cannot be
        brought back. An open attempt ends. Export first if you may want them later.
      </p>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div class="dialog-end">
        <CloseButton>Keep my data</CloseButton>
        <button type="button" class="button button-danger" onClick={() => void remove()}>
          Delete everything
        </button>
      </div>
    </Dialog>
  )
}

/** What is stored where; all of it in one file; all of it gone. */
export function DataPage() {
  const [asking, ask] = useState(false)
  const [deleted, setDeleted] = useState(false)
  return (
    <Page
      area="data"
      title="Your data"
      lead="It stays on this machine and belongs to you. Nothing is sent anywhere else."
    >
      <dl class="prose stored">
        {stored.map(({ what, where }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{where}</dd>
          </div>
        ))}
      </dl>
      <section class="section">
        <h2>Take it with you</h2>
        <p class="prose">One JSON file with everything stored about you.</p>
        <p class="data-act">
          <a class="button" href="/api/v1/export" download="cairn-export.json">
            Export my data
          </a>
        </p>
      </section>
      <section class="section">
        <h2>Delete it</h2>
        <p class="prose">Removes everything above, from the database and from this browser.</p>
        <p class="data-act" role="status">
          {deleted ? (
            <span class="mark mark-well">
              <span aria-hidden="true">✓</span> Everything is deleted
            </span>
          ) : null}
        </p>
        <button type="button" class="button button-danger" onClick={() => ask(true)}>
          Delete my data …
        </button>
      </section>
      {asking ? (
        <DeleteDialog
          onClose={() => ask(false)}
          onDeleted={() => {
            setDeleted(true)
            ask(false)
          }}
        />
      ) : null}
    </Page>
  )
}
