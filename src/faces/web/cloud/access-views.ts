import type { IamAnswer } from '../../../application/evaluate-iam.ts'
import type { MatchAnswer } from '../../../application/match-events.ts'
import type { PlanAnswer, TraceAnswer } from '../../../application/trace-network.ts'
import type { Hop } from '../../../domain/cloud/network/types.ts'
import { type AnswerView, bad, good, mild, told, type Verdict } from './view-parts.ts'

/** An answer that is one: what keeps a case from being answered is shown before a view is asked for. */
export type Answered<A> = Exclude<A, { readonly invalid: string }>

const layers: Readonly<Record<string, string>> = {
  identity: 'Identity policies',
  resource: 'Resource policy',
  boundary: 'Permissions boundary',
  session: 'Session policies',
  scp: 'Service control policies',
  rcp: 'Resource control policies',
  endpoint: 'VPC endpoint policy',
  grant: 'KMS grants',
  acl: 'Access control lists',
  'public-access-block': 'Block public access',
  'object-ownership': 'Object ownership',
  'root-user': 'Root user',
  service: 'The service itself',
}

const decisions: Readonly<Record<'allow' | 'implicit' | 'explicit', Verdict>> = {
  allow: good('Allowed'),
  implicit: bad('Denied implicitly'),
  explicit: bad('Denied explicitly'),
}

/** A decision: which layer, document and statement decided, in words. */
export function viewIam({ decision, because, warnings = [] }: Answered<IamAnswer>): AnswerView {
  const { layer, policy, statement, text } = because
  return {
    verdict: decisions[decision],
    reason: text,
    facts: [
      { name: 'Decided by', value: layers[layer] ?? layer },
      { name: 'Document in the case', value: policy ?? 'none' },
      { name: 'Statement', value: statement === null ? 'none' : `number ${statement + 1}` },
    ],
    trails: told([{ title: 'Warnings', lines: warnings.map(({ at, text: said }) => `${at}: ${said}`) }]),
  }
}

/** Whether an event matches. */
export const viewEvents = ({ match }: Answered<MatchAnswer>): AnswerView => ({
  verdict: match ? good('Matches') : mild('Does not match'),
  reason: match ? 'The target receives this event.' : 'The target never sees this event.',
  facts: [],
  trails: [],
})

const hopLine = ({ hop, text }: Hop): string => `${hop}: ${text}`

/** Whether an end is reached, with every hop on the way there and back. */
export function viewReach(answer: Answered<TraceAnswer>): AnswerView {
  const { reachable, path, blockedBy, reply } = answer
  return {
    verdict: reachable ? good('Reachable') : bad('Not reachable'),
    reason:
      blockedBy === null
        ? 'Every hop lets the request pass, and its reply.'
        : `The ${blockedBy.direction} stops at ${blockedBy.hop}: ${blockedBy.text}.`,
    facts: [],
    trails: told([
      { title: 'The request passes', lines: path.map(hopLine) },
      { title: 'The reply passes', lines: (reply?.path ?? []).map(hopLine) },
    ]),
  }
}

/** Whether an address plan fits, and where each subnet lies. */
export const viewPlan = ({ fits, subnets, free, faults }: Answered<PlanAnswer>): AnswerView => ({
  verdict: fits ? good('Fits') : bad('Does not fit'),
  reason: fits ? 'Every subnet has its block.' : 'The faults below say what to change.',
  facts: [],
  trails: told([
    { title: 'Faults', lines: faults.map(({ at, text }) => `${at}: ${text}`) },
    {
      title: 'Subnets',
      lines: subnets.map(({ name, cidr, usable }) => `${name}: ${cidr}, ${usable} usable`),
    },
    { title: 'Free', lines: free },
  ]),
})
