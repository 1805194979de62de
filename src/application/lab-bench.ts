import { factValues } from '../domain/cloud/cloud-facts.ts'
import { readGuard } from '../domain/cloud/guard/read-guard.ts'
import { checkDocument } from '../domain/lab/check-file.ts'
import { drawMatrix } from '../domain/lab/draw-matrix.ts'
import { gradeMatrix } from '../domain/lab/grade.ts'
import { modelsVersion } from '../domain/lab/models-version.ts'
import { filesOf, presentLab } from '../domain/lab/present-lab.ts'
import type {
  FileFinding,
  Lab,
  LabFile,
  LabFiles,
  LabReport,
  LabVersions,
  ReadFile,
  ReadFiles,
} from '../domain/lab/types.ts'
import { openProbes, type ProbePorts } from './lab-probes.ts'
import type { Ports } from './ports.ts'

/** What grading needs of the outside. */
export type BenchPorts = ProbePorts & Pick<Ports, 'digests' | 'labDocuments'>

/** A lab with the seed of a personal variant, and what was written in its files. */
export type LabWorkpiece = { readonly lab: Lab; readonly seed: string; readonly files: LabFiles }

/** Hashes of what a report rests on. */
const versionsOf = ({ content, digests }: BenchPorts, lab: Lab): LabVersions => ({
  lab: digests.sha256(JSON.stringify(lab)),
  facts: digests.sha256(JSON.stringify(factValues(content.cloudFacts()))),
  models: modelsVersion,
})

function findingsInGuard({ path }: LabFile, { text }: ReadFile): readonly FileFinding[] {
  const rules = readGuard(text)
  return rules.ok ? [] : [{ path, line: rules.error.line, level: 'error', text: rules.error.text }]
}

function findingsIn({ labDocuments }: BenchPorts, file: LabFile, read: ReadFile): readonly FileFinding[] {
  if (read.finding !== null) return [read.finding]
  if (file.language === 'guard') return findingsInGuard(file, read)
  if (read.value === undefined) return []
  return checkDocument(file.holds, read.value).map(({ path, level, text }) => ({
    path: file.path,
    line: labDocuments.lineOf(read.text, path),
    level,
    text,
  }))
}

/** A person's files as read, with everything that their grammar finds wrong. */
export function readWorkpiece(
  ports: BenchPorts,
  { lab, seed, files }: LabWorkpiece,
): { readonly files: ReadFiles; readonly findings: readonly FileFinding[] } {
  const texts = filesOf(lab, seed, files)
  const read = lab.files.map((file) => ({
    file,
    read: ports.labDocuments.read(file, texts[file.path] ?? ''),
  }))
  return {
    files: Object.fromEntries(read.map(({ file, read: each }) => [file.path, each])),
    findings: read.flatMap(({ file, read: each }) => findingsIn(ports, file, each)),
  }
}

const severe: ReadonlySet<string> = new Set(['ERROR', 'FATAL'])

/** What the schemas of resource types find wrong in templates; nothing where they cannot be judged at the moment. */
export async function findingsInTemplates(
  { templateValidator }: Pick<Ports, 'templateValidator'>,
  { lab, files }: Pick<LabWorkpiece, 'lab' | 'files'>,
): Promise<readonly FileFinding[]> {
  const found: FileFinding[] = []
  for (const { path } of lab.files.filter(({ holds }) => holds === 'template')) {
    const judged = await templateValidator.validate({ template: files[path] ?? '' })
    const faults = judged.ok ? judged.value.filter(({ severity }) => severe.has(severity)) : []
    found.push(...faults.map(({ line, message }) => ({ path, line, level: 'error' as const, text: message })))
  }
  return found
}

/** Which cases are asked: the whole matrix, or what a person may see of it. */
export type MatrixPart = 'all' | 'visible'

/** Grades what was written against the matrix of its variant. */
export async function gradeWorkpiece(
  ports: BenchPorts,
  work: LabWorkpiece,
  part: MatrixPart = 'all',
): Promise<LabReport> {
  const { lab, seed } = work
  const { files, findings } = readWorkpiece(ports, work)
  const presented = presentLab(lab, seed)
  const matrix = drawMatrix(lab, seed).filter(({ visible }) => part === 'all' || visible)
  const requirements = await gradeMatrix(presented.requirements, matrix, { files, probes: openProbes(ports) })
  const earned = requirements.reduce((sum, requirement) => sum + requirement.earned, 0)
  const possible = requirements.reduce((sum, { weight }) => sum + weight, 0)
  return {
    labId: lab.id,
    title: lab.title,
    ...{ seed, earned, possible, complete: earned === possible, requirements, findings },
    versions: versionsOf(ports, lab),
  }
}
