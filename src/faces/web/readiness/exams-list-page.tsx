import { Loaded } from '../parts/load.tsx'
import { useProgramme } from '../parts/programme.ts'
import { Page } from '../shell/page.tsx'

/** Exams whose readiness can be read. */
export function ReadinessListPage() {
  const programme = useProgramme()
  return (
    <Page
      area="readiness"
      title="Readiness"
      lead="The chance of reaching the cut, by the day of the exam, with a record of how often such statements came true."
    >
      <Loaded from={programme} what="the exams">
        {({ packs }) => (
          <ul class="stack">
            {packs.map(({ examCode, title }) => (
              <li key={examCode} class="card">
                <p class="eyebrow">{examCode}</p>
                <h2>
                  <a href={`/readiness/${examCode}`}>{title}</a>
                </h2>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}
