import type { CatalogueView } from '../../../application/read-catalogue.ts'
import type { CertificationView } from '../../../application/read-certification.ts'
import { formatList } from '../../../presentation/formats.ts'
import { nameOf } from './renewal-stones.ts'

type Props = { readonly view: CertificationView; readonly all: CatalogueView['certifications'] }

/** Who it is for, and what to bring. */
export function WhoItIsFor({ view, all }: Props) {
  const { candidate, text, priorCertifications } = view.recommended
  return (
    <section class="section">
      <h2>Who it is for</h2>
      <div class="prose">
        <p>{candidate}</p>
        {view.roles.length === 0 ? null : <p>Roles: {formatList(view.roles)}.</p>}
        <p>Recommended experience: {text}</p>
        {priorCertifications.length === 0 ? null : (
          <ul class="bullets">
            {priorCertifications.map(({ id, strength }) => (
              <li key={id}>
                <a href={`/programme/${id}`}>{nameOf(all)(id)}</a> before it: {strength}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
