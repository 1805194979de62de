import { useState } from 'preact/hooks'
import type { DisputeView, JudgedItem } from '../../../application/read-disputes.ts'
import { formatMoment } from '../../../presentation/formats.ts'
import { call, type Problem } from '../api/client.ts'
import { Loaded, ProblemNote, useLoad } from '../parts/load.tsx'
import { RichLine, RichText } from '../parts/rich-text.tsx'
import { localZone } from '../parts/zone.ts'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { DecideForm } from './decide-form.tsx'
import './disputes.css'
import { StateMark } from './state-mark.tsx'

function ItemView({ item, proposed }: { readonly item: JudgedItem; readonly proposed: readonly number[] }) {
  return (
    <section class="section card">
      <h2>The item and its key</h2>
      <RichText text={item.stem} />
      <ol class="dispute-options">
        {item.options.map((option, index) => (
          <li key={option.text}>
            <RichLine text={option.text} />{' '}
            {option.inKey === null ? null : <span class="mark mark-well">{option.inKey}</span>}{' '}
            {proposed.includes(index) ? <span class="mark mark-attention">proposed</span> : null}
            <p class="soft small">
              <RichLine text={option.rationale} />
            </p>
          </li>
        ))}
      </ol>
      {item.prompts.length === 0 ? null : (
        <ul class="bullets">
          {item.prompts.map(({ text, option }) => (
            <li key={text}>
              <RichLine text={text} />: option {option}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function TakeForm({ disputeId, onTaken }: { readonly disputeId: string; readonly onTaken: () => void }) {
  const [owner, setOwner] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const answer = await call('PUT', `/disputes/${disputeId}/owner`, { owner })
    if (answer.ok) onTaken()
    else setProblem(answer.error)
  }
  return (
    <form class="stack decide-form" onSubmit={(event) => void submit(event)}>
      <label class="field">
        <span class="field-label">Who answers for it?</span>
        <input
          class="input"
          required
          maxLength={100}
          value={owner}
          onInput={(event) => setOwner(event.currentTarget.value)}
        />
      </label>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <button type="submit" class="button">
        Take it over
      </button>
    </form>
  )
}

function Dispute({ found, reload }: { readonly found: DisputeView; readonly reload: () => void }) {
  const { dispute, item } = found
  const [done, setDone] = useState<string | null>(null)
  const settle = (text: string): void => {
    setDone(text)
    reload()
  }
  return (
    <>
      <StateMark dispute={dispute} />
      <div class="prose section">
        <p>{dispute.claim}</p>
        {dispute.source === null ? null : (
          <p>
            <a href={dispute.source} rel="noreferrer">
              {dispute.source}
            </a>
          </p>
        )}
        <p class="soft small">
          Raised {formatMoment(dispute.raisedAt, localZone)};{' '}
          {dispute.owner === null ? 'nobody answers for it yet' : `${dispute.owner} answers for it`}.
        </p>
        {dispute.decision === null ? null : <p class="note">Decision: {dispute.decision}</p>}
      </div>
      {done === null ? null : (
        <p class="note note-well" role="status">
          {done}
        </p>
      )}
      {item === null ? (
        <p class="note">
          {found.withheld
            ? 'This item stands on an attempt that you have open; it is shown once that has closed.'
            : 'No pack has this item any more.'}
        </p>
      ) : (
        <ItemView item={item} proposed={dispute.proposedKey ?? []} />
      )}
      {dispute.decidedAt !== null ? null : (
        <section class="section">
          <h2>{dispute.owner === null ? 'Take it over' : 'Decide'}</h2>
          {dispute.owner === null ? (
            <TakeForm disputeId={dispute.disputeId} onTaken={reload} />
          ) : (
            <DecideForm dispute={dispute} item={item} onDone={settle} />
          )}
        </section>
      )}
    </>
  )
}

/** One dispute for those who answer for items: the claim, the item with its key, and the decision. */
export function DisputePage({ params }: PageProps) {
  const id = params.id ?? ''
  const found = useLoad(() => call<DisputeView>('GET', `/disputes/${encodeURIComponent(id)}`), [id])
  return (
    <Page
      area="dispute"
      title={found.value === null ? 'Dispute' : `Dispute of ${found.value.dispute.itemId}`}
      above={
        <p class="eyebrow">
          <a href="/disputes">Disputes</a>
        </p>
      }
      lead="This page shows the key. It is for those who answer for items."
    >
      <Loaded from={found} what="the dispute">
        {(value) => <Dispute found={value} reload={found.reload} />}
      </Loaded>
    </Page>
  )
}
