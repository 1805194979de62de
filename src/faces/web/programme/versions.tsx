import type { CertificationView } from '../../../application/read-certification.ts'
import { confidenceMarks, confidenceWords, describeDate } from '../../../presentation/catalogue-words.ts'
import { versionTimeline } from '../../../presentation/charts/version-timeline.ts'
import { orUnknown } from '../../../presentation/formats.ts'
import { Figure } from '../parts/figure.tsx'

type Version = CertificationView['versions'][number]

function VersionRow({ version }: { readonly version: Version }) {
  const { examCode, nameAtTheTime, availableFrom, lastExamDate, confidence } = version
  return (
    <li>
      <h3>
        {examCode}
        {nameAtTheTime === null ? null : <span class="soft small"> as {nameAtTheTime}</span>}
      </h3>
      <p>
        <span class="soft">First day</span> {orUnknown(availableFrom, describeDate)}
      </p>
      <p>
        <span class="soft">Last day</span>{' '}
        {lastExamDate === null ? 'none announced' : describeDate(lastExamDate)}
      </p>
      <p class="soft small">
        <span aria-hidden="true">{confidenceMarks[confidence.dates]}</span>{' '}
        {confidenceWords[confidence.dates]}
      </p>
    </li>
  )
}

/** Every version of the exam on a time line and in words. */
export function Versions({ view }: { readonly view: CertificationView }) {
  if (view.versions.length === 0) return null
  return (
    <section class="section">
      <h2>Versions</h2>
      <Figure
        draw={(width) =>
          versionTimeline({
            id: 'versions',
            title: `Versions of ${view.name}`,
            width,
            today: view.asOf,
            versions: view.versions,
          })
        }
      />
      <ul class="rows version-rows">
        {view.versions.map((version) => (
          <VersionRow key={version.examCode} version={version} />
        ))}
      </ul>
    </section>
  )
}
