import { expandAction, type NamedAction, namedActions } from '../domain/cloud/iam/named-actions.ts'
import type { PolicyFinding } from '../domain/cloud/iam/types.ts'
import { casesOf } from './cloud-cases.ts'
import { evaluateIam, type IamAnswer } from './evaluate-iam.ts'
import type { ActionDirectory, CloudLibrary } from './ports.ts'

type LibraryPort = { readonly cloudLibrary: Pick<CloudLibrary, 'actions'> }

const warning = (at: string, text: string): PolicyFinding => ({ level: 'warning', at, text })

/** What is wrong with one named action: no such service, no such action, or a pattern that stands for none. */
async function judge(
  { at, pattern }: NamedAction,
  actions: ActionDirectory,
): Promise<readonly PolicyFinding[]> {
  const [prefix = '', name, ...more] = pattern.split(':')
  if (pattern === '*' || /[*?]/.test(prefix) || name === undefined || more.length > 0) return []
  const listed = await actions.service(prefix)
  if (listed === undefined) return [warning(at, `"${prefix}" is not a service that is known here`)]
  if (expandAction(name, listed.keys()).length > 0) return []
  const fault = /[*?]/.test(name)
    ? 'stands for no action that is known here'
    : 'is not an action that is known here'
  return [warning(at, `"${pattern}" ${fault}`)]
}

/** Warnings about the actions that a case names, each pattern and place once. */
export async function warnUnknownActions(
  asked: unknown,
  { cloudLibrary }: LibraryPort,
): Promise<readonly PolicyFinding[]> {
  const found: PolicyFinding[] = []
  for (const named of namedActions(asked)) found.push(...(await judge(named, cloudLibrary.actions)))
  return found
}

/** Evaluates cases of IAM as `evaluateIam` does, and warns of actions that do not exist; no decision changes by that. */
export async function evaluateIamWithWarnings(
  input: unknown,
  ports: LibraryPort,
): Promise<readonly IamAnswer[]> {
  const cases = casesOf(input)
  const answers: IamAnswer[] = []
  for (const [index, answer] of evaluateIam(input).entries()) {
    const unknown = 'invalid' in answer ? [] : await warnUnknownActions(cases[index], ports)
    if ('invalid' in answer || unknown.length === 0) answers.push(answer)
    else answers.push({ ...answer, warnings: [...(answer.warnings ?? []), ...unknown] })
  }
  return answers
}
