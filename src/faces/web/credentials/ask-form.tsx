import { useState } from 'preact/hooks'
import type { AttemptLine } from '../../../application/list-attempts.ts'
import type { CredentialView } from '../../../application/read-credential.ts'
import type { Problem } from '../api/client.ts'
import { ProblemNote } from '../parts/load.tsx'
import { announce } from '../shell/announce.ts'
import { askForRecord } from './credential-calls.ts'
import { attemptLabel } from './eligible-attempts.ts'

type AskFormProps = {
  readonly attempts: readonly AttemptLine[]
  /** The attempt that is chosen at first. */
  readonly attemptId: string | null
  readonly onGiven: (record: CredentialView) => void
}

/** Asks for the record of a closed exam, with whom it is for where that is wanted. */
export function AskForm({ attempts, attemptId, onGiven }: AskFormProps) {
  const [chosen, choose] = useState(attemptId ?? attempts[0]?.attemptId ?? '')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const ask = async (event: Event): Promise<void> => {
    event.preventDefault()
    const answer = await askForRecord(chosen, { name, email })
    if (!answer.ok) return setProblem(answer.error)
    setProblem(null)
    announce('The record is signed')
    onGiven(answer.value)
  }
  return (
    <form class="ask-form" onSubmit={(event) => void ask(event)}>
      <label class="field">
        <span class="field-label">Exam</span>
        <select class="input" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          {attempts.map((attempt) => (
            <option key={attempt.attemptId} value={attempt.attemptId}>
              {attemptLabel(attempt)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="field-label">Name, if you like</span>
        <input
          class="input"
          value={name}
          maxLength={200}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span class="field-label">E-mail address, if you like</span>
        <input
          class="input"
          type="email"
          value={email}
          maxLength={254}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </label>
      <p class="field-help">
        Name and address enter the record as a salted hash: whoever knows them can check that it is yours, and
        nobody can read them out of it.
      </p>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <button type="submit" class="button button-primary">
        Sign the record
      </button>
    </form>
  )
}
