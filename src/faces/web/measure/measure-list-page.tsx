import { Loaded } from '../parts/load.tsx'
import { useProgramme } from '../parts/programme.ts'
import { Page } from '../shell/page.tsx'

/** Exams whose measurement a programme owner can look at. */
export function MeasureListPage() {
  const programme = useProgramme()
  return (
    <Page
      area="measure"
      title="Measurement"
      lead="For programme owners: item analysis, calibrations and forms of each exam."
    >
      <Loaded from={programme} what="the exams">
        {({ packs }) => (
          <ul class="stack">
            {packs.map(({ examCode, title, poolSize }) => (
              <li key={examCode} class="card">
                <p class="eyebrow">{examCode}</p>
                <h2>
                  <a href={`/measure/${examCode}`}>{title}</a>
                </h2>
                <p class="soft small">{poolSize} items in the pool</p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}
