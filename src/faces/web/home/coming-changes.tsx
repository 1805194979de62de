import type { CatalogueView } from '../../../application/read-catalogue.ts'
import { formatShortDay, upperFirst } from '../../../presentation/formats.ts'
import { soonChanges } from './soon-changes.ts'

type Props = { readonly changes: CatalogueView['changes']; readonly asOf: string }

/** What the programme announces for the next four months. */
export function ComingChanges({ changes, asOf }: Props) {
  const soon = soonChanges(changes, asOf)
  if (soon.length === 0) return <p class="soft">No change is announced for the next four months.</p>
  return (
    <ol class="home-changes">
      {soon.map((change) => (
        <li key={`${change.date}${change.text}`}>
          <time dateTime={change.date}>{formatShortDay(change.date)}</time>
          <a href={`/programme/${change.certificationId}`}>{upperFirst(change.title)}</a>
        </li>
      ))}
    </ol>
  )
}
