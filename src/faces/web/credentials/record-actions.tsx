import { useState } from 'preact/hooks'
import type { AttemptLine } from '../../../application/list-attempts.ts'
import type { CredentialLine } from '../../../application/list-credentials.ts'
import { ProblemNote } from '../parts/load.tsx'
import { resumeRecord } from './credential-calls.ts'
import { OfferDialog, ReasonDialog, RenewDialog, useDeed } from './record-dialogs.tsx'

type Asking = 'revoke' | 'suspend' | 'renew' | 'offer' | null

type ActionsProps = {
  readonly record: CredentialLine
  readonly attempts: readonly AttemptLine[]
  readonly onChanged: () => void
}

/** What can be done with a record: renew, offer, suspend or resume, revoke. */
export function RecordActions({ record, attempts, onChanged }: ActionsProps) {
  const [asking, ask] = useState<Asking>(null)
  const { problem, run } = useDeed(onChanged)
  const done = (): void => {
    ask(null)
    onChanged()
  }
  const dialog = { record, onClose: () => ask(null), onDone: done }
  if (record.state === 'revoked') return null
  return (
    <>
      <p class="row">
        {record.state === 'active' ? (
          <>
            <button type="button" class="button" onClick={() => ask('renew')}>
              Renew …
            </button>
            {record.link === null ? null : (
              <button type="button" class="button" onClick={() => ask('offer')}>
                Into a wallet …
              </button>
            )}
            <button type="button" class="button button-quiet" onClick={() => ask('suspend')}>
              Suspend …
            </button>
          </>
        ) : (
          <button
            type="button"
            class="button"
            onClick={() => void run(resumeRecord(record.credentialId), 'The suspension has ended')}
          >
            End the suspension
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={() => ask('revoke')}>
          Revoke …
        </button>
      </p>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {asking === 'renew' ? <RenewDialog {...dialog} attempts={attempts} /> : null}
      {asking === 'offer' ? <OfferDialog record={record} onClose={dialog.onClose} /> : null}
      {asking === 'suspend' || asking === 'revoke' ? (
        <ReasonDialog {...dialog} revoke={asking === 'revoke'} />
      ) : null}
    </>
  )
}
