/** Two findings for each control, by its name, as a review would list them. Slots in braces are filled by `spun`. */
export const findings: Readonly<Record<string, readonly [string, string]>> = {
  'AWS CloudTrail': [
    'Nobody can say who deleted a {database|load balancer|file system|queue} in {March|May|June} through the console.',
    'It is unknown which role changed the route tables {on Sunday|last week|in the night of the outage}.',
  ],
  'Amazon GuardDuty': [
    'Stolen access keys were used from abroad for {4..19} days without anyone noticing.',
    'A crypto miner ran for {3..9} days on a test instance and was found by the bill.',
  ],
  'Service control policies': [
    'Administrators of member accounts can switch off logging, and one did for {3..9} weeks.',
    'A team with full rights in its account launched servers in a Region that the company does not use.',
  ],
  'VPC Flow Logs': [
    'After a break-in, there was no record of the addresses with which an instance had exchanged packets.',
    'Nobody knows whether old servers still connect to the {database|mail|file} subnet.',
  ],
  'AWS Network Firewall': [
    'Build servers can send data to any site on the internet, though they need {6..19} domain names.',
    'Traffic from the VPC to the internet is not checked against known attack signatures.',
  ],
  'VPC Reachability Analyzer': [
    'Engineers needed {4..11} hours to find the network ACL that cut off a database.',
    "There is no proof from configuration that a partner's interface cannot reach the {ledger|payroll|claims} database.",
  ],
  'Amazon Macie': [
    'A file with card numbers lay in a bucket for {brochures|banners|photos}, and there may be more.',
    'It is unknown which of the {40..290} buckets hold personal data.',
  ],
  'S3 Block Public Access': [
    'A hurried policy edit opened a bucket to the internet, and the next one could do so again.',
    'Freelancers write bucket policies, and nothing stops them from granting access to everyone.',
  ],
  'IAM Access Analyzer': [
    'A supplier could read a bucket {5..16} months after its contract had ended.',
    'Nobody has a list of the bucket policies that name accounts of other companies.',
  ],
  'Amazon Inspector': [
    'When a library flaw was in the news, it took {3..9} days to find the affected container images.',
    'Instances run packages with published vulnerabilities, and nobody has an overview.',
  ],
  'Systems Manager Patch Manager': [
    '{24..190} Linux servers are updated by hand, and some are forgotten each month.',
    'Approved operating system updates wait for weeks because nobody has time to install them.',
  ],
  'AWS Signer': [
    'A developer deployed a function from a laptop, with code that no build server had seen.',
    'Nothing proves that functions in production run the code that was reviewed.',
  ],
  'AWS Config': [
    'Nobody can tell since when encryption of a {volume|file system|table} was off, or what it was before.',
    'Each quarter, two people collect screenshots to show which resources broke the tagging rules.',
  ],
  'AWS CloudFormation Hooks': [
    'A stack created a database without encryption, which should have failed before it existed.',
    'Reviewers let templates with open ports through, and the stacks are deployed.',
  ],
  'Systems Manager Automation': [
    'Wrong settings are corrected from memory, by each engineer in another way.',
    'In a night shift, two of {7..12} steps on the repair page were skipped.',
  ],
  'AWS WAF': [
    'SQL injection through the search form reaches the application.',
    'Bots try stolen passwords on the login page, with {300..2400} requests in five minutes from one address.',
  ],
  'AWS Shield Advanced': [
    'During a DDoS attack the team had no expert to call and paid for {4..14} hours of scaling out.',
    'An extortion letter threatens a volumetric attack, and nobody on the team has dealt with one.',
  ],
  'Application Load Balancer access logs': [
    'A customer disputes having opened a page, and no HTTP requests are on file.',
    'Some clients report slow pages, and duration and path of single requests are unknown.',
  ],
  'AWS Secrets Manager': [
    'The database password stands in a configuration file and is {three|four|five|six} years old.',
    'A database password was found in a code repository and had to be changed by hand.',
  ],
  'AWS KMS': [
    'Files are encrypted with keys that AWS owns, so the company cannot disable them.',
    'A customer asks who may use the encryption keys and when they were used.',
  ],
  'AWS Certificate Manager': [
    'The site was down for {2..9} hours because HTTPS on the load balancer had expired.',
    'A new site has no HTTPS yet, and nobody wants to think of renewals.',
  ],
  'IAM credential report': [
    'It is unknown which of the {30..160} IAM users sign in without multi-factor authentication.',
    'Nobody knows which users have access keys that are older than {90|120|180} days.',
  ],
}
