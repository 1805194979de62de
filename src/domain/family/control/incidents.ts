/**
 * Two stories for each control, by its name; each tells of something that this control alone answers. Slots in braces are
 * filled by `spun`.
 */
export const stories: Readonly<Record<string, readonly [string, string]>> = {
  'AWS CloudTrail': [
    "In {March|May|September|October}, somebody opened a security group of {a hospital's booking portal|an airline's crew portal|a bank's loan portal|a retailer's web shop|an insurer's claims portal} to the whole internet for {3..19} hours, and to this day nobody knows who. The head of operations wants to be able to answer that question for at least {two|three|five} years back: which principal made the call, when, and from which address.",
    '{A furniture retailer|A film distributor|A travel agency|A sports league|A grocery chain} lets {4..23} contractors work in its {production|warehouse|reporting|integration} account. A DB instance disappeared {last week|over the weekend|last month}, and the contractors blame one another. From now on the platform team wants the caller, time, and parameters of calls that change resources on file.',
  ],
  'Amazon GuardDuty': [
    'Access keys of {a payroll service|a dental laboratory|a freight forwarder|a ticket agency|an energy retailer} were used from an anonymizing network for {4..17} days, and it was {a partner|a customer|the bank} who noticed. The two people who look after security want to hear of {such behavior|something like this} within {minutes|half an hour}. They have no time to write and tune detection rules.',
    'A crypto miner ran in the {test|training|sandbox|staging} account of {a university|a games studio|a car-sharing firm|a publisher|a biotech start-up} over a long weekend and cost {900..7400} dollars, started with credentials from a stolen laptop. The team wants to be told when instances contact known malicious hosts or credentials are used in an unusual way, without agents on the instances.',
  ],
  'Service control policies': [
    'An administrator in a member account of {a retail bank|a media group|a logistics firm|a hotel chain|a utility} switched off logging "{for a quick test|to save money|to get rid of noise}", and it stayed off for {2..9} weeks. Teams are to keep their administrator roles in the {12..85} accounts of the organization. But this call must fail for each of them, whatever IAM policies they write.',
    '{A games studio|A software house|An online university|A fashion retailer|A robotics firm} gives each product team an AWS account of its own with full administrator rights. The central platform team looks after {9..74} of them in AWS Organizations. It wants an upper limit on what users and roles there, the root user included, can do outside {Europe|the approved Regions|two Regions}.',
  ],
  'VPC Flow Logs': [
    'An Amazon EC2 instance of {a ferry operator|a news site|a ticket agency|a clinic group|a bike rental firm} was taken over through an old plugin. Forensics could not say afterwards which addresses it had exchanged packets with in the {5..26} hours before it was stopped. Next time, source, destination, port, and verdict should be on file for each network interface.',
    'Before {a furniture maker|an insurer|a museum|a lottery operator|a seed producer} closes port {1433|3306|5432|1521} to an old subnet, it has to know whether {some forgotten server|an old batch job|a former partner} still connects to the databases in it. The team wants {two|three|four} weeks of evidence on accepted and rejected traffic, and cannot install software on the {6..38} servers.',
  ],
  'AWS Network Firewall': [
    'Malware on a build server of {a software house|a games studio|a car maker|an insurer|a chip designer} uploaded {source code|signing keys|test data|license files} to a file-sharing site over port 443. Build servers need {7..23} domain names on the internet, and addresses behind these names change weekly. Whatever else leaves the VPC should be dropped.',
    'An insurer will renew the cyber policy of {a mail-order company|a clinic group|a shipping line|a printing house|a ticket agency} on one condition: packets between its VPC and the internet that match known attack signatures are dropped. The network team of {two|three|four|five} wants a managed service and {2..9} applications to stay as they are.',
  ],
  'VPC Reachability Analyzer': [
    'Since a change of route tables on {Monday|Tuesday|Thursday|Friday night}, the {booking service of a hotel chain|billing service of a utility|loyalty service of an airline|stock service of a retailer|dispatch service of a courier|seat service of a rail operator} cannot connect to its database in a peered VPC. Route tables, network ACLs, and {3..9} security groups come into question. The engineer on duty wants to know which component stops the connection, without sending packets into production.',
    "{A payment processor|A stock exchange|A central bank|A health insurer|A pension fund} must show that no path leads from a partner's network interface to its {ledger|member|customer|payment} database. The network team maintains {14..60} route tables, and test traffic to the database is forbidden. It wants proof that rests on the network configuration.",
  ],
  'Amazon Macie': [
    'A spreadsheet with {2100..38000} credit card numbers turned up in a bucket that {the marketing team|the call center|a trainee|the web team} of {a travel agency|a shoe retailer|a theater group|a hotel chain} uses for {brochures|banners|posters|photos}. The firm has {60..340} buckets in Amazon S3. The data protection officer wants to know which other objects contain personal data, and to hear of new ones.',
    'By a merger, {a hospital group|an insurer|a staffing agency|a bank|a pharmacy chain} comes into {12..95} TB of unlabelled objects in Amazon S3. Before {analysts|data scientists|auditors|external consultants} may open them, objects that hold names, passport numbers, or card data have to be found.',
  ],
  'S3 Block Public Access': [
    'Twice this year, a hurried edit of a bucket policy put {invoices of a utility|patient letters of a clinic group|tenant files of a housing association|exam papers of a university|payslips of a staffing agency} on the open internet, the second time for {5..47} hours. The account has nothing in Amazon S3 that strangers should see. Another such edit must not open data, even if nobody reviews it.',
    '{A film festival|An advertising agency|A design studio|A charity|A book publisher} lets {5..32} freelancers create buckets in Amazon S3 and write the policies themselves. {Public files|Published files} are served by another account. The IT manager wants a mistake in a policy or an access control list to remain without effect on anonymous users.',
  ],
  'IAM Access Analyzer': [
    "{Four|Six|Nine|Fourteen} months after the end of its contract, a supplier of {a car maker|an online grocer|an insurer|a telecom operator|a hotel chain} could still list a bucket, because the bucket policy named the supplier's account. There are {80..410} buckets and keys in the organization. The security team wants to see which of them can be reached from outside, and to keep that view up to date.",
    'Two engineers at {a media group|a university|a pharmaceutical firm|a freight company|a bank} have been told to read {220..960} bucket policies by {Friday|the end of the month|next week} and to mark those that share data with accounts of other companies. Last time they missed {three|four|seven}. They would rather have a service do this.',
  ],
  'Amazon Inspector': [
    'When a flaw in a {logging|compression|image|TLS} library made the news, {a ticket agency|an airline|a bank|an online pharmacy|a game publisher} needed {3..9} days to find out which of its container images and AWS Lambda functions contained it. For the next one, the CTO wants a report within hours after the CVE is published.',
    "A penetration test of {a city's parking portal|a bank's loan portal|an airline's crew portal|a utility's customer portal} got in through a package that had been out of date for {5..26} months on an Amazon EC2 instance. {38..190} instances exist, and nobody has an overview of their packages. The team wants to learn of known vulnerabilities as they appear.",
  ],
  'Systems Manager Patch Manager': [
    'A scan of {a port operator|a hospital group|a brewery|an insurer|a water utility} lists {47..312} Amazon EC2 instances that lack operating system updates of the last {quarter|half-year|year}. The {operations|Linux|platform} team tests updates and approves them, but has no hands to roll them out. They should go on by themselves, {on Sunday nights|on Saturday nights|in the first week of a month}.',
    'Each month, an administrator of {a law firm|a machine builder|a publisher|a school district|an auction house} signs in to {28..140} Linux servers on Amazon EC2 and updates the operating system by hand. In {May|June|August|November} {four|six|eleven|nineteen} servers were forgotten. Updates that the team has approved should reach the fleet in its maintenance window, and those that are missing should be visible.',
  ],
  'AWS Signer': [
    'During an outage, a developer of {a payment service|a food delivery firm|a betting site|a ride-hailing firm|a bank} deployed an AWS Lambda function from a laptop, with code that {no reviewer had seen|had skipped the build server|was on no branch}. It ran for {3..21} days. Only what the build server produced should be deployable to the {8..64} functions.',
    '{A medical device maker|A lottery operator|A payment processor|An e-voting provider|A pharmacy chain} must show that its {9..57} AWS Lambda functions run the code that was reviewed. Developers keep the right to update functions. A package that was {altered|exchanged|edited} after the build must be refused.',
  ],
  'AWS Config': [
    'Encryption was off for {snapshots|a volume|a file system|a queue} of {a clinic group|an insurer|a tax adviser|a bank|a staffing agency} for {2..9} weeks. Nobody can say since when exactly, or what else was different then. The operations manager wants to see how settings changed over time, and to be told when one departs from the rules of the company.',
    'Every quarter, {a food producer|a pension fund|an airline caterer|a chemical company|a toll operator} shows a certifier which of its {300..2600} resources broke its tagging and logging rules in the meantime. Two people collect screenshots for {two|three|four} days. The list should come from recorded settings.',
  ],
  'AWS CloudFormation Hooks': [
    'A template of {the reporting team|the web team|a new colleague|the data team} at {an insurer|a hotel chain|a bank|a clinic group} created a DB instance without encryption, and it was noticed after {two|five|nine|twelve} weeks and {60..480} GB of data. {Stacks|Deployments} with such a property should fail from now on before the database exists.',
    '{A telecom operator|A media group|A retailer|A software house|A car maker} deploys with AWS CloudFormation in {14..70} accounts. Reviewers read each template, and still let through {a public subnet|an open port|a bucket without encryption|a role without boundary} now and then. A stack update that breaks a company rule should be stopped without a reviewer, before anything is provisioned.',
  ],
  'Systems Manager Automation': [
    "Public snapshots turn up every few weeks at {a bank|a games studio|an insurer|a university|a hotel chain}. Whoever is on duty puts them right from memory, each of the {4..11} colleagues in another way, and one deleted {a snapshot that was needed|the wrong volume|last week's backup}. The team wants the same reviewed steps to be carried out each time.",
    'At {2|3|4} a.m., a tired engineer of {an airline|a hospital group|a news site|a toll operator|a ticket agency} repaired a load balancer setting and skipped {two|three} of {7..12} steps on the wiki page, which cost another hour of outage. The steps are known and tested. A machine should carry them out, and keep a protocol.',
  ],
  'AWS WAF': [
    'Attackers put SQL fragments into the search form of {a wine shop|a library network|a real-estate portal|a car exchange|a recipe site}, and one request out of {40..900} gets through to the database. The form is served through an Application Load Balancer, and the developers need {five|six|eight|ten} weeks for a correction. Until then, {such requests|these requests} should not reach the application.',
    'Bots try stolen passwords on the login page of {a loyalty program|a streaming service|an online grocer|a betting site|a ticket agency}: a single address sends {340..2900} requests in five minutes. Customers log in two or three times at most. The application behind the Application Load Balancer stays unchanged, and clients that overdo it should be turned away.',
  ],
  'AWS Shield Advanced': [
    "A DDoS attack kept {an online broker|a betting site|a news site|a game publisher|a crypto exchange} busy for {5..17} hours, and {doubled|tripled} the month's bill because the fleet scaled out. Nobody on the team had dealt with one before. In the next attack they want experts of AWS at their side, and to get the cost of scaling back.",
    '{A ticket agency|A lottery operator|A sneaker shop|An online casino|A domain registrar} has received an extortion letter: a volumetric attack on its public endpoints {on the first day of sales|next Friday|before the holidays}, unless it pays {20000..90000} dollars. Management will not pay. It wants specialists on call who mitigate while the attack runs, and protection from its scaling charges.',
  ],
  'Application Load Balancer access logs': [
    'A customer of {an online broker|a betting site|an auction house|a car rental firm|an insurer} denies having opened the page with the terms on {7|9|14|21} {March|June|October}, and the servers behind the Application Load Balancer keep nothing. For disputes like this, {legal|customer service|compliance} wants to look up which client address requested which path, when, and with what response.',
    '{Eight|Eleven|Fifteen|Twenty} customers say that pages of {a booking site|a photo service|a tax portal|a spare-parts shop|a school platform} take {6..19} seconds, and average latency in the metrics looks fine. The site stands behind an Application Load Balancer. The developers want client address, path, and duration of single requests, and cannot change the servers this month.',
  ],
  'AWS Secrets Manager': [
    'The database password of {a parking app|a recipe site|a delivery service|a fitness platform|a ticket agency} was in a public code repository for {6..31} weeks. It was changed by hand on {Monday|Wednesday|Friday night}, with {10..45} minutes of outage. Programs should fetch the password when they need it, and it should change every {30|45|60|90} days without a release.',
    'The login with which {14..60} batch jobs of {a printing house|an insurer|a logistics firm|a school district|a brewery} open their database has been the same for {three|four|six|seven} years. It stands in a configuration file that {every employee|each developer|the old supplier} can read. The file is to go, and the login is to be new every month without manual work.',
  ],
  'AWS KMS': [
    'A {large|new|Swiss|public-sector} customer will sign with {a translation service|a document archive|a payroll provider|an imaging center|an e-signature firm} on one condition: its {4..48} TB in Amazon S3 and Amazon EBS are encrypted with a key that can be disabled at once, and each use of it leaves a trace. The firm also has to decide who may use it.',
    '{A health insurer~medical|A notary chamber~property|A court~case|A genetics laboratory~research|A tax office~tax} encrypts {~1} files at rest in {five|six|seven|nine|eleven|twelve} AWS services with keys that AWS owns. The new head of security wants to decide who may administer these keys and who may use them, and to see it when they are used.',
  ],
  'AWS Certificate Manager': [
    "On {Monday|Sunday|Easter Monday|New Year's Day}, {a theater|a ski resort|a bank|a ferry company|a vaccination portal} lost {3..11} hours of bookings: browsers refused the connection because something on the Application Load Balancer had expired. The colleague with the reminder in the calendar had left. It must renew itself from now on, and browsers have to trust it.",
    '{A coffee roaster|A local newspaper|A charity|A sports club|A surgery} launches its site on an Application Load Balancer in {two|three|four} weeks. Browsers must show it as secure under {two|three|five} domain names. The owner was offered {120..460} dollars a year by a reseller and would rather pay nothing and forget about renewals.',
  ],
  'IAM credential report': [
    'The auditor of {a bank|an insurer|a clinic group|a pension fund|a logistics firm} asks which of its {43..210} IAM users sign in without multi-factor authentication, and whose access keys are older than {90|120|180} days. The administrator opened the users one by one last year and needed {two|three|four} days. The account should answer in one file.',
    '{A newspaper|A university institute|A construction firm|A games studio|A freight company} wants to clean up its {35..160} IAM users before it moves to single sign-on. For each of them, the administrator needs to know when the password was last used and how old the access keys are. {He|She} has {an hour|half a day|the afternoon} for that.',
  ],
}

/** What would be done with each control, as a colleague would propose it. */
export const deeds: Readonly<Record<string, string>> = {
  'AWS CloudTrail': 'Create an AWS CloudTrail trail that delivers management events to Amazon S3.',
  'Amazon GuardDuty':
    'Enable Amazon GuardDuty and route its findings to the team through Amazon EventBridge.',
  'Service control policies':
    'Attach a service control policy with a deny statement to the organizational unit.',
  'VPC Flow Logs': 'Turn on VPC Flow Logs for the subnets and publish them to Amazon S3.',
  'AWS Network Firewall': 'Route outbound traffic through AWS Network Firewall with a stateful rule group.',
  'VPC Reachability Analyzer':
    'Run a path analysis in VPC Reachability Analyzer between source and destination.',
  'Amazon Macie': 'Enable Amazon Macie with automated sensitive data discovery for the account.',
  'S3 Block Public Access': 'Turn on the four S3 Block Public Access settings for the account.',
  'IAM Access Analyzer': 'Create an external access analyzer in IAM Access Analyzer for the organization.',
  'Amazon Inspector': 'Activate Amazon Inspector for instances, container images, and functions.',
  'Systems Manager Patch Manager':
    'Set up a patch policy with a baseline and a schedule in Systems Manager Patch Manager.',
  'AWS Signer': 'Create a signing profile in AWS Signer and enforce code signing on the functions.',
  'AWS Config': 'Turn on the AWS Config recorder and add managed rules.',
  'AWS CloudFormation Hooks': 'Activate AWS CloudFormation Hooks with a policy rule in fail mode.',
  'Systems Manager Automation':
    'Write a Systems Manager Automation runbook and start it when the case occurs.',
  'AWS WAF': 'Associate an AWS WAF web ACL with suitable rules with the load balancer.',
  'AWS Shield Advanced': 'Subscribe to AWS Shield Advanced and add the endpoints as protected resources.',
  'Application Load Balancer access logs':
    'Enable access logs of the Application Load Balancer with a bucket as target.',
  'AWS Secrets Manager': 'Store the login in AWS Secrets Manager and turn on automatic rotation.',
  'AWS KMS': 'Create a customer managed key in AWS KMS and select it for encryption in the services.',
  'AWS Certificate Manager': 'Request a public certificate in AWS Certificate Manager with DNS validation.',
  'IAM credential report': 'Generate the IAM credential report of the account and sort it.',
}
