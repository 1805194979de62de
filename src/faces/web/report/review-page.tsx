import { useState } from 'preact/hooks'
import type { ReportView } from '../../../application/read-report.ts'
import type { ReviewedItem } from '../../../domain/attempt/types.ts'
import type { PresentedItem } from '../../../domain/form/types.ts'
import { formatCount } from '../../../presentation/formats.ts'
import { originText } from '../../../presentation/report-text.ts'
import { call } from '../api/client.ts'
import { AnsweredItem } from '../parts/answered-item.tsx'
import { FilterButtons } from '../parts/filter-buttons.tsx'
import { Loaded, useLoad } from '../parts/load.tsx'
import { RichText } from '../parts/rich-text.tsx'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { DisputeForm } from './dispute-form.tsx'
import { filterReviewed, type ReviewedFilter } from './next-steps.ts'
import './report.css'

const filters: readonly { readonly id: ReviewedFilter; readonly name: string }[] = [
  { id: 'all', name: 'All' },
  { id: 'missed', name: 'Missed' },
  { id: 'flagged', name: 'Flagged' },
]

function firstFilter(): ReviewedFilter {
  const asked = new URLSearchParams(location.search).get('show')
  return filters.find(({ id }) => id === asked)?.id ?? 'all'
}

function aboutItem(reviewed: ReviewedItem): string {
  const parts = [
    reviewed.task === null ? `domain ${reviewed.domain}` : `task ${reviewed.task}`,
    reviewed.scored ? null : 'a pretest item, not scored',
    reviewed.seenBefore ? 'met before' : null,
    reviewed.flagged ? 'flagged' : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

type ReviewedProps = {
  readonly attemptId: string
  readonly item: PresentedItem
  readonly reviewed: ReviewedItem
}

function Reviewed({ attemptId, item, reviewed }: ReviewedProps) {
  return (
    <article class="reviewed" aria-labelledby={`item-${item.position}`}>
      <div class="reviewed-head">
        <h2 id={`item-${item.position}`}>Item {item.position}</h2>
        <p class="soft small">{aboutItem(reviewed)}</p>
      </div>
      {item.stimulus === undefined ? null : (
        <details>
          <summary>Case: {item.stimulus.title}</summary>
          <RichText text={item.stimulus.text} />
        </details>
      )}
      <div class="reviewed-stem">
        <RichText text={item.stem} />
      </div>
      <AnsweredItem item={item} response={reviewed.response} feedback={reviewed.feedback} />
      <p class="soft small">
        {originText(reviewed.origin)} <span class="reviewed-id">{reviewed.itemId}</span>
      </p>
      <DisputeForm attemptId={attemptId} item={item} />
    </article>
  )
}

type FilterProps = {
  readonly filter: ReviewedFilter
  readonly onFilter: (filter: ReviewedFilter) => void
  readonly domain: number | null
  readonly onDomain: (domain: number | null) => void
  readonly view: ReportView
}

function Filters({ filter, onFilter, domain, onDomain, view }: FilterProps) {
  const items = view.report.items ?? []
  return (
    <div class="review-filters no-print">
      <FilterButtons
        filters={filters.map(({ id, name }) => ({
          id,
          name,
          count: filterReviewed(items, id, domain).length,
        }))}
        chosen={filter}
        onChoose={onFilter}
      />
      <label>
        <span class="visually-hidden">Domain</span>
        <select
          class="input input-short"
          value={domain === null ? '' : String(domain)}
          onChange={(event) =>
            onDomain(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
          }
        >
          <option value="">All domains</option>
          {view.report.domains.map(({ number, name }) => (
            <option key={number} value={String(number)}>
              {number}. {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function Review({ view }: { readonly view: ReportView }) {
  const [filter, setFilter] = useState<ReviewedFilter>(firstFilter)
  const [domain, setDomain] = useState<number | null>(null)
  const { items } = view.report
  if (items === undefined) return <p class="note">This form is not open for review.</p>
  const presented = new Map(view.form.items.map((item) => [item.position, item]))
  const shown = filterReviewed(items, filter, domain)
  return (
    <>
      <Filters filter={filter} onFilter={setFilter} domain={domain} onDomain={setDomain} view={view} />
      <p class="soft" role="status">
        {shown.length === items.length
          ? formatCount(items.length, 'item')
          : `${shown.length} of ${formatCount(items.length, 'item')}`}
      </p>
      {shown.map((reviewed) => {
        const item = presented.get(reviewed.position)
        return item === undefined ? null : (
          <Reviewed
            key={reviewed.position}
            attemptId={view.report.attemptId}
            item={item}
            reviewed={reviewed}
          />
        )
      })}
    </>
  )
}

/** Every item of a closed attempt: response, key, a reason for every option, references, origin. */
export function ReviewPage({ params }: PageProps) {
  const id = params.id ?? ''
  const found = useLoad(() => call<ReportView>('GET', `/attempts/${encodeURIComponent(id)}/report`), [id])
  return (
    <Page
      area="review"
      title="Review"
      tab={`Review, ${found.value?.report.examCode ?? 'attempt'}`}
      above={
        <p class="eyebrow">
          <a href={`/attempts/${id}/report`}>Report</a> / {found.value?.report.examCode ?? ''}
        </p>
      }
      lead="What you gave, what the key is, and why each option is or is not in it."
    >
      <Loaded from={found} what="the items">
        {(view) => <Review view={view} />}
      </Loaded>
    </Page>
  )
}
