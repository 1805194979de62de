import type { Setting } from '../parts/setting.ts'

/** An occasion for a control: what happened, and what is wanted of whatever is put in place. */
export type Incident = {
  readonly event: (setting: Setting) => string
  readonly want: (setting: Setting) => string
}

const incident = (event: Incident['event'], want: Incident['want']): Incident => ({ event, want })

/** Two occasions for each control, by its name; each tells of something that this control alone answers. */
export const incidents: Readonly<Record<string, readonly [Incident, Incident]>> = {
  'AWS CloudTrail': [
    incident(
      ({ systems }) =>
        `A security group of the ${systems[0].name} was opened to the internet in March, and nobody admits to it.`,
      () =>
        'In future it has to be possible to tell which principal made such a call, when, and from where, for at least two years.',
    ),
    incident(
      ({ teams }) =>
        `An external auditor asked who deleted a DB instance half a year ago, and the ${teams[0]} had no answer.`,
      () => 'From now on, API calls in the account have to be kept with their caller, time, and parameters.',
    ),
  ],
  'Amazon GuardDuty': [
    incident(
      ({ systems }) =>
        `Access keys of the ${systems[1].name} were used from an anonymizing network for eleven days before a partner noticed.`,
      ({ teams }) =>
        `The ${teams[0]} wants to be told of such behavior within minutes and has no time to write or tune detection rules.`,
    ),
    incident(
      ({ they }) =>
        `A crypto miner ran in an account of ${they} over a long weekend, with credentials stolen from a laptop.`,
      () =>
        'Unusual use of credentials and contact with known malicious hosts should raise a finding without agents and without rules to maintain.',
    ),
  ],
  'Service control policies': [
    incident(
      ({ teams }) =>
        `An administrator in a member account switched off logging for an afternoon, and the ${teams[1]} found out at month's end.`,
      () =>
        'No principal of the workload accounts may be able to make such API calls any longer, whatever IAM policies the accounts attach.',
    ),
    incident(
      ({ systems }) =>
        `Each product team of the ${systems[0].name} is administrator of its own AWS account, and one of them left the organization's baseline by an API call.`,
      () =>
        'The central team has to set an upper limit to what users and roles, the root user included, can do in these accounts.',
    ),
  ],
  'VPC Flow Logs': [
    incident(
      ({ systems }) =>
        `An instance of the ${systems[0].name} was compromised, and forensics could not say which addresses it had exchanged packets with.`,
      () =>
        'Before the next incident, metadata of accepted and rejected IP traffic has to be available for each network interface.',
    ),
    incident(
      ({ teams }) =>
        `The ${teams[1]} suspects that a forgotten server still opens connections to a database subnet on an odd port.`,
      () =>
        'It wants a record of source, destination, port, and verdict for the traffic in that subnet, with no software on the servers.',
    ),
  ],
  'AWS Network Firewall': [
    incident(
      ({ records }) =>
        `Malware on a build server sent ${records[0].name} to a file-sharing site over port 443.`,
      () =>
        'Outbound traffic of the VPC must reach eleven approved domain names, and packets to other destinations have to be dropped.',
    ),
    incident(
      ({ they }) =>
        `The insurer of ${they} demands intrusion prevention for traffic between its VPC and the internet.`,
      () =>
        'Packets that match known attack signatures have to be dropped at the edge of the VPC by a managed service.',
    ),
  ],
  'VPC Reachability Analyzer': [
    incident(
      ({ systems }) =>
        `After a change of route tables, the ${systems[0].name} can no longer open connections to its database, and four components lie between them.`,
      () =>
        'An engineer has to learn which of them blocks the path, without sending packets into production.',
    ),
    incident(
      ({ teams }) =>
        `A regulator wants evidence that no path exists from a partner's network interface to the ledger database of the ${teams[0]}.`,
      () =>
        'The evidence has to be derived from the configuration of the network, as test traffic is out of the question.',
    ),
  ],
  'Amazon Macie': [
    incident(
      ({ teams }) =>
        `A spreadsheet with credit card numbers turned up in one of 300 Amazon S3 buckets, stored there by mistake by the ${teams[0]}.`,
      () =>
        'The data protection officer wants a list of the objects that contain personal data, updated as buckets fill.',
    ),
    incident(
      ({ who }) => `A merger leaves ${who} with 70 TB of unlabelled objects in Amazon S3.`,
      () =>
        'Before anyone may open them, objects that hold names, passport numbers, or card data have to be identified.',
    ),
  ],
  'S3 Block Public Access': [
    incident(
      ({ records }) =>
        `Twice this year, a hurried edit of a bucket policy put ${records[0].name} on the open internet.`,
      () =>
        'It must become impossible for buckets of the account to be public, even if their policies or access control lists say otherwise.',
    ),
    incident(
      ({ teams }) =>
        `Freelancers of the ${teams[1]} create Amazon S3 buckets and write the policies themselves.`,
      () =>
        'A mistake of theirs must not open data to anonymous users, and the account needs no public objects.',
    ),
  ],
  'IAM Access Analyzer': [
    incident(
      ({ who }) =>
        `A supplier whose contract had ended could still list an Amazon S3 bucket of ${who}, because the bucket policy named its account.`,
      () =>
        'The security team wants a list of resources that principals outside the organization can reach, kept up to date.',
    ),
    incident(
      ({ teams }) =>
        `The ${teams[0]} is about to review hundreds of bucket policies by hand in order to find those that share data with foreign accounts.`,
      () => 'A service should evaluate the policies and report the external principals that they admit.',
    ),
  ],
  'Amazon Inspector': [
    incident(
      ({ systems }) =>
        `When a flaw in a logging library became known, it took four days to learn which container images of the ${systems[0].name} contained it.`,
      () =>
        'Next time, affected packages on instances, in images, and in functions have to be reported as soon as a CVE is published.',
    ),
    incident(
      ({ systems }) =>
        `A penetration test of the ${systems[1].name} succeeded through an outdated package on an Amazon EC2 instance.`,
      () => 'Workloads have to be scanned continuously for packages with known vulnerabilities.',
    ),
  ],
  'Systems Manager Patch Manager': [
    incident(
      ({ systems }) =>
        `A vulnerability report lists 212 servers of the ${systems[0].name} whose operating systems lack updates of the last quarter.`,
      () =>
        'Approved updates have to be installed on Sunday nights, and the result has to be compared with a baseline.',
    ),
    incident(
      ({ teams }) =>
        `The ${teams[1]} signs in to each Linux server by hand to update the operating system, and skipped twenty of them in May.`,
      () =>
        'Updates that the team has approved should be installed across the fleet in its maintenance window.',
    ),
  ],
  'AWS Signer': [
    incident(
      ({ systems }) =>
        `A developer deployed an AWS Lambda function of the ${systems[0].name} from a laptop, with code that had not passed the build server.`,
      () => 'AWS Lambda has to refuse code that the build server has not vouched for.',
    ),
    incident(
      ({ they }) =>
        `An assessor doubts that the functions in production at ${they} run the code that was reviewed.`,
      () => 'A deployment whose code package was altered after the build has to fail.',
    ),
  ],
  'AWS Config': [
    incident(
      ({ teams }) =>
        `Encryption of a volume was off for two months, and the ${teams[0]} cannot tell since when or what the settings were before.`,
      () =>
        'Settings of resources have to be recorded over time, and those that depart from a rule have to be flagged.',
    ),
    incident(
      ({ who }) =>
        `For a certificate, ${who} has to show each quarter which resources broke its tagging and logging rules, and how their settings changed.`,
      () => 'The report should come from recorded configuration instead of screenshots.',
    ),
  ],
  'AWS CloudFormation Hooks': [
    incident(
      ({ teams }) =>
        `A template of the ${teams[0]} created an unencrypted DB instance, which was discovered after data had been loaded.`,
      () => 'Stack operations with such properties have to fail before the resource exists.',
    ),
    incident(
      ({ teams }) =>
        `The ${teams[1]} deploys with AWS CloudFormation alone, and reviewers miss noncompliant properties in its templates.`,
      () =>
        'Each stack operation should be evaluated against the company rules and stopped on a violation, before anything is provisioned.',
    ),
  ],
  'Systems Manager Automation': [
    incident(
      ({ teams }) =>
        `Public snapshots are found every few weeks, and the ${teams[0]} corrects them from memory, each time in another way.`,
      () => 'The correction should run as one reviewed document with several steps and put the setting back.',
    ),
    incident(
      ({ systems }) =>
        `During a night shift a tired engineer skipped two steps while repairing a wrong load balancer setting of the ${systems[1].name}.`,
      () => 'A tested runbook has to carry out such multi-step repairs from now on.',
    ),
  ],
  'AWS WAF': [
    incident(
      ({ systems }) =>
        `The search form of the ${systems[0].name} was attacked with SQL injection, and the application cannot be changed before autumn.`,
      () => 'Such HTTP requests have to be blocked in front of the Application Load Balancer.',
    ),
    incident(
      ({ systems }) =>
        `Bots try stolen passwords on the login page of the ${systems[1].name}, with thousands of requests from single addresses.`,
      () => 'Clients that exceed 200 requests in five minutes to this path have to be blocked.',
    ),
  ],
  'AWS Shield Advanced': [
    incident(
      ({ systems }) =>
        `A DDoS attack kept the ${systems[0].name} busy for nine hours and tripled the month's bill, because the fleet scaled out.`,
      () =>
        'Next time, AWS experts should help to mitigate, and charges that the attack causes should be credited.',
    ),
    incident(
      ({ they }) =>
        `An extortion letter threatens the public endpoints of ${they} with a volumetric attack on the first day of sales.`,
      () =>
        'Management wants a response team on call during the attack and protection from its scaling costs.',
    ),
  ],
  'Application Load Balancer access logs': [
    incident(
      ({ systems }) =>
        `A customer disputes having opened certain pages of the ${systems[0].name}, which runs behind an Application Load Balancer.`,
      () =>
        'In later disputes it has to be known which client address requested which path, when, and with what response.',
    ),
    incident(
      ({ systems }) =>
        `Some pages of the ${systems[1].name} are slow for a few clients, and the servers keep no log of HTTP requests.`,
      () =>
        'A record of each request with client address, path, and latency is wanted, without a change to the servers.',
    ),
  ],
  'AWS Secrets Manager': [
    incident(
      ({ systems }) =>
        `The database password of the ${systems[0].name} was found in a public code repository.`,
      () =>
        'The program has to fetch the password at run time, and the password has to change every 30 days without a release.',
    ),
    incident(
      ({ systems }) =>
        `Auditors complain that the database login of the ${systems[1].name} has been the same for four years and stands in a configuration file.`,
      () => 'It should leave the file and be rotated on a schedule by a managed service.',
    ),
  ],
  'AWS KMS': [
    incident(
      ({ records }) =>
        `A customer insists that ${records[0].name} are encrypted with a key that can be disabled at once.`,
      () =>
        'Use of the key by Amazon S3 and Amazon EBS has to be governed by a policy, and each use has to be logged.',
    ),
    incident(
      ({ records }) =>
        `Regulators ask who controls the keys that AWS services use to encrypt ${records[1].name} at rest.`,
      () => 'The company has to define in a policy who may administer and who may use these keys.',
    ),
  ],
  'AWS Certificate Manager': [
    incident(
      ({ systems }) =>
        `The ${systems[0].name} was unreachable for a morning because the TLS certificate of its load balancer had expired.`,
      () =>
        'Browsers have to trust the new certificate, and its renewal must not depend on anybody remembering it.',
    ),
    incident(
      ({ systems }) =>
        `Before its launch, the public endpoint of the ${systems[1].name} needs HTTPS on an Application Load Balancer.`,
      () => 'The TLS certificate should come from AWS, cost nothing, and be renewed without manual steps.',
    ),
  ],
}

/** What would be done with each control, as a colleague would propose it. */
export const deeds: Readonly<Record<string, string>> = {
  'AWS CloudTrail': 'Create an AWS CloudTrail trail that delivers management events to an Amazon S3 bucket.',
  'Amazon GuardDuty': 'Enable Amazon GuardDuty and send its findings to the team by Amazon EventBridge.',
  'Service control policies':
    'Attach a service control policy with the denied actions to the organizational unit.',
  'VPC Flow Logs': 'Turn on VPC Flow Logs for the subnets and deliver them to an Amazon S3 bucket.',
  'AWS Network Firewall': 'Route the VPC through AWS Network Firewall endpoints with a stateful rule group.',
  'VPC Reachability Analyzer':
    'Run a VPC Reachability Analyzer path analysis between the two network interfaces.',
  'Amazon Macie': 'Enable Amazon Macie with automated sensitive data discovery for the buckets.',
  'S3 Block Public Access': 'Turn on the four S3 Block Public Access settings for the account.',
  'IAM Access Analyzer': 'Create an external access analyzer in IAM Access Analyzer for the organization.',
  'Amazon Inspector': 'Activate Amazon Inspector for instances, container images, and AWS Lambda functions.',
  'Systems Manager Patch Manager': 'Define a patch baseline and a schedule in Systems Manager Patch Manager.',
  'AWS Signer': 'Sign packages with AWS Signer and enforce a code signing configuration on functions.',
  'AWS Config': 'Turn on the AWS Config recorder and add managed rules for the settings.',
  'AWS CloudFormation Hooks': 'Activate AWS CloudFormation Hooks with a policy rule in fail mode.',
  'Systems Manager Automation': 'Write a Systems Manager Automation runbook and start it for the resource.',
  'AWS WAF': 'Associate an AWS WAF web ACL with suitable rules with the load balancer.',
  'AWS Shield Advanced': 'Subscribe to AWS Shield Advanced and add the endpoints as protected resources.',
  'Application Load Balancer access logs':
    'Enable Application Load Balancer access logs with an Amazon S3 bucket as target.',
  'AWS Secrets Manager': 'Store the login in AWS Secrets Manager and turn on rotation.',
  'AWS KMS': 'Create a customer managed key in AWS KMS and select it in the services.',
  'AWS Certificate Manager': 'Request a public certificate in AWS Certificate Manager with DNS validation.',
}
