import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Catalogue } from '../../domain/catalogue/types.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { assembleCatalogue } from './catalogue-assemble.ts'
import { checkCertification, checkProgramme } from './catalogue-checks.ts'
import { checkExamCodes, checkIds } from './catalogue-folder-checks.ts'
import {
  type CertificationFile,
  certificationSchema,
  type ProgrammeFile,
  programmeSchema,
  type SourcesFile,
  sourcesSchema,
} from './catalogue-schema.ts'
import { type LocatedYaml, type Problem, type Read, readLocated } from './catalogue-yaml.ts'

type Files = {
  readonly programme: Read<ProgrammeFile>
  readonly sources: Read<SourcesFile>
  readonly certifications: readonly Read<CertificationFile>[]
}

function explain(yaml: LocatedYaml, issue: z.core.$ZodIssue): Problem {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  if (unknownKey !== undefined) {
    const known = `"${unknownKey}" is not a field of the catalogue. Correct its spelling or remove it.`
    return yaml.problemAt([...issue.path, unknownKey], known)
  }
  const field = issue.path.length === 0 ? 'the file' : issue.path.join('.')
  const reason =
    issue.code === 'custom'
      ? issue.message
      : `${issue.message.replace(/^Invalid input: /, '')}. Correct the value; write null where the field allows it and the fact is unknown.`
  return yaml.problemAt(issue.path, `${field}: ${reason}`)
}

function read<S extends z.ZodType>(folder: string, file: string, schema: S): Read<z.infer<S>> {
  const yaml = readLocated(folder, file)
  if (yaml.problems.length > 0) return { yaml, value: null, problems: yaml.problems }
  const parsed = schema.safeParse(yaml.value)
  if (parsed.success) return { yaml, value: parsed.data, problems: [] }
  return { yaml, value: null, problems: parsed.error.issues.map((issue) => explain(yaml, issue)) }
}

function listCertificationFiles(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, 'certifications'))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
  } catch {
    return []
  }
}

function readAll(folder: string): Files {
  const names = listCertificationFiles(folder)
  return {
    programme: read(folder, 'programme.yaml', programmeSchema),
    sources: read(folder, 'sources.yaml', sourcesSchema),
    certifications: names.map((name) => read(folder, `certifications/${name}`, certificationSchema)),
  }
}

function checkContents({ programme, sources, certifications }: Files): readonly Problem[] {
  if (programme.value === null || sources.value === null) return []
  const certificationIds = new Set(programme.value.certifications)
  const known = { programme: programme.value, sources: sources.value, certificationIds }
  return [
    ...checkProgramme(programme.value, sources.value).map((fault) =>
      programme.yaml.problemAt(fault.path, fault.text),
    ),
    ...certifications.flatMap(({ yaml, value }) =>
      value === null
        ? []
        : checkCertification(value, known).map((fault) => yaml.problemAt(fault.path, fault.text)),
    ),
  ]
}

function refuse(problems: readonly Problem[]): never {
  const lines = problems.map(({ file, line, text }) => `${file}:${line}: ${text}`)
  throw new CairnError(
    'catalogue-invalid',
    `The catalogue has ${problems.length} fault(s):\n${lines.join('\n')}`,
    { facts: { problems } },
  )
}

/**
 * Reads the catalogue folder and checks every fact of it.
 * Throws CairnError `catalogue-invalid`; its message lists each fault as `file:line: what and what to do`.
 */
export function loadCatalogue(folder: string): Catalogue {
  const files = readAll(folder)
  const { programme, sources, certifications } = files
  const problems = [
    ...[programme, sources, ...certifications].flatMap((file) => file.problems),
    ...checkIds(programme, certifications),
    ...checkExamCodes(certifications),
    ...checkContents(files),
  ]
  if (problems.length > 0 || programme.value === null || sources.value === null) return refuse(problems)
  const byId = new Map(
    certifications.flatMap(({ value }) => (value === null ? [] : [[value.id, value] as const])),
  )
  const ordered = programme.value.certifications.flatMap((id) => byId.get(id) ?? [])
  return assembleCatalogue(programme.value, ordered, sources.value)
}
