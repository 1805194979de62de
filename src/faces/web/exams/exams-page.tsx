import type { PackSummary } from '../../../application/read-programme.ts'
import { formatCount, formatMinutes } from '../../../presentation/formats.ts'
import { Loaded } from '../parts/load.tsx'
import { useProgramme } from '../parts/programme.ts'
import { Page } from '../shell/page.tsx'
import './exams.css'

function formText({ poolSize, fullForm }: PackSummary): string {
  if (poolSize === 0) return 'None of its items has passed review yet, so nothing can be drawn.'
  if (fullForm === null) return 'Too few items for a full form yet; blocks and study work.'
  return `A full form has ${formatCount(fullForm.items, 'item')} in ${formatMinutes(fullForm.minutes)}.`
}

function PackCard({ pack }: { readonly pack: PackSummary }) {
  return (
    <li class="card exam-card">
      <p class="eyebrow">{pack.examCode}</p>
      <h2>
        <a href={`/exams/${encodeURIComponent(pack.examCode)}`}>{pack.title}</a>
      </h2>
      <p>{formText(pack)}</p>
      <p class="soft small">
        {formatCount(pack.poolSize, 'item')} in the pool.{' '}
        {pack.purpose === 'practice'
          ? 'Practice: reports compare with the cut and never say pass.'
          : "A programme's own exam: the report decides."}
      </p>
      {pack.lapsed === null ? null : <p class="note note-attention">{pack.lapsed}</p>}
    </li>
  )
}

/** What can be sat on this installation. */
export function ExamsPage() {
  const programme = useProgramme()
  return (
    <Page
      area="exams"
      title="Exams"
      lead="Choose what to practise. Nothing starts, and no clock runs, until you say so on the next pages."
    >
      <Loaded from={programme} what="the exams">
        {({ packs }) =>
          packs.length === 0 ? (
            <p class="note">No pack of items is installed yet. Put one under packs/ and start Cairn again.</p>
          ) : (
            <ul class="exam-cards">
              {packs.map((pack) => (
                <PackCard key={pack.examCode} pack={pack} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}
