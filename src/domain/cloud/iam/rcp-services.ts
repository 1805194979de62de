/**
 * Services whose resources resource control policies cover, by action prefix: a fact that changes, with its page and the
 * day it was read. A catalogue of actions that says `rcp` overrides it.
 *
 * @see AWS Organizations user guide, Resource control policies (list of AWS services that support RCPs)
 * @example rcpServices.prefixes.has('s3') // true
 */
export const rcpServices = {
  checked: '2026-09-26',
  page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  prefixes: new Set(
    (
      'aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront cloudsearch ' +
      'cloudtrail-data codeartifact codebuild codecommit codepipeline cognito-identity cognito-idp comprehend ' +
      'comprehendmedical compute-optimizer cost-optimization-hub dax dsql dynamodb ecr ecr-public events firehose fis ' +
      'fms gamelift health inspector-scan kendra kinesisvideo kms logs memorydb networkmonitor notifications opensearch ' +
      'pca-connector-ad personalize polly pricing resource-groups rolesanywhere s3 secretsmanager servicediscovery ' +
      'signin sqs sts support swf textract timestream-influxdb transcribe transfer translate wafv2 workspaces xray'
    ).split(' '),
  ),
} as const
