import type { CatalogueView } from '../../../application/read-catalogue.ts'
import type { CertificationView } from '../../../application/read-certification.ts'
import { shortName, tierName } from '../../../presentation/catalogue-words.ts'
import { formatDay, formatList } from '../../../presentation/formats.ts'
import { call } from '../api/client.ts'
import { Loaded, useLoad } from '../parts/load.tsx'
import { useProgramme } from '../parts/programme.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { askedDay } from './as-of.ts'
import { ChangeList } from './change-list.tsx'
import { Domains } from './domains.tsx'
import { ExamFacts } from './exam-facts.tsx'
import './programme.css'
import { Renewals } from './renewals.tsx'
import { Sources } from './sources.tsx'
import { Versions } from './versions.tsx'
import { WhoItIsFor } from './who-it-is-for.tsx'

type Both = { readonly view: CertificationView; readonly all: CatalogueView['certifications'] }

function Actions({ view }: { readonly view: CertificationView }) {
  const programme = useProgramme()
  const pack = programme.value?.packs.find(({ certificationId }) => certificationId === view.id)
  return (
    <p class="row">
      {pack === undefined ? null : (
        <a class="button button-primary" href={`/exams/${pack.examCode}`}>
          Practise {pack.examCode}
        </a>
      )}
      {view.status === 'retired' ? null : (
        <a class="button" href={`/route?wants=${view.id}`}>
          Plan a route to it
        </a>
      )}
    </p>
  )
}

function Nearest({ view, all }: Both) {
  if (view.nearest.length === 0) return null
  const names = new Map(all.map(({ id, name }) => [id, shortName(name)]))
  return (
    <aside class="note note-attention" aria-label="What to take instead">
      <p class="note-title">Where to go instead</p>
      <ul class="bullets">
        {view.nearest.map(({ id, relation, by }) => (
          <li key={id}>
            <a href={`/programme/${id}`}>{names.get(id) ?? id}</a>: {relation}.{' '}
            <span class="soft small">
              {by === 'source' ? 'As the vendor maps it.' : "Cairn's own suggestion."}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  )
}

function Certification({ view, all }: Both) {
  return (
    <>
      <div class="certification-head">
        <p class="row">
          <StatusMark status={view.status} />
          {view.formerNames.length === 0 ? null : (
            <span class="soft">formerly {formatList(view.formerNames)}</span>
          )}
        </p>
        {view.statusNote === null ? null : <p class="soft prose">{view.statusNote}</p>}
        <Nearest view={view} all={all} />
        <Actions view={view} />
      </div>
      <WhoItIsFor view={view} all={all} />
      <ExamFacts view={view} />
      <Domains view={view} />
      <Versions view={view} />
      <Renewals view={view} all={all} />
      {view.changes.length === 0 ? null : <ChangeList changes={view.changes} after={view.asOf} />}
      <Sources view={view} />
    </>
  )
}

/** Everything known about one certification on a day. */
export function CertificationPage({ params }: PageProps) {
  const id = params.id ?? ''
  const day = askedDay(location.search)
  const query = day === null ? '' : `?asOf=${day}`
  const detail = useLoad(
    () => call<CertificationView>('GET', `/catalogue/${encodeURIComponent(id)}${query}`),
    [id, query],
  )
  const list = useLoad(() => call<CatalogueView>('GET', `/catalogue${query}`), [query])
  const view = detail.value
  return (
    <Page
      area="certification"
      title={view?.name ?? 'Certification'}
      above={
        <p class="eyebrow">
          <a href={day === null ? '/programme' : `/programme?as-of=${day}`}>Programme</a>
          {view === null ? '' : ` / ${tierName(view.tier)}`}
          {day === null ? '' : `, as of ${formatDay(day)}`}
        </p>
      }
      lead={view?.validates}
    >
      <Loaded from={detail} what="the certification">
        {(found) => <Certification view={found} all={list.value?.certifications ?? []} />}
      </Loaded>
    </Page>
  )
}
