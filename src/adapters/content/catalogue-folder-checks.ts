import { examCodesOf } from './catalogue-checks.ts'
import type { CertificationFile, ProgrammeFile } from './catalogue-schema.ts'
import type { Problem, Read } from './catalogue-yaml.ts'

type Certifications = readonly Read<CertificationFile>[]

const idOf = (file: string): string => file.slice('certifications/'.length, -'.yaml'.length)

function checkList({ yaml, value }: Read<ProgrammeFile>, certifications: Certifications): readonly Problem[] {
  const onFile = new Set(certifications.map((read) => idOf(read.yaml.file)))
  const listed = value?.certifications ?? []
  return listed.flatMap((id, index) => {
    const path = ['certifications', index]
    if (listed.indexOf(id) !== index) return [yaml.problemAt(path, `"${id}" is listed twice. Remove one.`)]
    if (onFile.has(id)) return []
    return [yaml.problemAt(path, `certifications/${id}.yaml is missing. Create it, or remove the id.`)]
  })
}

function checkName({ yaml, value }: Read<CertificationFile>, listed: readonly string[]): readonly Problem[] {
  if (value === null) return []
  if (value.id !== idOf(yaml.file)) {
    return [yaml.problemAt(['id'], `the id "${value.id}" is not the name of the file. Make them equal.`)]
  }
  if (listed.includes(value.id)) return []
  return [yaml.problemAt(['id'], `"${value.id}" is not listed. Add it to certifications in programme.yaml.`)]
}

/** Checks that the programme lists each certification file once, and that a file is named after its id. */
export const checkIds = (
  programme: Read<ProgrammeFile>,
  certifications: Certifications,
): readonly Problem[] => [
  ...checkList(programme, certifications),
  ...(programme.value === null
    ? []
    : certifications.flatMap((read) => checkName(read, programme.value?.certifications ?? []))),
]

/** Checks that no exam code, beta codes included, names two versions. */
export function checkExamCodes(certifications: Certifications): readonly Problem[] {
  const seen = new Map<string, string>()
  return certifications.flatMap(({ yaml, value }) =>
    (value === null ? [] : examCodesOf(value)).flatMap(({ code, path }) => {
      const first = seen.get(code)
      seen.set(code, first ?? yaml.file)
      if (first === undefined) return []
      return [
        yaml.problemAt(
          path,
          `exam code ${code} already stands in ${first}. A code names one version; correct one.`,
        ),
      ]
    }),
  )
}
