import { z } from 'zod'
import { type CloudFact, type CloudFacts, cloudFactIds } from '../../domain/cloud/cloud-facts.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { isCalendarDate } from '../../domain/kernel/calendar-date.ts'
import { type LocatedYaml, type Problem, readLocated } from './catalogue-yaml.ts'

const fileName = 'cloud-facts.yaml'

const day = z.string().refine(isCalendarDate, 'must be an existing day, YYYY-MM-DD')

const factSchema: z.ZodType<CloudFact> = z.strictObject({
  value: z.number(),
  unit: z.string().min(1),
  page: z.httpUrl(),
  checked: day,
  validUntil: day.nullable(),
})

const factsSchema = z.strictObject(
  Object.fromEntries(cloudFactIds.map((id) => [id, factSchema])),
) as unknown as z.ZodType<CloudFacts>

function explain(yaml: LocatedYaml, issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      yaml.problemAt(
        [...issue.path, key],
        `"${key}" is not known here. Correct its spelling or remove it; names of facts stand in src/domain/cloud/cloud-facts.ts.`,
      ),
    )
  const place = issue.path.length === 0 ? 'the file' : issue.path.join('.')
  const reason = issue.message.replace(/^Invalid input: /, '')
  return [
    yaml.problemAt(issue.path, `${place}: ${reason}. A fact has value, unit, page, checked and validUntil.`),
  ]
}

function refuse(problems: readonly Problem[]): never {
  const lines = problems.map(({ file, line, text }) => `${file}:${line}: ${text}`)
  throw new CairnError(
    'cloud-facts-invalid',
    `The facts about cloud services have ${problems.length} fault(s):\n${lines.join('\n')}`,
    { facts: { problems } },
  )
}

/**
 * Reads `cloud-facts.yaml` of the catalogue folder.
 * Throws CairnError `cloud-facts-invalid`; its message lists each fault as `file:line: what and what to do`.
 */
export function loadCloudFacts(folder: string): CloudFacts {
  const yaml = readLocated(folder, fileName)
  if (yaml.problems.length > 0) return refuse(yaml.problems)
  const parsed = factsSchema.safeParse(yaml.value)
  return parsed.success ? parsed.data : refuse(parsed.error.issues.flatMap((issue) => explain(yaml, issue)))
}
