import type { CertificationView } from '../../../application/read-certification.ts'

/** The exam version whose facts are shown: the one to sit on the day, else the next or last one; null without any. */
export function shownVersion({
  inForce,
  versions,
}: Pick<CertificationView, 'inForce' | 'versions'>): CertificationView['versions'][number] | null {
  return versions.find(({ examCode }) => examCode === inForce) ?? versions.at(-1) ?? null
}
