import type { DisputeLine } from '../../../application/read-disputes.ts'
import { formatMoment } from '../../../presentation/formats.ts'
import { call } from '../api/client.ts'
import { Loaded, useLoad } from '../parts/load.tsx'
import { localZone } from '../parts/zone.ts'
import { Page } from '../shell/page.tsx'
import { StateMark } from './state-mark.tsx'

type DisputeList = { readonly disputes: readonly DisputeLine[] }

function Row({ dispute }: { readonly dispute: DisputeLine }) {
  const { disputeId, itemId, examCode, claim, owner, raisedAt } = dispute
  return (
    <li>
      <h3>
        <a href={`/disputes/${disputeId}`}>{itemId}</a>
      </h3>
      <p class="soft small">
        {examCode}, raised {formatMoment(raisedAt, localZone)},{' '}
        {owner === null ? 'nobody answers for it yet' : `${owner} answers for it`}
      </p>
      <p>{claim}</p>
      <StateMark dispute={dispute} />
    </li>
  )
}

function Lists({ disputes }: DisputeList) {
  if (disputes.length === 0) {
    return (
      <p class="note">
        No item is disputed. After an attempt has closed, its <a href="/history">review</a> lets you dispute
        an item.
      </p>
    )
  }
  const undecided = disputes.filter(({ decidedAt }) => decidedAt === null)
  const decided = disputes.filter(({ decidedAt }) => decidedAt !== null)
  return (
    <>
      {[
        { title: 'Undecided', some: undecided },
        { title: 'Decided', some: [...decided].reverse() },
      ].map(({ title, some }) =>
        some.length === 0 ? null : (
          <section key={title} class="section">
            <h2>{title}</h2>
            <ul class="rows">
              {some.map((dispute) => (
                <Row key={dispute.disputeId} dispute={dispute} />
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  )
}

/** Every dispute of this installation with its owner, state and age. */
export function DisputesPage() {
  const found = useLoad(() => call<DisputeList>('GET', '/disputes'), [])
  return (
    <Page
      area="disputes"
      title="Disputes"
      lead="Items that somebody holds to be wrong: who answers for them, how they stand, and for how long."
    >
      <Loaded from={found} what="the disputes">
        {(list) => <Lists disputes={list.disputes} />}
      </Loaded>
    </Page>
  )
}
