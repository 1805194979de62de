import type { Proposal } from '../control/proposals.ts'
import type { Document, Statement } from '../iam/policies.ts'
import {
  allowIf,
  callerTag,
  equalTags,
  shared,
  type TagGround,
  type TaggedRequest,
  type Tags,
  tagProbe,
} from './ground.ts'

type Change = Omit<Proposal, 'probes'> & {
  readonly condition?: Statement['Condition']
  /** Tags of the caller and the resource that the story is about, where the change touches them. */
  readonly caller?: Tags
  readonly resource?: Tags
  readonly beside?: string
}

const policyTag = (text: string): Change => ({
  id: 'policy-tag',
  text,
  why: 'Tags of a policy serve to find and sort policies; a request is compared with tags of the caller and the resource.',
  beside: 'policy-tag',
})

const accountTag = (text: string): Change => ({
  id: 'account-tag',
  text,
  why: 'Roles and resources do not take over the tags of their account.',
  beside: 'account-tag',
})

function proposed(
  ground: TagGround,
  changes: readonly Change[],
  requests: (change: Change) => readonly TaggedRequest[],
  usual: Statement['Condition'],
): readonly Proposal[] {
  return changes.map((change) => {
    const { id, text, why, condition = usual, beside } = change
    const document: Document = allowIf(ground, condition)
    return {
      ...{ id, text, why },
      probes: requests(change).map((request) =>
        tagProbe(ground, document, { ...request, ...(beside === undefined ? {} : { beside }) }),
      ),
    }
  })
}

/** The resource lacks the tag. */
export function tagResource(ground: TagGround): readonly Proposal[] {
  const { tag, mine, theirs, doing } = ground
  const changes: readonly Change[] = [
    {
      id: 'tag-resource',
      text: `Add the tag \`${tag}=${mine}\` to the ${doing.noun}, and leave roles and policy as they are.`,
      why: 'The values on both sides are then equal, and roles with another value remain locked out.',
      resource: { [tag]: mine },
    },
    {
      id: 'untag-role',
      text: `Remove the \`${tag}\` tag from the role, so that neither the role nor the ${doing.noun} has it.`,
      why: 'A tag that is missing on both sides is no match; the variable then has no value.',
      caller: {},
    },
    {
      id: 'if-exists',
      text: 'Replace `StringEquals` with `StringEqualsIfExists` in the condition of the policy.',
      why: `It lets through each caller where the resource lacks the tag, roles of \`${theirs}\` included.`,
      condition: { StringEqualsIfExists: { [`aws:ResourceTag/${tag}`]: callerTag(tag) } },
    },
    {
      id: 'default',
      text: `Give the policy variable in the condition the default value \`${mine}\`.`,
      why: "A default stands in for a missing tag of the caller; the resource's tag is still missing.",
      condition: { StringEquals: { [`aws:ResourceTag/${tag}`]: callerTag(tag, mine) } },
    },
    policyTag(`Add the tag \`${tag}=${mine}\` to the customer managed policy that is attached to the role.`),
    accountTag(`Add the tag \`${tag}=${mine}\` to the account of the ${doing.noun} in AWS Organizations.`),
  ]
  return proposed(
    ground,
    changes,
    ({ caller = { [tag]: mine }, resource = {} }) => [
      { who: 'engineer', wanted: true, caller, resource },
      { who: 'outsider', wanted: false, caller: { [tag]: theirs }, resource },
    ],
    equalTags(tag),
  )
}

/** The policy compares two tags, and the role lacks one. */
export function tagRole(ground: TagGround): readonly Proposal[] {
  const { tag, mine, theirs, stage, doing } = ground
  const both = { [tag]: mine, stage }
  const changes: readonly Change[] = [
    {
      id: 'tag-role',
      text: `Add the tag \`stage=${stage}\` to the role, and leave the ${doing.noun} and policy as they are.`,
      why: 'The keys of one condition are combined with AND, and now both tags have equal values.',
      caller: both,
    },
    {
      id: 'untag-resource',
      text: `Remove the \`stage\` tag from the ${doing.noun}, so that it has the same tags as the role.`,
      why: 'A tag that is missing on both sides is no match, so the condition is still not met.',
      resource: { [tag]: mine },
    },
    {
      id: 'if-exists',
      text: 'Replace `StringEquals` with `StringEqualsIfExists` in the condition of the policy.',
      why: 'IfExists is about keys that the request lacks; the resource has the tag, and the variable for the caller has no value.',
      condition: {
        StringEqualsIfExists: {
          [`aws:ResourceTag/${tag}`]: callerTag(tag),
          'aws:ResourceTag/stage': callerTag('stage'),
        },
      },
    },
    policyTag(`Add the tag \`stage=${stage}\` to the customer managed policy that is attached to the role.`),
    accountTag(`Add the tag \`stage=${stage}\` to the account of the role in AWS Organizations.`),
  ]
  return proposed(
    ground,
    changes,
    ({ caller = { [tag]: mine }, resource = both }) => [
      { who: 'engineer', wanted: true, caller, resource },
      { who: 'outsider', wanted: false, caller: { [tag]: theirs, stage }, resource },
    ],
    equalTags(tag, 'stage'),
  )
}

/** Roles without the tag are to reach what is shared, and others are not. */
export function defaultValue(ground: TagGround): readonly Proposal[] {
  const { tag, mine, doing } = ground
  const key = `aws:ResourceTag/${tag}`
  const changes: readonly Change[] = [
    {
      id: 'default',
      text: `Give the policy variable in the condition the default value \`${shared}\`.`,
      why: 'A caller without the tag then counts as one with this value, and callers with a tag keep theirs.',
      condition: { StringEquals: { [key]: callerTag(tag, shared) } },
    },
    {
      id: 'second-value',
      text: `Add \`${shared}\` to the condition as a second value beside the policy variable.`,
      why: 'Several values are combined with OR for each caller, so roles with a tag could act on what is shared too.',
      condition: { StringEquals: { [key]: [callerTag(tag), shared] } },
    },
    {
      id: 'untag-resource',
      text: `Remove the \`${tag}\` tag from the shared ${doing.noun}s, as the contractors' roles lack it too.`,
      why: 'A tag that is missing on both sides is no match, so the contractors would still be refused.',
      resource: {},
    },
    policyTag(
      `Add the tag \`${tag}=${shared}\` to a copy of the policy that is attached to the contractors' roles.`,
    ),
    accountTag(
      `Add the tag \`${tag}=${shared}\` to the account of the contractors' roles in AWS Organizations.`,
    ),
  ]
  return proposed(
    ground,
    changes,
    ({ resource = { [tag]: shared } }) => [
      { who: 'contractor', wanted: true, caller: {}, resource },
      { who: 'member', wanted: false, caller: { [tag]: mine }, resource },
      { who: 'stray', wanted: false, caller: {}, resource: { [tag]: mine } },
    ],
    equalTags(tag),
  )
}

/** Which condition gives each team what is its own. */
export function designCondition(ground: TagGround): readonly Proposal[] {
  const { tag, mine, theirs } = ground
  const changes: readonly Change[] = [
    {
      id: 'equals',
      text: `Attach one policy that requires \`aws:ResourceTag/${tag}\` to equal the principal tag \`${tag}\`.`,
      why: 'The condition is met where caller and resource have the tag with the same value, for present and new values.',
      condition: equalTags(tag),
    },
    {
      id: 'request-tag',
      text: `Attach one policy that requires \`aws:RequestTag/${tag}\` to equal the principal tag \`${tag}\`.`,
      why: 'aws:RequestTag holds tags that a request would set; this action sets none, so the condition is not met.',
      condition: { StringEquals: { [`aws:RequestTag/${tag}`]: callerTag(tag) } },
    },
    {
      id: 'if-exists',
      text: `Attach one policy with \`StringEqualsIfExists\` for \`aws:ResourceTag/${tag}\` and the principal tag \`${tag}\`.`,
      why: 'With IfExists, resources without the tag are open to each role.',
      condition: { StringEqualsIfExists: { [`aws:ResourceTag/${tag}`]: callerTag(tag) } },
    },
    {
      id: 'tag-policy',
      text: `Attach a tag policy in AWS Organizations that enforces equal \`${tag}\` tags on roles and resources.`,
      why: 'A tag policy standardizes keys and values of tags; it gives and takes no access.',
      condition: {},
      beside: 'tag-policy',
    },
    {
      ...policyTag(
        `Attach one policy for the action to the roles, and tag the policy with the values of \`${tag}\`.`,
      ),
      condition: {},
    },
  ]
  return proposed(
    ground,
    changes,
    () => [
      { who: 'engineer', wanted: true, caller: { [tag]: mine }, resource: { [tag]: mine } },
      { who: 'outsider', wanted: false, caller: { [tag]: theirs }, resource: { [tag]: mine } },
      { who: 'untagged', wanted: false, caller: { [tag]: mine }, resource: {} },
      { who: 'nobody', wanted: false, caller: {}, resource: {} },
    ],
    equalTags(tag),
  )
}
