import type { CertificationFile, ProgrammeFile, SourcesFile } from './catalogue-schema.ts'
import { checkSuccession, checkVersion, type Fault } from './catalogue-version-checks.ts'
import type { Path } from './catalogue-yaml.ts'

/** What a certification file may refer to. */
export type Known = {
  readonly programme: ProgrammeFile
  readonly sources: SourcesFile
  readonly certificationIds: ReadonlySet<string>
}

const missing = (known: ReadonlySet<string>, id: string, path: Path, advice: string): readonly Fault[] =>
  known.has(id) ? [] : [{ path, text: `"${id}" is not known. ${advice}` }]

function checkSourceIds(entry: CertificationFile, sources: SourcesFile): readonly Fault[] {
  const known = new Set(Object.keys(sources))
  const advice = 'Add it to sources.yaml, or correct the id.'
  const check = (ids: readonly string[], path: Path): readonly Fault[] =>
    ids.flatMap((id, index) => missing(known, id, [...path, index], advice))
  return [
    ...entry.versions.flatMap((version, index) => check(version.sources, ['versions', index, 'sources'])),
    ...entry.sources.flatMap((group, index) => check(group.sourceIds, ['sources', index, 'sourceIds'])),
  ]
}

function checkEdges(entry: CertificationFile, known: ReadonlySet<string>): readonly Fault[] {
  const advice = 'Name a certification that has a file, or remove this entry.'
  return [
    ...(entry.renewedBy ?? []).flatMap((edge, index) =>
      edge.kind === 'exam'
        ? missing(known, edge.certification, ['renewedBy', index, 'certification'], advice)
        : [],
    ),
    ...entry.nearest.flatMap((route, index) => missing(known, route.id, ['nearest', index, 'id'], advice)),
    ...entry.recommended.priorCertifications.flatMap((prior, index) =>
      missing(known, prior.id, ['recommended', 'priorCertifications', index, 'id'], advice),
    ),
  ]
}

function checkTier(entry: CertificationFile, programme: ProgrammeFile): readonly Fault[] {
  const tiers = new Set<string>(programme.tiers.map((tier) => tier.id))
  return missing(tiers, entry.tier, ['tier'], 'Add the tier to programme.yaml, or correct it here.')
}

function checkConfidenceOf({ confidenceOf, versions }: CertificationFile): readonly Fault[] {
  const codes = new Set(versions.map((version) => version.examCode))
  return missing(codes, confidenceOf, ['confidenceOf'], 'Name the exam code of a version in this file.')
}

/** Checks one certification file against itself and what else is known; paths start at the top of its file. */
export const checkCertification = (entry: CertificationFile, known: Known): readonly Fault[] => [
  ...checkTier(entry, known.programme),
  ...checkConfidenceOf(entry),
  ...checkEdges(entry, known.certificationIds),
  ...checkSourceIds(entry, known.sources),
  ...checkSuccession(entry.versions),
  ...entry.versions.flatMap((version, index) =>
    checkVersion(version, known.programme.newestEvidence).map((fault) => ({
      ...fault,
      path: ['versions', index, ...fault.path],
    })),
  ),
]

/** Exam codes of a certification file with the place of each; a beta under its version's own code is not a second one. */
export const examCodesOf = (
  entry: CertificationFile,
): readonly { readonly code: string; readonly path: Path }[] =>
  entry.versions.flatMap(({ examCode, beta }, index) => [
    { code: examCode, path: ['versions', index, 'examCode'] },
    ...(beta?.examCode == null || beta.examCode === examCode
      ? []
      : [{ code: beta.examCode, path: ['versions', index, 'beta', 'examCode'] }]),
  ])

/** Checks the source ids of the microcredentials. */
export function checkProgramme(programme: ProgrammeFile, sources: SourcesFile): readonly Fault[] {
  const known = new Set(Object.keys(sources))
  return programme.microcredentials.flatMap((microcredential, index) =>
    microcredential.sources.flatMap((id, place) =>
      missing(
        known,
        id,
        ['microcredentials', index, 'sources', place],
        'Add it to sources.yaml, or correct the id.',
      ),
    ),
  )
}
