import type { FamilyEntry } from '../../../application/list-families.ts'
import { formatCount, formatList } from '../../../presentation/formats.ts'
import { call } from '../api/client.ts'
import { Loaded, useLoad } from '../parts/load.tsx'
import { Page } from '../shell/page.tsx'
import './families.css'
import { kindNames, placementText } from './words.ts'

const lead =
  'Items whose key and distractors are computed by a model, not typed. This page is for authors and the curious: it is no part of an attempt, and it shows keys.'

function FamilyCard({ family }: { readonly family: FamilyEntry }) {
  return (
    <li class="card family-card">
      <p class="eyebrow">{kindNames[family.kind]}</p>
      <h2>
        <a href={`/families/${family.name}`}>{family.title}</a>
      </h2>
      <p class="soft small">{formatList(family.placements.map(placementText))}</p>
      <details>
        <summary>{formatCount(family.misconceptions.length, 'misconception')}</summary>
        <ul class="bullets small">
          {family.misconceptions.map(({ id, statement }) => (
            <li key={id}>{statement}</li>
          ))}
        </ul>
      </details>
      {family.alive ? null : (
        <p class="note note-attention">Not drawn today: a fact that it rests on has ended.</p>
      )}
    </li>
  )
}

/** Every family, with what it serves and what its distractors stand for. */
export function FamiliesPage() {
  const loaded = useLoad(() => call<{ families: readonly FamilyEntry[] }>('GET', '/families'), [])
  return (
    <Page area="families" title="Computed-key families" lead={lead}>
      <Loaded from={loaded} what="the families">
        {({ families }) => (
          <ul class="family-cards">
            {families.map((family) => (
              <FamilyCard key={family.name} family={family} />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}
