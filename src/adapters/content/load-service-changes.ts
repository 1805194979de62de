import { z } from 'zod'
import type { ServiceChange } from '../../domain/item/freshness.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { type CalendarDate, isCalendarDate } from '../../domain/kernel/calendar-date.ts'
import { type Problem, readLocated } from './catalogue-yaml.ts'

const fileName = 'service-changes.yaml'

const day = z
  .string()
  .refine(isCalendarDate, 'must be an existing day, YYYY-MM-DD')
  .transform((text) => text as CalendarDate)

const schema = z.array(
  z.strictObject({
    services: z.array(z.string().min(1)).min(1),
    name: z.string().min(1),
    change: z.enum(['closed-to-new-customers', 'ended']),
    on: day,
    page: z.httpUrl(),
    checked: day,
  }),
)

function refuse(problems: readonly Problem[]): never {
  const lines = problems.map(({ file, line, text }) => `${file}:${line}: ${text}`)
  throw new CairnError(
    'service-changes-invalid',
    `The list of changed services has ${problems.length} fault(s):\n${lines.join('\n')}`,
    { facts: { problems } },
  )
}

/**
 * Reads `service-changes.yaml` of the catalogue folder.
 * Throws CairnError `service-changes-invalid`; its message lists each fault as `file:line: what and what to do`.
 */
export function loadServiceChanges(folder: string): readonly ServiceChange[] {
  const yaml = readLocated(folder, fileName)
  if (yaml.problems.length > 0) return refuse(yaml.problems)
  const parsed = schema.safeParse(yaml.value)
  if (parsed.success) return parsed.data
  return refuse(
    parsed.error.issues.map(({ path, message }) =>
      yaml.problemAt(
        path,
        `${path.join('.')}: ${message.replace(/^Invalid input: /, '')}. A change has services, name, change, on, page and checked.`,
      ),
    ),
  )
}
