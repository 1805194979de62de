import type { CertificationView } from '../../../application/read-certification.ts'
import { domainBars } from '../../../presentation/charts/domain-bars.ts'
import { Figure } from '../parts/figure.tsx'
import { shownVersion } from './shown-version.ts'

/** Domains as bars by weight, and the tasks of each. */
export function Domains({ view }: { readonly view: CertificationView }) {
  const version = shownVersion(view)
  if (version === null || version.domains.length === 0) return null
  const { examCode, domains } = version
  return (
    <section class="section">
      <h2>Domains and tasks</h2>
      <Figure
        draw={(width) =>
          domainBars({
            id: 'domains',
            title: `Domains of ${examCode} by weight`,
            width: Math.min(width, 860),
            domains,
          })
        }
      />
      <div class="domain-tasks">
        {domains.map((domain) => (
          <details key={domain.number}>
            <summary>
              {domain.number}. {domain.name}
            </summary>
            {domain.tasks.length === 0 ? (
              <p class="soft">Its tasks are unknown.</p>
            ) : (
              <ul class="bullets">
                {domain.tasks.map((task) => (
                  <li key={task.number}>
                    {task.number} {task.text}
                  </li>
                ))}
              </ul>
            )}
          </details>
        ))}
      </div>
    </section>
  )
}
