import type { CertificationView } from '../../../application/read-certification.ts'
import { confidenceMarks, confidenceWords } from '../../../presentation/catalogue-words.ts'
import { formatList } from '../../../presentation/formats.ts'

type Group = CertificationView['sources'][number]
type Source = Group['titles'][number]

const grades: Readonly<Record<Source['grade'], string>> = {
  official: "the vendor's own",
  'third-party': 'third party',
  recalled: 'recalled',
}

function SourceLine({ source }: { readonly source: Source }) {
  return (
    <li>
      {source.url === null ? (
        source.title
      ) : (
        <a href={source.url} rel="noreferrer">
          {source.title}
        </a>
      )}{' '}
      <span class="soft small">
        {formatList([grades[source.grade], ...(source.date === null ? [] : [source.date])])}
      </span>
    </li>
  )
}

function SourceGroup({ group }: { readonly group: Group }) {
  return (
    <details>
      <summary>
        <span>
          {group.group}{' '}
          <span class="soft small source-confidence">
            <span aria-hidden="true">{confidenceMarks[group.confidence]}</span>{' '}
            {confidenceWords[group.confidence]}
          </span>
        </span>
      </summary>
      <ul class="bullets prose">
        {group.titles.map((source) => (
          <SourceLine key={source.id} source={source} />
        ))}
      </ul>
      {group.note === null ? null : <p class="soft small prose">{group.note}</p>}
    </details>
  )
}

/** Where the facts were read, and how far each can be trusted. */
export function Sources({ view }: { readonly view: CertificationView }) {
  return (
    <section class="section">
      <h2>Sources</h2>
      {view.sources.map((group) => (
        <SourceGroup key={group.group} group={group} />
      ))}
      {view.urls.page === null ? null : (
        <p>
          <a href={view.urls.page} rel="noreferrer">
            The vendor's page
          </a>
          {view.urls.guide === null ? null : (
            <>
              ,{' '}
              <a href={view.urls.guide} rel="noreferrer">
                its exam guide
              </a>
            </>
          )}
        </p>
      )}
    </section>
  )
}
