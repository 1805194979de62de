import type { CatalogueView } from '../../../application/read-catalogue.ts'
import { formatDay, formatShortDay } from '../../../presentation/formats.ts'

type Props = { readonly changes: CatalogueView['changes']; readonly after: string; readonly query?: string }

/** What the sources announce after a day. */
export function ChangeList({ changes, after, query = '' }: Props) {
  return (
    <section class="section">
      <h2>What changes after {formatDay(after)}</h2>
      {changes.length === 0 ? (
        <p class="soft">The sources announce nothing after this day. That is not a promise.</p>
      ) : null}
      <ol class="changes">
        {changes.map((change) => (
          <li key={`${change.date}${change.text}`}>
            <time dateTime={change.date}>{formatShortDay(change.date)}</time>
            <span>
              {change.text}{' '}
              <a href={`/programme/${change.certificationId}${query}`}>
                More<span class="visually-hidden"> about {change.examCode}</span>
              </a>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
