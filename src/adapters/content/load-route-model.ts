import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import type { Catalogue } from '../../domain/catalogue/types.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import type { RouteModel } from '../../domain/path/route-model.ts'
import { type LocatedYaml, type Problem, readLocated } from './catalogue-yaml.ts'
import { checkRouteModel } from './route-model-checks.ts'
import { type RouteModelFile, routeModelSchema } from './route-model-schema.ts'

function explain(yaml: LocatedYaml, issue: z.core.$ZodIssue): Problem {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  if (unknownKey !== undefined) {
    const text = `"${unknownKey}" is not known here. Correct its spelling or remove it.`
    return yaml.problemAt([...issue.path, unknownKey], text)
  }
  const field = issue.path.length === 0 ? 'the file' : issue.path.join('.')
  const text = `${field}: ${issue.message.replace(/^Invalid input: /, '')}. Correct the value; every number stands beside its reason.`
  return yaml.problemAt(issue.path, text)
}

function refuse(problems: readonly Problem[]): never {
  const lines = problems.map(({ file, line, text }) => `${file}:${line}: ${text}`)
  throw new CairnError(
    'route-model-invalid',
    `The route model has ${problems.length} fault(s):\n${lines.join('\n')}`,
    { facts: { problems } },
  )
}

function withIds<T extends object>(record: Readonly<Record<string, T>>) {
  return Object.fromEntries(Object.entries(record).map(([id, entry]) => [id, { id, ...entry }]))
}

const assemble = (file: RouteModelFile): RouteModel => ({
  ...file,
  certifications: withIds(file.certifications),
  documents: withIds(file.documents),
})

/**
 * Reads the tables of the route planner from a file, and checks them against a catalogue where one is given.
 * Throws CairnError `route-model-invalid`; its message lists each fault as `file:line: what and what to do`.
 */
export function loadRouteModel(file: string, catalogue: Catalogue | null = null): RouteModel {
  const yaml = readLocated(dirname(file), basename(file))
  if (yaml.problems.length > 0) return refuse(yaml.problems)
  const parsed = routeModelSchema.safeParse(yaml.value)
  if (!parsed.success) return refuse(parsed.error.issues.map((issue) => explain(yaml, issue)))
  const faults = checkRouteModel(parsed.data, catalogue)
  if (faults.length > 0) return refuse(faults.map(({ path, text }) => yaml.problemAt(path, text)))
  return assemble(parsed.data)
}
