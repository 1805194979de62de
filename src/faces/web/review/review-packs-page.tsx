import type { ReviewPack } from '../../../application/list-review-packs.ts'
import { formatCount } from '../../../presentation/formats.ts'
import { call } from '../api/client.ts'
import { Loaded, useLoad } from '../parts/load.tsx'
import { Page } from '../shell/page.tsx'
import './review.css'

type Packs = { readonly packs: readonly ReviewPack[] }

const scopes = [
  { id: 'in-review', name: 'those that wait for solvers' },
  { id: 'disputed', name: 'those in dispute' },
  { id: 'all', name: 'all of them' },
] as const

function countOf({ states }: ReviewPack, scope: (typeof scopes)[number]['id']): number {
  if (scope !== 'all') return states[scope]
  return states.draft + states['in-review'] + states.operational + states.disputed
}

function solversText({ people, models }: ReviewPack): string {
  const persons = people.length === 0 ? 'no person so far' : people.join(', ')
  return `Solved blind by ${persons}, and by ${formatCount(models.length, 'model')}.`
}

function Row({ pack }: { readonly pack: ReviewPack }) {
  return (
    <li>
      <h2 class="review-pack">
        {pack.examCode}: {pack.title}
      </h2>
      <p class="soft small">{solversText(pack)}</p>
      <ul class="row-list review-scopes">
        {scopes
          .filter(({ id }) => countOf(pack, id) > 0)
          .map(({ id, name }) => (
            <li key={id}>
              <a class="button" href={`/review/${pack.examCode}?only=${id}`}>
                Solve {name} ({countOf(pack, id)})
              </a>
            </li>
          ))}
      </ul>
    </li>
  )
}

/** For human reviewers: which pack to solve blind. */
export function ReviewPacksPage() {
  const found = useLoad(() => call<Packs>('GET', '/reviews'), [])
  return (
    <Page
      area="review-packs"
      title="Blind review"
      lead="Solve items without their keys. Two solvers who agree with the key, and defend no other option, let an item into a form; a disagreement takes it out until it is mended."
    >
      <Loaded from={found} what="the packs">
        {({ packs }) => (
          <ul class="rows">
            {packs.map((pack) => (
              <Row key={pack.examCode} pack={pack} />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}
