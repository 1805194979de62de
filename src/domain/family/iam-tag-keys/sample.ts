import type { IamCase } from '../../cloud/iam/types.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { roleOf } from '../iam/people.ts'
import { brokenBy, type Plan } from '../iam/plans.ts'
import { policyOf, type Statement } from '../iam/policies.ts'
import { pick, pickSome } from '../parts/draw.ts'
import { drawAccount, drawSetting } from '../parts/setting.ts'
import { capitalised, listed } from '../parts/words.ts'
import {
  creations,
  demands,
  requests,
  type TagCondition,
  type TagRequest,
  type TagScenario,
} from './scenario.ts'

const keyNames = [
  'team',
  'stage',
  'cost-center',
  'owner',
  'project',
  'data-class',
  'backup',
  'service',
] as const
const foreignNames = ['temp', 'test1', 'created-by', 'delete-after', 'ticket', 'version'] as const

type Ground = Omit<TagScenario, 'plans' | 'rendering'>

/** The statement with a condition on tag keys. */
export function statementOf({ effect, creation, keys, foreign }: Ground, condition: TagCondition): Statement {
  const { set, operator, absent, longer = false } = condition
  return {
    Effect: effect,
    Action: creation.create,
    Resource: '*',
    Condition: {
      [`${set}:${operator}`]: { 'aws:TagKeys': longer ? [...keys, foreign] : keys },
      ...(absent === null ? {} : { Null: { 'aws:TagKeys': absent } }),
    },
  }
}

/** Tag keys of a request. */
export const keysOf = ({ keys, foreign }: Ground, request: TagRequest): readonly string[] =>
  ({ known: [keys[0], keys[2]], mixed: [keys[1], foreign], foreign: [foreign], untagged: [] })[request]

/** A request to create something, under the statement with a condition. */
export function caseOf(ground: Ground, condition: TagCondition, request: TagRequest): IamCase {
  const { account, role, creation, setting, effect } = ground
  const tagKeys = keysOf(ground, request)
  const statement = statementOf(ground, condition)
  return {
    principal: `arn:aws:sts::${account}:assumed-role/${role}/run`,
    action: creation.create,
    resource: `arn:aws:${creation.service}:${setting.region}:${account}:${setting.systems[0].slug}`,
    owner: account,
    ctx: tagKeys.length === 0 ? {} : { 'aws:TagKeys': tagKeys },
    identity: policyOf(
      effect === 'Allow'
        ? [statement]
        : [{ Effect: 'Allow', Action: creation.create, Resource: '*' }, statement],
    ),
  }
}

const nullOn = (value: string): string => `\`Null\` on \`aws:TagKeys\` set to \`${value}\``

/** What has to be done to turn one condition into another. */
function editWords(from: TagCondition, to: TagCondition): string {
  const swap = from.set === to.set ? [] : [`replace \`${from.set}\` by \`${to.set}\``]
  const edits = [...swap]
  if (from.absent !== to.absent) {
    if (to.absent === null) edits.push('remove the `Null` condition')
    else if (from.absent === null) edits.push(`add ${nullOn(to.absent)}`)
    else edits.push(`change the value of \`Null\` to \`${to.absent}\``)
  } else if (from.absent !== null) edits.push('keep the `Null` condition')
  else edits.push('leave the rest as it is')
  return capitalised(listed(edits))
}

const everyCondition = (operator: TagCondition['operator']): readonly TagCondition[] =>
  (['ForAllValues', 'ForAnyValue'] as const).flatMap((set) =>
    ([null, 'true', 'false'] as const).map((absent) => ({ set, operator, absent })),
  )

const same = (a: TagCondition, b: TagCondition): boolean => a.set === b.set && a.absent === b.absent

function planFor(ground: Ground, condition: TagCondition): Plan {
  return {
    id: `${condition.set} ${condition.absent}${condition.longer ? ' longer' : ''}`,
    text: condition.longer
      ? `Add \`${ground.foreign}\` to the values and leave the rest as it is`
      : editWords(ground.before, condition),
    checks: requests.map((request) => ({
      id: request,
      wanted: ground.demand.wanted[request],
      asked: caseOf(ground, condition, request),
    })),
  }
}

/** Draws a statement on tag keys that lets through or stops what it should not, and edits of its condition. */
export function sampleTagKeys(random: SeededRandom): TagScenario {
  const setting = drawSetting(random)
  const effect = pick(random, ['Allow', 'Allow', 'Deny'] as const)
  const conditions = everyCondition(effect === 'Allow' ? 'StringEquals' : 'StringNotEquals')
  const before = pick(random, conditions)
  const ground: Ground = {
    ...{ setting, effect, before },
    creation: pick(random, creations),
    account: drawAccount(random),
    role: roleOf(random, pick(random, setting.systems)),
    keys: pickSome(random, keyNames, 3) as unknown as TagScenario['keys'],
    foreign: pick(random, foreignNames),
    demand: pick(random, effect === 'Allow' ? demands : demands.slice(1, 2)),
  }
  const others = [...conditions.filter((condition) => !same(condition, before)), { ...before, longer: true }]
  const plans = others.map((condition) => planFor(ground, condition))
  const [simplest, ...equals] = plans.filter((plan) => brokenBy(plan) === undefined)
  return {
    ...ground,
    rendering: random.integer(5),
    // Of edits that come to the same, the first one, which has the fewest parts, is proposed.
    plans: shuffle(
      plans.filter((plan) => plan === simplest || !equals.includes(plan)),
      random,
    ),
  }
}
