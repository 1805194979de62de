import { useState } from 'preact/hooks'
import type { StandardReview, StandardTables } from '../../../application/review-standard.ts'
import { type Answer, call } from '../api/client.ts'
import { ProblemNote } from '../parts/load.tsx'
import { announce } from '../shell/announce.ts'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import './measure.css'
import './standard.css'
import { StandardForm } from './standard-form.tsx'
import { StandardReviewView } from './standard-review.tsx'

/** For programme owners: a standard-setting panel, reviewed from tables that are not kept. */
export function StandardPage({ params }: PageProps) {
  const code = params.code ?? ''
  const [answer, setAnswer] = useState<Answer<StandardReview> | null>(null)
  const [busy, setBusy] = useState(false)
  const review = async (tables: StandardTables): Promise<void> => {
    setBusy(true)
    const reviewed = await call<StandardReview>('POST', '/measure/standard', tables)
    setBusy(false)
    setAnswer(reviewed)
    if (reviewed.ok) announce('The review stands below the form')
  }
  return (
    <Page
      area="measure"
      title="Standard-setting panel"
      above={
        <p class="eyebrow">
          <a href={`/measure/${code}`}>Measurement, {code}</a>
        </p>
      }
      lead="A calculator on your own tables. Nothing is stored, and no cut of this installation changes."
    >
      <StandardForm busy={busy} onReview={(tables) => void review(tables)} />
      {answer === null ? null : answer.ok ? (
        <StandardReviewView review={answer.value} />
      ) : (
        <ProblemNote problem={answer.error} />
      )}
    </Page>
  )
}
