import { useState } from 'preact/hooks'
import type { CheckReport } from '../../../domain/credential/check-report.ts'
import type { Problem } from '../api/client.ts'
import { ProblemNote } from '../parts/load.tsx'
import { Page } from '../shell/page.tsx'
import { Answers } from './answers.tsx'
import { largestFile, verify } from './verification.ts'
import './verify.css'

type Outcome = {
  readonly report: CheckReport | null
  readonly problem: Problem | null
  readonly busy: boolean
}

const nothing: Outcome = { report: null, problem: null, busy: false }

function useVerification() {
  const [outcome, setOutcome] = useState<Outcome>(nothing)
  const ask = async (file: File | null, text: string, email: string): Promise<void> => {
    setOutcome({ ...nothing, busy: true })
    const answer = await verify({ file, text, email })
    setOutcome(
      answer.ok
        ? { report: answer.value, problem: null, busy: false }
        : { report: null, problem: answer.error, busy: false },
    )
  }
  return { outcome, ask }
}

/** The file field, which is also where a file can be dropped. */
function FileField({
  choose,
  file,
}: {
  readonly choose: (file: File | null) => void
  readonly file: File | null
}) {
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    choose(event.dataTransfer?.files[0] ?? null)
  }
  return (
    <label class="verify-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {file === null ? 'Drop a file here, or choose one: PNG, SVG, PDF, JSON or JWT. ' : `${file.name} `}
      <input
        type="file"
        accept=".png,.svg,.pdf,.json,.jwt,.txt,.jsonld"
        onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
      />
    </label>
  )
}

/** Checks a credential that somebody was shown: four answers, each by itself. */
export function VerifyPage() {
  const [file, setFile] = useState<File | null>(null)
  const [text, setText] = useState('')
  const [email, setEmail] = useState('')
  const { outcome, ask } = useVerification()
  const tooLarge = file !== null && file.size > largestFile
  const ready = (file !== null || text.trim() !== '') && !tooLarge && !outcome.busy
  const submit = (event: Event): void => {
    event.preventDefault()
    void ask(file, text, email)
  }
  return (
    <Page title="Check a credential" area="verify">
      <form onSubmit={submit}>
        <FileField file={file} choose={setFile} />
        {tooLarge ? <p role="alert">This file is larger than 4 MB, more than is read here.</p> : null}
        <p>
          <label>
            Or paste a link, JSON or a token
            <textarea
              class="verify-text"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
        </p>
        <p>
          <label>
            E-mail address of the person, if you want to check whom it is for{' '}
            <input type="email" value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
          </label>
        </p>
        <button type="submit" class="button button-primary" disabled={!ready}>
          Check
        </button>
      </form>
      <div role="status">{outcome.busy ? 'Checking …' : ''}</div>
      {outcome.problem === null ? null : <ProblemNote problem={outcome.problem} />}
      {outcome.report === null ? null : <Answers report={outcome.report} />}
    </Page>
  )
}
