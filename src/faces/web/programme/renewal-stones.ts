import type { ListedCertification } from '../../../application/read-catalogue.ts'
import type { CertificationView } from '../../../application/read-certification.ts'
import type { Renewal } from '../../../domain/catalogue/types.ts'
import { shortName, tierName } from '../../../presentation/catalogue-words.ts'
import type { RenewalStone } from '../../../presentation/charts/renewal-graph.ts'

type Listed = readonly ListedCertification[]

function stoneOfRenewal(renewal: Renewal, all: Listed): RenewalStone {
  const { extendsYears } = renewal
  if (renewal.kind === 'activity') return { name: renewal.name, status: null, extendsYears }
  if (renewal.kind === 'any-exam-of-tier')
    return { name: `any ${tierName(renewal.tier)} exam`, status: null, extendsYears }
  const certification = all.find(({ id }) => id === renewal.certificationId)
  return {
    name: shortName(certification?.name ?? renewal.certificationId),
    status: certification?.status ?? null,
    extendsYears,
  }
}

/** What renews a certification, as stones of its graph; null where no source says. */
export const renewedByStones = (view: CertificationView, all: Listed): readonly RenewalStone[] | null =>
  view.renewedBy?.map((renewal) => stoneOfRenewal(renewal, all)) ?? null

/** Years that a pass of `view` adds to another certification: what its own renewals say, else its validity. */
function yearsAdded(view: CertificationView, renewed: ListedCertification): number {
  const way = renewed.renewedBy?.find(
    (renewal) =>
      (renewal.kind === 'exam' && renewal.certificationId === view.id) ||
      (renewal.kind === 'any-exam-of-tier' && renewal.tier === view.tier),
  )
  return way?.extendsYears ?? renewed.validityYears
}

/** What a pass renews besides the certification itself, as stones of its graph. */
export const renewsStones = (view: CertificationView, all: Listed): readonly RenewalStone[] =>
  view.renews
    .filter((id) => id !== view.id)
    .flatMap((id) => all.find((certification) => certification.id === id) ?? [])
    .map((renewed) => ({
      name: shortName(renewed.name),
      status: renewed.status,
      extendsYears: yearsAdded(view, renewed),
    }))

/** The short name of a certification in the list, or its id where the list does not have it. */
export const nameOf =
  (all: Listed) =>
  (id: string): string =>
    shortName(all.find((certification) => certification.id === id)?.name ?? id)
