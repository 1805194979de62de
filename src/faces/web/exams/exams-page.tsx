import type { PackSummary } from '../../../application/read-programme.ts'
import { tierName } from '../../../presentation/catalogue-words.ts'
import { formatCount, formatMinutes } from '../../../presentation/formats.ts'
import { Loaded } from '../parts/load.tsx'
import { useProgramme } from '../parts/programme.ts'
import { Page } from '../shell/page.tsx'
import { ExamDaysNote } from './exam-days-note.tsx'
import './exams.css'

function formText({ poolSize, fullForm }: PackSummary): string {
  if (poolSize === 0) return 'None of its items has passed review yet, so nothing can be drawn.'
  if (fullForm === null) return 'Too few items for a full form yet; blocks and study work.'
  return `A full form has ${formatCount(fullForm.items, 'item')} in ${formatMinutes(fullForm.minutes)}.`
}

function PackCard({ pack, today }: { readonly pack: PackSummary; readonly today: string }) {
  return (
    <li class="card exam-card">
      <p class="eyebrow">{pack.examCode}</p>
      <h3>
        <a href={`/exams/${encodeURIComponent(pack.examCode)}`}>{pack.title}</a>
      </h3>
      <p>{formText(pack)}</p>
      <p class="soft small">
        {formatCount(pack.poolSize, 'item')} in the pool.{' '}
        {pack.purpose === 'practice'
          ? 'Practice: reports compare with the cut and never say pass.'
          : "A programme's own exam: the report decides."}
      </p>
      <ExamDaysNote pack={pack} today={today} />
    </li>
  )
}

const tiers = ['foundational', 'business', 'associate', 'professional', 'specialty'] as const
const topics = 'Topic assessments'

/** Packs by tier, those of exams that have ended last and apart. */
function sectionsOf(packs: readonly PackSummary[]): readonly (readonly [string, readonly PackSummary[]])[] {
  const living = packs.filter(({ lapsed }) => lapsed === null)
  const sections = [
    ...tiers.map((tier) => [tierName(tier), living.filter((pack) => pack.tier === tier)] as const),
    [topics, packs.filter(({ lapsed }) => lapsed !== null)] as const,
  ]
  return sections.filter(([, own]) => own.length > 0)
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
        {({ packs, today }) =>
          packs.length === 0 ? (
            <p class="note">No pack of items is installed yet. Put one under packs/ and start Cairn again.</p>
          ) : (
            sectionsOf(packs).map(([name, own]) => (
              <section key={name} class="section">
                <h2>{name}</h2>
                {name === topics ? (
                  <p class="soft">The exams are no longer given; what they asked is still worth knowing.</p>
                ) : null}
                <ul class="exam-cards">
                  {own.map((pack) => (
                    <PackCard key={pack.examCode} pack={pack} today={today} />
                  ))}
                </ul>
              </section>
            ))
          )
        }
      </Loaded>
    </Page>
  )
}
