import type { CatalogueView } from '../../../application/read-catalogue.ts'
import { formatShortDay } from '../../../presentation/formats.ts'
import { soonChanges } from './soon-changes.ts'

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

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
