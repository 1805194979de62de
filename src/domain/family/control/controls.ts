/** What a control does to what it watches over. */
export type Act = 'record' | 'detect' | 'prevent' | 'analyse' | 'fix' | 'store' | 'encrypt' | 'certify'

/** What a control watches over. */
export type Subject = 'api' | 'network' | 'storage' | 'software' | 'configuration' | 'web' | 'credentials'

/**
 * A service or feature as a control: what it does to what, and what it is good for in one sentence.
 */
export type Control = {
  readonly name: string
  readonly act: Act
  readonly subject: Subject
  readonly does: string
  readonly page: readonly [title: string, url: string]
}

const docs = 'https://docs.aws.amazon.com/'

/** Controls by subject; no two do the same to the same. */
export const controls: readonly Control[] = [
  {
    name: 'AWS CloudTrail',
    act: 'record',
    subject: 'api',
    does: 'It records API calls with caller, time, and parameters.',
    page: ['What Is AWS CloudTrail?', `${docs}awscloudtrail/latest/userguide/cloudtrail-user-guide.html`],
  },
  {
    name: 'Amazon GuardDuty',
    act: 'detect',
    subject: 'api',
    does: 'It analyses activity continuously and raises findings about threats.',
    page: ['What is Amazon GuardDuty?', `${docs}guardduty/latest/ug/what-is-guardduty.html`],
  },
  {
    name: 'Service control policies',
    act: 'prevent',
    subject: 'api',
    does: 'They limit what principals of member accounts can do.',
    page: [
      'Service control policies (SCPs)',
      `${docs}organizations/latest/userguide/orgs_manage_policies_scps.html`,
    ],
  },
  {
    name: 'VPC Flow Logs',
    act: 'record',
    subject: 'network',
    does: 'They record metadata of IP traffic to and from network interfaces.',
    page: ['Logging IP traffic using VPC Flow Logs', `${docs}vpc/latest/userguide/flow-logs.html`],
  },
  {
    name: 'AWS Network Firewall',
    act: 'prevent',
    subject: 'network',
    does: 'It inspects traffic at the edge of a VPC and drops what its rules exclude.',
    page: [
      'What is AWS Network Firewall?',
      `${docs}network-firewall/latest/developerguide/what-is-aws-network-firewall.html`,
    ],
  },
  {
    name: 'VPC Reachability Analyzer',
    act: 'analyse',
    subject: 'network',
    does: 'It evaluates configuration along a path and names the blocking component.',
    page: [
      'What is Reachability Analyzer?',
      `${docs}vpc/latest/reachability/what-is-reachability-analyzer.html`,
    ],
  },
  {
    name: 'Amazon Macie',
    act: 'detect',
    subject: 'storage',
    does: 'It discovers sensitive data in Amazon S3.',
    page: ['What is Amazon Macie?', `${docs}macie/latest/user/what-is-macie.html`],
  },
  {
    name: 'S3 Block Public Access',
    act: 'prevent',
    subject: 'storage',
    does: 'It overrides policies and ACLs that would make data public.',
    page: [
      'Configuring block public access settings for your account',
      `${docs}AmazonS3/latest/userguide/configuring-block-public-access-account.html`,
    ],
  },
  {
    name: 'IAM Access Analyzer',
    act: 'analyse',
    subject: 'storage',
    does: 'It reasons over policies and reports access from outside a zone of trust.',
    page: [
      'Using AWS Identity and Access Management Access Analyzer',
      `${docs}IAM/latest/UserGuide/what-is-access-analyzer.html`,
    ],
  },
  {
    name: 'Amazon Inspector',
    act: 'detect',
    subject: 'software',
    does: 'It scans workloads for known software vulnerabilities.',
    page: ['What is Amazon Inspector?', `${docs}inspector/latest/user/what-is-inspector.html`],
  },
  {
    name: 'Systems Manager Patch Manager',
    act: 'fix',
    subject: 'software',
    does: 'It installs updates on managed nodes according to a patch baseline.',
    page: ['AWS Systems Manager Patch Manager', `${docs}systems-manager/latest/userguide/patch-manager.html`],
  },
  {
    name: 'AWS Signer',
    act: 'prevent',
    subject: 'software',
    does: 'It signs code, and AWS Lambda refuses what lacks a trusted signature.',
    page: ['What is AWS Signer?', `${docs}signer/latest/developerguide/Welcome.html`],
  },
  {
    name: 'AWS Config',
    act: 'detect',
    subject: 'configuration',
    does: 'It records settings of resources and evaluates them against rules.',
    page: ['What Is AWS Config?', `${docs}config/latest/developerguide/WhatIsConfig.html`],
  },
  {
    name: 'AWS CloudFormation Hooks',
    act: 'prevent',
    subject: 'configuration',
    does: 'They evaluate resources before a stack operation provisions them.',
    page: [
      'What are AWS CloudFormation Hooks?',
      `${docs}cloudformation-cli/latest/hooks-userguide/what-is-cloudformation-hooks.html`,
    ],
  },
  {
    name: 'Systems Manager Automation',
    act: 'fix',
    subject: 'configuration',
    does: 'It runs runbooks that change resources step by step.',
    page: [
      'AWS Systems Manager Automation',
      `${docs}systems-manager/latest/userguide/systems-manager-automation.html`,
    ],
  },
  {
    name: 'AWS WAF',
    act: 'prevent',
    subject: 'web',
    does: 'It inspects HTTP requests and blocks those that match its rules.',
    page: ['AWS WAF', `${docs}waf/latest/developerguide/waf-chapter.html`],
  },
  {
    name: 'AWS Shield Advanced',
    act: 'fix',
    subject: 'web',
    does: 'It adds DDoS mitigation, a response team, and cost protection.',
    page: ['AWS Shield', `${docs}waf/latest/developerguide/shield-chapter.html`],
  },
  {
    name: 'Application Load Balancer access logs',
    act: 'record',
    subject: 'web',
    does: 'They record each request that the load balancer handled.',
    page: [
      'Access logs for your Application Load Balancer',
      `${docs}elasticloadbalancing/latest/application/load-balancer-access-logs.html`,
    ],
  },
  {
    name: 'AWS Secrets Manager',
    act: 'store',
    subject: 'credentials',
    does: 'It stores secrets, hands them out by API, and rotates them.',
    page: ['What is AWS Secrets Manager?', `${docs}secretsmanager/latest/userguide/intro.html`],
  },
  {
    name: 'AWS KMS',
    act: 'encrypt',
    subject: 'credentials',
    does: 'It creates keys and controls and logs their use.',
    page: ['AWS Key Management Service', `${docs}kms/latest/developerguide/overview.html`],
  },
  {
    name: 'AWS Certificate Manager',
    act: 'certify',
    subject: 'credentials',
    does: 'It issues TLS certificates for integrated services and renews them.',
    page: ['What is AWS Certificate Manager?', `${docs}acm/latest/userguide/acm-overview.html`],
  },
  {
    name: 'IAM credential report',
    act: 'record',
    subject: 'credentials',
    does: 'It lists the users of an account with the state and age of their passwords, keys, and MFA devices.',
    page: [
      'Generate credential reports for your AWS account',
      `${docs}IAM/latest/UserGuide/id_credentials_getting-report.html`,
    ],
  },
]

/** The control of a name. @throws RangeError for a name that is on no list */
export function controlNamed(name: string): Control {
  const control = controls.find((candidate) => candidate.name === name)
  if (control === undefined) throw new RangeError(`There is no control ${name}.`)
  return control
}

/** A need: what is asked for, of what, and in which of the two wordings it is told. */
export type Need = { readonly control: Control; readonly wording: 0 | 1 }

/** What meets a need among some controls: act and subject have to fit. */
export const meeting = ({ control }: Need, among: readonly Control[]): readonly Control[] =>
  among.filter(({ act, subject }) => act === control.act && subject === control.subject)

/** What a belief takes for an answer: the subject fits and the act does not, or the act fits and the subject does not. */
export const nearBy = (
  { control }: Need,
  among: readonly Control[],
  fits: 'act' | 'subject',
): readonly Control[] => {
  const misses = fits === 'act' ? 'subject' : 'act'
  return among.filter((other) => other[fits] === control[fits] && other[misses] !== control[misses])
}
