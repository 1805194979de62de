import type { ListedCertification } from '../../../application/read-catalogue.ts'
import type { CairnStone } from '../../../presentation/charts/programme-cairn.ts'
import { formatShortDay } from '../../../presentation/formats.ts'

const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null

const earliest = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).sort()[0] ?? null

/** The exam code to show: the one to sit on the day, else the next or last one. */
export const shownCode = ({ inForce, examVersions }: ListedCertification): string | null =>
  inForce ?? examVersions.at(-1)?.examCode ?? null

function remarkOf({ status, inForce, examVersions }: ListedCertification): string | null {
  const windows = examVersions.flatMap((version) => version.windows)
  if (status === 'ending') {
    const last = latest(windows.map(({ to }) => to))
    return last === null ? null : `until ${formatShortDay(last)}`
  }
  if (status === 'announced') {
    const first = earliest(windows.map(({ from }) => from))
    return first === null ? null : `from ${formatShortDay(first)}`
  }
  const next = examVersions.find(({ examCode, windows: spans }) => examCode !== inForce && spans.length > 0)
  return status === 'active' && next !== undefined ? `${next.examCode} comes` : null
}

/** A certification as a stone of the picture. */
export const stoneOf = (certification: ListedCertification): CairnStone => ({
  id: certification.id,
  name: certification.name,
  tier: certification.tier,
  status: certification.status,
  examCode: shownCode(certification),
  remark: remarkOf(certification),
})
