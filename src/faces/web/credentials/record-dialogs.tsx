import { useState } from 'preact/hooks'
import type { AttemptLine } from '../../../application/list-attempts.ts'
import type { CredentialLine } from '../../../application/list-credentials.ts'
import type { Answer, Problem } from '../api/client.ts'
import { CloseButton, Dialog } from '../parts/dialog.tsx'
import { Loaded, ProblemNote, useLoad } from '../parts/load.tsx'
import { announce } from '../shell/announce.ts'
import { offerRecord, renewRecord, revokeRecord, suspendRecord } from './credential-calls.ts'
import { attemptLabel, eligibleAttempts } from './eligible-attempts.ts'

type DialogProps = {
  readonly record: CredentialLine
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Does something to a record, and says what came of it. */
export function useDeed(onDone: () => void) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (deed: Promise<Answer<unknown>>, said: string): Promise<void> => {
    const answer = await deed
    if (!answer.ok) return setProblem(answer.error)
    announce(said)
    onDone()
  }
  return { problem, run }
}

/** Asks why a record is revoked or suspended, and does it. */
export function ReasonDialog({
  record,
  onClose,
  onDone,
  revoke,
}: DialogProps & { readonly revoke: boolean }) {
  const [reason, setReason] = useState('')
  const { problem, run } = useDeed(onDone)
  const word = revoke ? 'Revoke' : 'Suspend'
  const act = (event: Event): void => {
    event.preventDefault()
    const deed = revoke ? revokeRecord : suspendRecord
    void run(deed(record.credentialId, reason), revoke ? 'The record is revoked' : 'The record is suspended')
  }
  return (
    <Dialog title={`${word} this record?`} onClose={onClose}>
      <p>
        {revoke
          ? 'A revocation is final. Everyone who asks is told so, with the reason.'
          : 'Its page says so, with the reason, until you end it.'}
      </p>
      <form id="reason" onSubmit={act}>
        <label class="field">
          <span class="field-label">Reason</span>
          <input
            class="input"
            required
            maxLength={500}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
      </form>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div class="dialog-end">
        <CloseButton>Keep it as it is</CloseButton>
        <button type="submit" form="reason" class="button button-danger">
          {word}
        </button>
      </div>
    </Dialog>
  )
}

/** Asks by which exam a record is renewed, and does it. */
export function RenewDialog({
  record,
  onClose,
  onDone,
  attempts,
}: DialogProps & { readonly attempts: readonly AttemptLine[] }) {
  const eligible = eligibleAttempts(attempts, record.kind === 'readiness-record' ? record.examCode : null)
  const [chosen, choose] = useState(eligible[0]?.attemptId ?? '')
  const { problem, run } = useDeed(onDone)
  return (
    <Dialog title="Renew this record" onClose={onClose}>
      <p>By an exam that you closed later. Its identifier and its first day stay, results and end are new.</p>
      <label class="field">
        <span class="field-label">Exam</span>
        <select class="input" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          {eligible.map((attempt) => (
            <option key={attempt.attemptId} value={attempt.attemptId}>
              {attemptLabel(attempt)}
            </option>
          ))}
        </select>
      </label>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div class="dialog-end">
        <CloseButton>Not now</CloseButton>
        <button
          type="button"
          class="button button-primary"
          onClick={() => void run(renewRecord(record.credentialId, chosen), 'The record is renewed')}
        >
          Renew
        </button>
      </div>
    </Dialog>
  )
}

/** Shows an offer to a wallet: as a code, and as a link. */
export function OfferDialog({ record, onClose }: Pick<DialogProps, 'record' | 'onClose'>) {
  const offer = useLoad(() => offerRecord(record.credentialId), [record.credentialId])
  return (
    <Dialog title="Take it into a wallet" onClose={onClose}>
      <Loaded from={offer} what="an offer">
        {({ walletLink, qr }) => (
          <div class="stack">
            <p>
              Scan this with a wallet on another device, or open it on this one. It works once, for 15
              minutes.
            </p>
            <svg
              class="offer-code"
              viewBox={`0 0 ${qr.size} ${qr.size}`}
              role="img"
              aria-label="QR code of the offer"
            >
              <path d={qr.path} />
            </svg>
            <a class="button" href={walletLink}>
              Open in a wallet
            </a>
          </div>
        )}
      </Loaded>
      <div class="dialog-end">
        <CloseButton>Done</CloseButton>
      </div>
    </Dialog>
  )
}
