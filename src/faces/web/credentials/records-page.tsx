import type { AttemptLine } from '../../../application/list-attempts.ts'
import type { CredentialLine } from '../../../application/list-credentials.ts'
import { kindName, stateText, stateWord } from '../../../presentation/credential-text.ts'
import { call } from '../api/client.ts'
import type { AttemptList } from '../api/types.ts'
import { Loaded, useLoad } from '../parts/load.tsx'
import { Page } from '../shell/page.tsx'
import { AskForm } from './ask-form.tsx'
import { listRecords } from './credential-calls.ts'
import './credentials.css'
import { eligibleAttempts } from './eligible-attempts.ts'
import { RecordActions } from './record-actions.tsx'

function markOf({ state, expiry }: CredentialLine): { readonly look: string; readonly sign: string } {
  if (state === 'revoked') return { look: 'mark-problem', sign: '✕' }
  if (state === 'suspended' || expiry?.standing !== 'far') return { look: 'mark-attention', sign: '○' }
  return { look: 'mark-well', sign: '✓' }
}

const files = [
  ['json', 'JSON'],
  ['png', 'PNG'],
  ['svg', 'SVG'],
  ['pdf', 'PDF'],
] as const

type RecordProps = {
  readonly record: CredentialLine
  readonly attempts: readonly AttemptLine[]
  readonly onChanged: () => void
}

function RecordCard({ record, attempts, onChanged }: RecordProps) {
  const path = `/credentials/${record.credentialId}`
  const { look, sign } = markOf(record)
  return (
    <li class="card record">
      <img src={`${path}.svg`} alt="" width={144} height={144} loading="lazy" />
      <div class="record-text">
        <p class="eyebrow">{kindName(record.kind)}</p>
        <h3>
          <a href={path}>{record.name}</a>
        </h3>
        <p>
          <span class={`mark ${look}`}>
            <span aria-hidden="true">{sign}</span> {stateWord(record.state, record.expiry)}
          </span>
        </p>
        <p class="soft">{stateText(record, record.expiry)}</p>
        <p class="row small">
          Take a copy:
          {files.map(([file, name]) => (
            <a key={file} href={`${path}.${file}`} download={`cairn-record.${file}`}>
              {name}
            </a>
          ))}
        </p>
        <RecordActions record={record} attempts={attempts} onChanged={onChanged} />
      </div>
    </li>
  )
}

const wanted = (): string | null => new URLSearchParams(location.search).get('attempt')

function Ask({
  attempts,
  onGiven,
}: {
  readonly attempts: readonly AttemptLine[]
  readonly onGiven: () => void
}) {
  const eligible = eligibleAttempts(attempts)
  if (eligible.length === 0) {
    return (
      <p class="note">
        A record is given for a whole form sat in exam mode and closed. <a href="/exams">Choose an exam</a>.
      </p>
    )
  }
  return <AskForm attempts={eligible} attemptId={wanted()} onGiven={onGiven} />
}

/** A person's records: what they hold, how each stands, and a new one for a closed exam. */
export function RecordsPage() {
  const records = useLoad(listRecords, [])
  const attempts = useLoad(() => call<AttemptList>('GET', '/attempts'), [])
  const all = attempts.value?.attempts ?? []
  return (
    <Page
      area="records"
      title="Records"
      lead="Signed statements of what you showed here. They open in other people's wallets and verifiers, without this installation."
    >
      <Loaded from={records} what="your records">
        {({ credentials }) =>
          credentials.length === 0 ? null : (
            <>
              <p class="record-reminders">
                <a href="/api/v1/renewals/calendar" download="cairn-records.ics">
                  Reminders as a calendar file
                </a>
              </p>
              <ul class="records">
                {credentials.map((record) => (
                  <RecordCard
                    key={record.credentialId}
                    record={record}
                    attempts={all}
                    onChanged={records.reload}
                  />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      <section class="section" aria-labelledby="ask">
        <h2 id="ask">Ask for a record</h2>
        <p class="soft prose">
          Practice gives a readiness record, whatever the score: self-administered, unproctored, on public
          items, and it says so. A programme's exam gives its credential on a pass.
        </p>
        <Loaded from={attempts} what="your exams">
          {(list) => <Ask attempts={list.attempts} onGiven={records.reload} />}
        </Loaded>
      </section>
    </Page>
  )
}
