/** What a control does to what it watches over. */
export type Act =
  | 'record'
  | 'detect'
  | 'prevent'
  | 'analyse'
  | 'fix'
  | 'operate'
  | 'store'
  | 'encrypt'
  | 'certify'

/** What a control watches over. */
export type Subject = 'api' | 'network' | 'storage' | 'software' | 'configuration' | 'web' | 'credentials'

/**
 * A service or feature as a control: what it does to what, how the need for it is worded (each wording follows "has to"),
 * and what it is good for in one sentence.
 */
export type Control = {
  readonly name: string
  readonly act: Act
  readonly subject: Subject
  readonly needs: readonly [string, string]
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
    needs: [
      'keep a history of which principal called which API action and when',
      'answer months later who changed a resource through the API',
    ],
    does: 'It records API calls with caller, time, and parameters.',
    page: ['What Is AWS CloudTrail?', `${docs}awscloudtrail/latest/userguide/cloudtrail-user-guide.html`],
  },
  {
    name: 'Amazon GuardDuty',
    act: 'detect',
    subject: 'api',
    needs: [
      'raise a finding when credentials are used in an unusual way',
      'notice API activity that looks like an attack without writing rules for it',
    ],
    does: 'It analyses activity continuously and raises findings about threats.',
    page: ['What is Amazon GuardDuty?', `${docs}guardduty/latest/ug/what-is-guardduty.html`],
  },
  {
    name: 'Service control policies',
    act: 'prevent',
    subject: 'api',
    needs: [
      'keep every principal of some member accounts from calling certain API actions',
      'set an upper limit to the permissions of all users and roles in an account',
    ],
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
    needs: [
      'keep a record of accepted and rejected IP traffic of network interfaces',
      'find out afterwards which addresses exchanged packets with an instance',
    ],
    does: 'They record metadata of IP traffic to and from network interfaces.',
    page: ['Logging IP traffic using VPC Flow Logs', `${docs}vpc/latest/userguide/flow-logs.html`],
  },
  {
    name: 'AWS Network Firewall',
    act: 'prevent',
    subject: 'network',
    needs: [
      'let instances reach listed domain names and drop all other outbound traffic',
      'drop VPC traffic that matches intrusion prevention signatures',
    ],
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
    needs: [
      'find out which component blocks the path between two resources without sending packets',
      'prove from configuration alone whether a path between two interfaces exists',
    ],
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
    needs: [
      'find out which objects in Amazon S3 hold personal data',
      'report credit card numbers that were stored in buckets by mistake',
    ],
    does: 'It discovers sensitive data in Amazon S3.',
    page: ['What is Amazon Macie?', `${docs}macie/latest/user/what-is-macie.html`],
  },
  {
    name: 'S3 Block Public Access',
    act: 'prevent',
    subject: 'storage',
    needs: [
      'make sure that no bucket of an account becomes public, whatever its policy or ACLs say',
      'override any bucket policy or ACL that would open data to anonymous users',
    ],
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
    needs: [
      'list the buckets that principals outside the organization can reach',
      'review which resource-based policies share data with other accounts',
    ],
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
    needs: [
      'report known vulnerabilities in packages of instances and container images',
      'see which AWS Lambda functions use a library with a published CVE',
    ],
    does: 'It scans workloads for known software vulnerabilities.',
    page: ['What is Amazon Inspector?', `${docs}inspector/latest/user/what-is-inspector.html`],
  },
  {
    name: 'Systems Manager Patch Manager',
    act: 'fix',
    subject: 'software',
    needs: [
      'install approved operating system updates in a maintenance window',
      'bring the operating systems of a fleet to a patch baseline',
    ],
    does: 'It installs updates on managed nodes according to a patch baseline.',
    page: ['AWS Systems Manager Patch Manager', `${docs}systems-manager/latest/userguide/patch-manager.html`],
  },
  {
    name: 'AWS Signer',
    act: 'prevent',
    subject: 'software',
    needs: [
      'refuse AWS Lambda code that a trusted publisher has not signed',
      'make sure that deployed function code is the code that the build server signed',
    ],
    does: 'It signs code, and AWS Lambda refuses what lacks a trusted signature.',
    page: ['What is AWS Signer?', `${docs}signer/latest/developerguide/Welcome.html`],
  },
  {
    name: 'AWS Config',
    act: 'detect',
    subject: 'configuration',
    needs: [
      'flag resources whose settings depart from a rule and keep a history of the settings',
      'show how the settings of a resource changed over time and where they broke a rule',
    ],
    does: 'It records settings of resources and evaluates them against rules.',
    page: ['What Is AWS Config?', `${docs}config/latest/developerguide/WhatIsConfig.html`],
  },
  {
    name: 'AWS CloudFormation Hooks',
    act: 'prevent',
    subject: 'configuration',
    needs: [
      'stop a stack operation before it creates a noncompliant resource',
      'check resource properties in templates at deployment and fail the operation on a violation',
    ],
    does: 'They evaluate resources before a stack operation provisions them.',
    page: [
      'What are AWS CloudFormation Hooks?',
      `${docs}cloudformation-cli/latest/hooks-userguide/what-is-cloudformation-hooks.html`,
    ],
  },
  {
    name: 'Systems Manager Automation',
    act: 'operate',
    subject: 'configuration',
    needs: [
      'run a tested runbook that puts a wrong setting back',
      'carry out a multi-step correction of resources from a reviewed document',
    ],
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
    needs: [
      'block HTTP requests that carry SQL injection',
      'limit the rate of requests to a login page for each client address',
    ],
    does: 'It inspects HTTP requests and blocks those that match its rules.',
    page: ['AWS WAF', `${docs}waf/latest/developerguide/waf-chapter.html`],
  },
  {
    name: 'AWS Shield Advanced',
    act: 'fix',
    subject: 'web',
    needs: [
      'call a response team during a DDoS attack and be protected from the cost of scaling',
      'have experts mitigate large volumetric attacks on a public endpoint',
    ],
    does: 'It adds DDoS mitigation, a response team, and cost protection.',
    page: ['AWS Shield', `${docs}waf/latest/developerguide/shield-chapter.html`],
  },
  {
    name: 'Application Load Balancer access logs',
    act: 'record',
    subject: 'web',
    needs: [
      'keep a record of every HTTP request with client address, path, and latency',
      'find out afterwards which paths a client requested from a web application',
    ],
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
    needs: [
      'keep a database password out of code and rotate it on a schedule',
      'hand applications a database login at run time and change it every month',
    ],
    does: 'It stores secrets, hands them out by API, and rotates them.',
    page: ['What is AWS Secrets Manager?', `${docs}secretsmanager/latest/userguide/intro.html`],
  },
  {
    name: 'AWS KMS',
    act: 'encrypt',
    subject: 'credentials',
    needs: [
      'create encryption keys, control their use by policy, and have every use logged',
      'hold the keys with which other services encrypt data at rest',
    ],
    does: 'It creates keys and controls and logs their use.',
    page: ['AWS Key Management Service', `${docs}kms/latest/developerguide/overview.html`],
  },
  {
    name: 'AWS Certificate Manager',
    act: 'certify',
    subject: 'credentials',
    needs: [
      'give a load balancer a TLS certificate that is renewed automatically',
      'provide the certificates with which public endpoints prove their identity',
    ],
    does: 'It issues TLS certificates for integrated services and renews them.',
    page: ['What is AWS Certificate Manager?', `${docs}acm/latest/userguide/acm-overview.html`],
  },
]

/** The control of a name. @throws RangeError for a name that is on no list */
export function controlNamed(name: string): Control {
  const control = controls.find((candidate) => candidate.name === name)
  if (control === undefined) throw new RangeError(`There is no control ${name}.`)
  return control
}

/** A need: what is asked for, of what, and which of the two wordings. */
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
