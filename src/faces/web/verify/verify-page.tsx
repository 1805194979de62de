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
    <label class="verify-drop field" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <span class="field-label">{file === null ? 'A file' : file.name}</span>
      <span class="field-help">
        Drop it here or choose it: PNG, SVG, PDF, JSON, JWT, or a picture of a QR code.
      </span>
      <input
        class="verify-file"
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
    <Page
      title="Check a credential"
      area="verify"
      lead="Four answers, each by itself: is it authentic, is it current, has it been revoked, and who issued it."
    >
      <form class="stack verify-form" onSubmit={submit}>
        <FileField file={file} choose={setFile} />
        {tooLarge ? <p role="alert">This file is larger than 4 MB, more than is read here.</p> : null}
        <label class="field">
          <span class="field-label">Or a link, JSON or a token</span>
          <textarea
            class="input verify-text"
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="field-label">E-mail address, to check whom it is for</span>
          <span class="field-help">
            Only if you want to. It is held against the salted hash in the credential.
          </span>
          <input
            type="email"
            class="input"
            value={email}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </label>
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
