import type { Proposal } from '../control/proposals.ts'
import type { Caller, DeputyGround, Scope } from './ground.ts'
import { deputyProbe } from './ground.ts'

type Change = Omit<Proposal, 'probes'> & { readonly change: Parameters<typeof deputyProbe>[1] }

const changesOf = (
  { account, organization, deputy, office }: DeputyGround,
  scope: Scope,
): readonly Change[] => [
  {
    id: 'source-account',
    text: `Add a condition to the statement that \`aws:SourceAccount\` equals ${account}.`,
    why:
      scope === 'account'
        ? 'The service passes on the account that it acts for, so requests on behalf of other accounts are no longer allowed.'
        : `It keeps other accounts out and lets in each ${deputy.sourceNoun} of the own account.`,
    change: { Condition: { StringEquals: { 'aws:SourceAccount': account } } },
  },
  {
    id: 'source-arn',
    text: `Add a condition to the statement that \`aws:SourceArn\` equals the ARN of the existing ${deputy.sourceNoun}.`,
    why:
      scope === 'source'
        ? `The service passes on the ARN of the ${deputy.sourceNoun} that it acts for, so this one alone gets through.`
        : `It admits this ${deputy.sourceNoun}, and the others of the account no longer get through.`,
    change: { Condition: { ArnEquals: { 'aws:SourceArn': deputy.source } } },
  },
  {
    id: 'source-ip',
    text: `Add a condition to the statement that \`aws:SourceIp\` is in the company range ${office}.`,
    why: 'The service calls from addresses of its own, so its requests for this account would fail too.',
    change: { Condition: { IpAddress: { 'aws:SourceIp': office } } },
  },
  {
    id: 'principal-org',
    text: `Add a condition to the statement that \`aws:PrincipalOrgID\` equals ${organization}.`,
    why: 'A service principal belongs to no organization, so the key is missing and requests for this account would fail too.',
    change: { Condition: { StringEquals: { 'aws:PrincipalOrgID': organization } } },
  },
  {
    id: 'account-principal',
    text: `Replace the service principal with the account principal \`arn:aws:iam::${account}:root\`.`,
    why: 'The service calls as its own principal and not as the account, so requests for this account would fail too.',
    change: { principal: { AWS: `arn:aws:iam::${account}:root` } },
  },
  {
    id: 'narrow-resource',
    text: deputy.noun.endsWith('bucket')
      ? 'Replace the wildcard in `Resource` with the prefix that the log files have at present.'
      : `Replace the wildcard in \`Resource\` with the full name of the ${deputy.noun}.`,
    why: `It narrows where the service may write; on whose behalf it writes is still not tested.`,
    change: { resource: deputy.target },
  },
  {
    id: 'external-id',
    text: 'Add a condition to the statement that `sts:ExternalId` equals a random value kept by the team.',
    why: 'An external ID is passed when a role is assumed; this request carries none, so it would fail for every source.',
    change: { Condition: { StringEquals: { 'sts:ExternalId': 'k7Qw-2231' } } },
  },
]

/** Which changes a colleague might propose, each with the requests that decide about it. */
export const proposalsFor =
  (scope: Scope) =>
  (ground: DeputyGround): readonly Proposal[] =>
    changesOf(ground, scope).map(({ change, ...proposal }) => {
      const callers: readonly (readonly [Caller, boolean])[] = [
        ['known', true],
        ['sibling', scope === 'account'],
        ['stranger', false],
      ]
      return {
        ...proposal,
        probes: callers.map(([caller, wanted]) => deputyProbe(ground, change, { caller, wanted })),
      }
    })
