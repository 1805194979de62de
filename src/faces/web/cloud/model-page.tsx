import { useState } from 'preact/hooks'
import { type Answer, call } from '../api/client.ts'
import { FileEditor } from '../labs/file-editor.tsx'
import { ProblemNote } from '../parts/load.tsx'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { AnswerCard } from './answer-card.tsx'
import type { CloudAnswer } from './answer-view.ts'
import { caseFile, readText, textOf } from './case-text.ts'
import './cloud.css'
import { type CloudModel, type Example, models } from './models.ts'

type Reply = Answer<CloudAnswer | readonly CloudAnswer[]>

const file = { path: caseFile, language: 'json', holds: 'other', note: '', start: '' } as const

const isList = (value: CloudAnswer | readonly CloudAnswer[]): value is readonly CloudAnswer[] =>
  Array.isArray(value)

type ExamplesProps = { readonly model: CloudModel; readonly load: (example: Example) => void }

function Examples({ model, load }: ExamplesProps) {
  return (
    <ul class="cloud-examples" aria-label="Examples">
      {model.examples.map((example) => (
        <li key={example.title}>
          <button type="button" class="button" onClick={() => load(example)}>
            {example.title}
          </button>
          <span class="soft small">{example.note}</span>
        </li>
      ))}
    </ul>
  )
}

function Answers({ model, reply }: { readonly model: CloudModel; readonly reply: Reply | null }) {
  if (reply === null) return <p class="note">Load an example or write a case, then evaluate it.</p>
  if (!reply.ok) return <ProblemNote problem={reply.error} />
  return (
    <>
      {(isList(reply.value) ? reply.value : [reply.value]).map((answer, index) => (
        <AnswerCard key={index} model={model.name} answer={answer} />
      ))}
    </>
  )
}

function Bench({ model }: { readonly model: CloudModel }) {
  const [text, setText] = useState(textOf(model.examples[0]?.input ?? {}))
  const [reply, setReply] = useState<Reply | null>(null)
  const [busy, setBusy] = useState(false)
  const read = readText(text)
  const evaluate = async (): Promise<void> => {
    if (!read.ok || busy) return
    setBusy(true)
    setReply(await call('POST', `/cloud/${model.name}`, read.value))
    setBusy(false)
  }
  const load = ({ input }: Example): void => {
    setText(textOf(input))
    setReply(null)
  }
  // Caught before the editor sees it, which would begin a new line.
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    void evaluate()
  }
  return (
    <div class="cloud-bench" onKeyDownCapture={onKey}>
      <section class="cloud-side" aria-labelledby="cloud-case">
        <h2 id="cloud-case">Case</h2>
        <Examples model={model} load={load} />
        {model.kinds.length === 0 ? null : (
          <p class="soft small">
            <code>kind</code> is one of {model.kinds.join(', ')}.
          </p>
        )}
        <FileEditor file={file} text={text} findings={read.ok ? [] : [read.finding]} onChange={setText} />
        {read.ok ? null : (
          <p class="note note-problem" role="status">
            This is not JSON yet. {read.finding.text}
          </p>
        )}
        <p class="row">
          <button
            type="button"
            class="button button-primary"
            disabled={!read.ok || busy}
            onClick={() => void evaluate()}
          >
            Evaluate
          </button>
          <span class="soft small">or Ctrl+Enter</span>
        </p>
      </section>
      <section class="cloud-side" aria-labelledby="cloud-answer" aria-live="polite">
        <h2 id="cloud-answer">Answer</h2>
        <Answers model={model} reply={reply} />
      </section>
    </div>
  )
}

const above = (
  <p class="eyebrow">
    <a href="/cloud">Cloud models</a>
  </p>
)

/** One model: a case in an editor, and its answer in words. */
export function ModelPage({ params }: PageProps) {
  const model = models.find(({ name }) => name === params.model)
  if (model === undefined) return <NotFoundPage />
  return (
    <Page area="cloud" title={model.title} lead={model.sentence} above={above}>
      <Bench key={model.name} model={model} />
    </Page>
  )
}
