import { useState } from 'preact/hooks'
import type { LabSummary } from '../../../application/list-labs.ts'
import { pointsText } from '../../../presentation/lab-text.ts'
import type { Problem } from '../api/client.ts'
import { Loaded, ProblemNote, useLoad } from '../parts/load.tsx'
import { navigate } from '../shell/navigation.ts'
import { Page } from '../shell/page.tsx'
import { beginLab, fetchLabs } from './lab-calls.ts'
import './labs.css'

const tierNames = {
  foundational: 'Foundational',
  associate: 'Associate',
  professional: 'Professional',
  specialty: 'Specialty',
} as const

function LabCard({ lab }: { readonly lab: LabSummary }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const begin = async (): Promise<void> => {
    const answer = await beginLab(lab.id)
    if (answer.ok) navigate(`/lab-attempts/${answer.value.labAttemptId}`)
    else setProblem(answer.error)
  }
  return (
    <li class="card lab-card">
      <p class="eyebrow">{lab.exams.map(({ examCode }) => examCode).join(', ')}</p>
      <h3>{lab.title}</h3>
      <p>{lab.summary}</p>
      <p class="soft small">
        About {lab.minutes} minutes.{lab.best === null ? '' : ` Best so far: ${pointsText(lab.best)}.`}
      </p>
      <button type="button" class="button" onClick={() => void begin()}>
        Begin<span class="visually-hidden"> {lab.title}</span>
      </button>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </li>
  )
}

function TierSection({
  tier,
  labs,
}: {
  readonly tier: keyof typeof tierNames
  readonly labs: readonly LabSummary[]
}) {
  const own = labs.filter((lab) => lab.tier === tier)
  if (own.length === 0) return null
  return (
    <section class="section">
      <h2>{tierNames[tier]}</h2>
      <ul class="lab-cards">
        {own.map((lab) => (
          <LabCard key={lab.id} lab={lab} />
        ))}
      </ul>
    </section>
  )
}

/** Every lab by tier, and what labs are not. */
export function LabsPage() {
  const labs = useLoad(fetchLabs, [])
  return (
    <Page
      area="labs"
      title="Labs"
      lead="Hands-on work on files: policies, patterns, networks, state machines. Every variant is your own."
    >
      <Loaded from={labs} what="the labs">
        {({ notice, labs: found }) => (
          <>
            <p class="note">{notice}</p>
            {(Object.keys(tierNames) as (keyof typeof tierNames)[]).map((tier) => (
              <TierSection key={tier} tier={tier} labs={found} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}
