import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { roleOf } from '../iam/people.ts'
import { fullAccess, policyOf } from '../iam/policies.ts'
import { iamReference, organizationsReference } from '../iam/references.ts'
import {
  type Ask,
  allowing,
  denying,
  homeAccount,
  recentDay,
  resourceName,
  roleArn,
  type SceneText,
  sessionOf,
} from '../iam/scene.ts'
import { pick } from '../parts/draw.ts'

const [partner, management] = ['444455556666', '999988887777']
const level = (...more: readonly unknown[]) => [{ id: 'OU', policies: [fullAccess, ...more] }]

const resourceLevel = (...more: readonly unknown[]) => [
  { id: 'OU', policies: [policyOf([{ ...allowing('*'), Principal: '*' }]), ...more] },
]

const drawEndpointPolicy = (random: SeededRandom) => {
  const [who, slug, older, newer] = pick(random, [
    ['a blood bank', 'lab-import', 'donor-results', 'donor-letters'],
    ['a surveyor', 'scan-upload', 'site-scans', 'site-models'],
    ['a call centre', 'recorder', 'call-audio', 'call-transcripts'],
    ['a chip designer', 'sim-runner', 'wafer-maps', 'timing-reports'],
  ])
  const role = roleOf(random, { slug, name: slug })
  const bucket = resourceName(random, newer)
  const day = recentDay(random)
  const on = (name: string) => `arn:aws:s3:::${name}/*`
  const ask = (name: string, wanted: boolean, target: string): Ask => ({
    name,
    wanted,
    action: 's3:PutObject',
    resource: `arn:aws:s3:::${target}/a`,
    principal: sessionOf(role),
    owner: homeAccount,
  })
  const may = policyOf([allowing('s3:*')])
  const endpoint = (...names: string[]) => ({
    vpce: policyOf([{ ...allowing('s3:*', names.map(on)), Principal: '*' }]),
    vpceType: 'gateway' as const,
  })
  const wrongEndpoint: SceneText['before'] = ({ name }) =>
    name === 'elsewhere' ? { identity: may } : { identity: may, ...endpoint(older) }
  const stem = pick(random, [
    `On ${day}, the ${slug} application of ${who} was to start writing to the new Amazon S3 bucket \`${bucket}\`. Its instances in private subnets get AccessDenied, although they still write to \`${older}\`, and both go through the same gateway endpoint. In AWS CloudShell, an engineer with the role \`${role}\` wrote to the new bucket without an error. What is the cause, and what should be done?`,
    `With the role \`${role}\`, a test upload to the new Amazon S3 bucket \`${bucket}\` worked from AWS CloudShell. The instances of ${who} that use this role in private subnets are refused with AccessDenied since their switch to the bucket on ${day}. Uploads to the older bucket \`${older}\` still pass through the gateway endpoint of the VPC. Which explanation and remedy fit these findings?`,
  ])
  return { older, role, bucket, on, ask, may, wrongEndpoint, stem }
}

/** A gateway endpoint that knows the older buckets. */
export function endpointPolicy(random: SeededRandom): SceneText {
  const { older, role, bucket, on, ask, may, wrongEndpoint, stem } = drawEndpointPolicy(random)
  return {
    stem,
    before: {},
    asks: [ask('reported', false, bucket), ask('older', true, older), ask('elsewhere', true, bucket)],
    references: [iamReference('evaluation'), iamReference('troubleshoot')],
    deeds: [
      {
        text: 'The endpoint policy lists the buckets of before; add the new one to it.',
        why: 'Only calls through the endpoint for the new bucket fail, which its policy alone explains.',
        makes: wrongEndpoint,
      },
      {
        text: 'The policy of the role leaves the new bucket out; add a statement for it.',
        why: 'Then the same role would have been refused in CloudShell too.',
        makes: { identity: policyOf([allowing('s3:*', on(older))]) },
      },
      {
        text: 'The bucket policy has a deny that reaches the role; exempt the role from it.',
        why: 'A deny for the role would have stopped the upload from CloudShell as well.',
        makes: ({ resource }) => ({
          identity: may,
          resourcePolicy: resource.startsWith(`arn:aws:s3:::${bucket}/`)
            ? policyOf([{ ...denying('s3:*', on(bucket)), Principal: { AWS: roleArn(role) } }])
            : [],
        }),
      },
      {
        text: 'The bucket policy does not name the endpoint; allow it with `aws:SourceVpce`.',
        why: 'A bucket policy need not name an endpoint. Within an account, the policy of the role is enough.',
        makes: { identity: may },
        taken: ['endpoint-must-be-named', wrongEndpoint],
      },
      {
        text: 'A service control policy keeps the account from using Amazon S3; have it changed.',
        why: 'Then uploads to the older bucket and from CloudShell would fail too.',
        makes: { identity: may, scp: level(policyOf([denying('s3:*')])) },
      },
    ],
  }
}

const drawRegionGuard = (random: SeededRandom) => {
  const [who, work] = pick(random, [
    ['a hotel group', 'a booking test near its guests'],
    ['a mining company', 'a pilot near a new site'],
    ['a music app', 'a latency test near its listeners'],
    ['an airline caterer', 'a trial near a new kitchen'],
  ])
  const region = pick(random, ['ap-southeast-2', 'ap-northeast-1', 'us-west-2', 'sa-east-1'])
  const home = pick(random, ['eu-west-1', 'eu-central-1'])
  const account = pick(random, ['sandbox', 'pilot', 'prototype', 'innovation'])
  const day = recentDay(random)
  const ask = (name: string, wanted: boolean, where: string, owner = homeAccount): Ask => ({
    name,
    wanted,
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:${where}:${owner}:instance/*`,
    principal: name === 'root' ? `arn:aws:iam::${owner}:root` : sessionOf('admin', owner),
    owner,
    ctx: { 'aws:RequestedRegion': where },
  })
  const away = (effect: typeof allowing) => ({
    ...effect('ec2:*'),
    Condition: { [effect === denying ? 'StringNotEquals' : 'StringEquals']: { 'aws:RequestedRegion': home } },
  })
  const admin = { identity: policyOf([allowing('*')]), managementAccount: management }
  const guard = { ...admin, scp: level(policyOf([away(denying)])) }
  const stem = pick(random, [
    `On ${day}, engineers of ${who} tried to launch an Amazon EC2 instance in ${region} for ${work}. With AdministratorAccess in the ${account} account they get an authorization error, and so does the root user of that account. In ${home}, the same launch works. In the management account of the organization, a launch in ${region} works too. What is the cause, and what should be done?`,
    `Since ${day}, nobody has been able to launch Amazon EC2 instances in ${region} from the ${account} account of ${who}. The engineers, who need them for ${work}, have AdministratorAccess, and the root user of the account fails as well. Launches in ${home} succeed. From the organization's management account, launches in both Regions succeed. Which explanation and remedy fit?`,
  ])
  return { region, home, ask, away, admin, guard, stem }
}

/** Regions shut by a service control policy. */
export function regionGuard(random: SeededRandom): SceneText {
  const { region, home, ask, away, admin, guard, stem } = drawRegionGuard(random)
  return {
    stem,
    before: admin,
    asks: [
      ask('reported', false, region),
      ask('root', false, region),
      ask('home', true, home),
      ask('management', true, region, management),
    ],
    references: [organizationsReference('scps'), iamReference('evaluation')],
    deeds: [
      {
        text: 'A service control policy denies other Regions to member accounts; have this Region exempted there.',
        why: 'It binds the root user of a member account as well, and leaves the management account alone.',
        makes: guard,
      },
      {
        text: 'AdministratorAccess does not cover this Region; attach AmazonEC2FullAccess beside it.',
        why: 'AdministratorAccess allows each action in each Region, and the root user needs no policy.',
        makes: admin,
        taken: ['policies-are-regional', guard],
      },
      {
        text: 'A resource control policy denies instances in this Region; ask for an exception to it.',
        why: 'Resource control policies do not cover Amazon EC2 instances, so none can stop this launch.',
        makes: { ...admin, rcp: resourceLevel(policyOf([{ ...away(denying), Principal: '*' }])) },
        taken: ['rcp-covers-everything', guard],
      },
      {
        text: 'A permissions boundary limits the engineers to one Region; add the other Region to it.',
        why: 'A boundary is attached to users and roles. The root user, who fails too, has none.',
        makes: (each) =>
          each.owner === management ? admin : { ...admin, boundary: policyOf([away(allowing)]) },
      },
      {
        text: 'The policy of the engineers has a deny for this Region; remove that statement.',
        why: 'An identity policy of the engineers would not stop the root user of the account.',
        makes: (each) =>
          each.owner === management || each.name === 'root'
            ? admin
            : { ...admin, identity: policyOf([allowing('*'), away(denying)]) },
      },
    ],
  }
}

const drawDataPerimeter = (random: SeededRandom) => {
  const [who, files, outsider] = pick(random, [
    ['a reinsurer', 'claims-feed', 'a rating agency'],
    ['a supermarket chain', 'shelf-photos', 'a packaging designer'],
    ['a toll operator', 'plate-images', 'a collection agency'],
    ['a film studio', 'dailies', 'a subtitling house'],
  ])
  const role = pick(random, ['partner-reader', 'delivery-import', 'feed-collector', 'nightly-pull'])
  const bucket = resourceName(random, files)
  const day = recentDay(random)
  const ask = (name: string, wanted: boolean, caller: string, owner: string): Ask => ({
    name,
    wanted,
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${owner === management ? 'org-handbook' : bucket}/a`,
    principal: sessionOf(name === 'inside' ? 'app' : role, caller),
    owner,
    ctx: { 'aws:PrincipalOrgID': name === 'inside' ? 'o-ours' : 'o-theirs' },
  })
  const named = policyOf([
    { ...allowing('s3:GetObject', 'arn:aws:s3:::*'), Principal: { AWS: roleArn(role, partner) } },
  ])
  const open = {
    identity: policyOf([allowing('s3:GetObject')]),
    resourcePolicy: named,
    managementAccount: management,
  }
  const outsiders = {
    ...denying('s3:*'),
    Principal: '*',
    Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ours' } },
  }
  const guard: SceneText['before'] = { ...open, rcp: resourceLevel(policyOf([outsiders])) }
  const stem = pick(random, [
    `Since ${day}, the role \`${role}\` in the account of ${outsider} has been refused when it reads the Amazon S3 bucket \`${bucket}\` of ${who}, as agreed for years. The bucket policy still names the role. Applications of ${who} read the bucket as before, and ${outsider} can still open the handbook, which lies in a bucket of the management account. What is the cause, and what should be done?`,
    `The organization of ${who} got new policies on ${day}. The next morning, ${outsider} could no longer read the Amazon S3 bucket \`${bucket}\` in a member account with its role \`${role}\`, although the bucket policy allows it. It still reads a bucket in the management account, and roles inside the organization notice nothing. Which explanation and remedy fit?`,
  ])
  return { ask, open, guard, stem }
}

/** Outsiders shut out by a resource control policy. */
export function dataPerimeter(random: SeededRandom): SceneText {
  const { ask, open, guard, stem } = drawDataPerimeter(random)
  return {
    stem,
    before: open,
    asks: [
      ask('reported', false, partner, homeAccount),
      ask('inside', true, homeAccount, homeAccount),
      ask('management', true, partner, management),
    ],
    references: [iamReference('evaluation'), iamReference('crossAccount')],
    deeds: [
      {
        text: 'A resource control policy denies outside principals; exempt the role there.',
        why: 'It binds resources of member accounts whoever calls, and leaves the management account alone.',
        makes: guard,
      },
      {
        text: 'A service control policy denies Amazon S3 to outside principals; exempt the role there.',
        why: 'A service control policy binds principals of the own organization, not those of another company.',
        // Policies above the caller's account count, and the outsider has none of this organization.
        makes: open,
        taken: ['scp-binds-outsiders', guard],
      },
      {
        text: 'Block Public Access treats the outside role as public; turn it off for this bucket.',
        why: 'A policy that names one role of another account is not public, so the settings leave it alone.',
        makes: { ...open, s3: { publicAccessBlock: { bucket: { restrictPublicBuckets: true } } } },
        taken: ['outside-is-public', guard],
      },
      {
        text: 'The role lost its permission for Amazon S3 at home; have the other company restore it.',
        why: 'Then the role could not read the bucket of the management account either.',
        makes: (each) => (each.name === 'inside' ? open : { ...open, identity: [] }),
      },
    ],
  }
}

const drawSourceAddress = (random: SeededRandom) => {
  const [who, group, files] = pick(random, [
    ['a publisher', 'freelancers', 'manuscripts'],
    ['an architect', 'contractors', 'drawings'],
    ['a museum', 'restorers', 'xray-images'],
    ['a law firm', 'translators', 'case-files'],
  ])
  const staff = pick(random, ['employees', 'permanent staff', 'the own staff'])
  const bucket = resourceName(random, files)
  const day = recentDay(random)
  const ask = (name: string, wanted: boolean, user: string, address: string): Ask => ({
    name,
    wanted,
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${bucket}/a`,
    principal: `arn:aws:iam::${homeAccount}:user/${user}`,
    owner: homeAccount,
    ctx: { 'aws:SourceIp': address },
  })
  const isStaff = ({ principal }: Ask): boolean => principal.endsWith('staff')
  const outside = {
    ...denying('s3:*'),
    Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  }
  const open = { identity: policyOf([allowing('s3:GetObject')]) }
  const groupDeny: SceneText['before'] = (each) =>
    isStaff(each) ? open : { identity: policyOf([allowing('s3:GetObject'), outside]) }
  const stem = pick(random, [
    `On ${day}, the first ${group} of ${who} worked from home and got AccessDenied for every file in the Amazon S3 bucket \`${bucket}\`. In the office, the same IAM users open these files. From home, ${staff} read the bucket without trouble over the same virtual private network (VPN). What is the cause, and what should be done?`,
    `${who.charAt(0).toUpperCase()}${who.slice(1)} lets ${group} work from home since ${day}, over the VPN that ${staff} use there too. The ${group} now get AccessDenied from the Amazon S3 bucket \`${bucket}\`. Back in the office, the same IAM users read it again, and ${staff} can read it from both places. Which explanation and remedy fit?`,
  ])
  return { ask, isStaff, outside, open, groupDeny, stem }
}

/** Addresses denied to one group. */
export function sourceAddress(random: SeededRandom): SceneText {
  const { ask, isStaff, outside, open, groupDeny, stem } = drawSourceAddress(random)
  return {
    stem,
    before: open,
    asks: [
      ask('reported', false, 'guest', '198.51.100.7'),
      ask('office', true, 'guest', '203.0.113.9'),
      ask('staff', true, 'staff', '198.51.100.7'),
    ],
    references: [iamReference('globalKeys'), iamReference('troubleshoot')],
    deeds: [
      {
        text: 'A policy of their IAM group denies addresses outside the office; add the address of the VPN.',
        why: 'It explains why one group is refused in one place, while others are let in from there.',
        makes: groupDeny,
      },
      {
        text: 'The bucket policy denies addresses outside the office; add the address of the VPN there.',
        why: 'A deny of the bucket policy by address would stop the others at home as well.',
        makes: { ...open, resourcePolicy: policyOf([{ ...outside, Principal: '*' }]) },
        taken: ['reported-is-enough', groupDeny],
      },
      {
        text: 'The network ACL shuts out the VPN; open port 443 for its addresses in both directions.',
        why: 'A blocked connection times out. AccessDenied is an answer of Amazon S3 to a request that arrived.',
        makes: open,
        taken: ['network-refuses', groupDeny],
      },
      {
        text: 'The IAM group has no permission for this bucket; attach AmazonS3ReadOnlyAccess to it.',
        why: 'Without a permission, the same users would be refused in the office too.',
        makes: (each) => (isStaff(each) ? open : { identity: [] }),
      },
      {
        text: 'A service control policy denies addresses outside the office; ask for an exception there.',
        why: 'It would bind the other users of the account in the same way, and they are let in from home.',
        makes: { ...open, scp: level(policyOf([outside])) },
      },
    ],
  }
}
