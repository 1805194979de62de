import { useState } from 'preact/hooks'
import type { ProfileInput } from '../../../domain/path/profile.ts'
import type { Problem } from '../api/client.ts'
import { routeCalendar, saveRoute } from '../api/route-calls.ts'
import { downloadText } from '../parts/download.ts'
import { ProblemNote } from '../parts/load.tsx'

/** Takes the dates of a route along. */
export function CalendarButton({ profile }: { readonly profile: ProfileInput }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const fetchCalendar = async (): Promise<void> => {
    const answer = await routeCalendar(profile)
    setProblem(answer.ok ? null : answer.error)
    if (answer.ok) downloadText(answer.value, 'cairn-route.ics', 'text/calendar')
  }
  return (
    <>
      <button type="button" class="button" onClick={() => void fetchCalendar()}>
        Calendar (.ics)
      </button>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </>
  )
}

/** Keeps the route as it is planned today. */
export function SaveButton({
  profile,
  onSaved,
}: {
  readonly profile: ProfileInput
  readonly onSaved: () => void
}) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [savedProfile, setSavedProfile] = useState<string | null>(null)
  const isSaved = savedProfile === JSON.stringify(profile)
  const save = async (): Promise<void> => {
    const answer = await saveRoute(profile)
    setProblem(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setSavedProfile(JSON.stringify(profile))
    onSaved()
  }
  return (
    <>
      <button type="button" class="button button-primary" disabled={isSaved} onClick={() => void save()}>
        {isSaved ? 'Saved' : 'Save this route'}
      </button>
      <span class="visually-hidden" role="status">
        {isSaved ? 'Route saved' : ''}
      </span>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </>
  )
}

/** Prints the page. */
export function PrintButton() {
  return (
    <button type="button" class="button" onClick={() => print()}>
      Print
    </button>
  )
}
