// Writes catalogue/update-behaviour.json: what an update of each property does to a resource, for common resource types.
// The data come from @aws-cdk/aws-service-spec (Apache-2.0), a development dependency. Run: node scripts/extract-update-behaviour.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { loadAwsServiceSpecSync } = require('@aws-cdk/aws-service-spec')
const { version, license } = JSON.parse(
  readFileSync(require.resolve('@aws-cdk/aws-service-spec/package.json'), 'utf8'),
)

/** Types by service, as candidates meet them. */
const common = {
  ApiGateway: 'RestApi Resource Method Deployment Stage UsagePlan ApiKey Authorizer DomainName',
  ApiGatewayV2: 'Api Route Integration Stage',
  ApplicationAutoScaling: 'ScalableTarget ScalingPolicy',
  Athena: 'WorkGroup NamedQuery',
  AutoScaling: 'AutoScalingGroup LaunchConfiguration ScalingPolicy LifecycleHook',
  Backup: 'BackupVault BackupPlan BackupSelection',
  CertificateManager: 'Certificate',
  CloudFront: 'Distribution CachePolicy OriginAccessControl Function',
  CloudTrail: 'Trail',
  CloudWatch: 'Alarm CompositeAlarm Dashboard',
  CodeBuild: 'Project',
  CodeDeploy: 'Application DeploymentGroup DeploymentConfig',
  CodePipeline: 'Pipeline',
  Cognito: 'UserPool UserPoolClient IdentityPool',
  Config: 'ConfigRule ConfigurationRecorder DeliveryChannel',
  DynamoDB: 'Table GlobalTable',
  EC2: 'Instance VPC Subnet InternetGateway VPCGatewayAttachment RouteTable Route SubnetRouteTableAssociation NatGateway EIP SecurityGroup SecurityGroupIngress SecurityGroupEgress NetworkAcl NetworkAclEntry Volume VolumeAttachment LaunchTemplate VPCEndpoint VPCPeeringConnection TransitGateway TransitGatewayAttachment TransitGatewayRouteTable VPNGateway VPNConnection CustomerGateway FlowLog',
  ECR: 'Repository',
  ECS: 'Cluster Service TaskDefinition',
  EFS: 'FileSystem MountTarget',
  EKS: 'Cluster Nodegroup',
  ElastiCache: 'CacheCluster ReplicationGroup SubnetGroup',
  ElasticLoadBalancingV2: 'LoadBalancer Listener ListenerRule TargetGroup',
  Events: 'Rule EventBus Archive',
  Glue: 'Database Table Crawler Job',
  GuardDuty: 'Detector',
  IAM: 'Role Policy ManagedPolicy User Group InstanceProfile',
  KMS: 'Key Alias',
  Kinesis: 'Stream StreamConsumer',
  KinesisFirehose: 'DeliveryStream',
  Lambda: 'Function Version Alias EventSourceMapping LayerVersion Permission Url',
  Logs: 'LogGroup MetricFilter SubscriptionFilter',
  OpenSearchService: 'Domain',
  RDS: 'DBInstance DBCluster DBSubnetGroup DBParameterGroup DBProxy',
  Redshift: 'Cluster',
  Route53: 'HostedZone RecordSet HealthCheck',
  S3: 'Bucket BucketPolicy AccessPoint',
  SageMaker: 'Model Endpoint EndpointConfig NotebookInstance',
  SecretsManager: 'Secret RotationSchedule',
  SNS: 'Topic Subscription TopicPolicy',
  SQS: 'Queue QueuePolicy',
  SSM: 'Parameter Document Association MaintenanceWindow',
  StepFunctions: 'StateMachine Activity',
  WAFv2: 'WebACL IPSet RuleGroup',
}

const wanted = Object.entries(common).flatMap(([service, names]) =>
  names.split(' ').map((name) => `AWS::${service}::${name}`),
)

const resources = new Map(
  [...loadAwsServiceSpecSync().all('resource')].map((resource) => [resource.cloudFormationType, resource]),
)

function behaviourOf(type) {
  const resource = resources.get(type)
  if (resource === undefined) throw new Error(`${type} is not in the specification; correct its name.`)
  const named = (effect) =>
    Object.entries(resource.properties)
      .filter(([, property]) => (property.causesReplacement ?? 'no') === effect)
      .map(([name]) => name)
      .sort()
      .join(' ')
  return {
    replaces: named('yes'),
    mayReplace: named('maybe'),
    inPlace: named('no'),
    ...(resource.isStateful === true ? { stateful: true } : {}),
  }
}

const lines = wanted.sort().map((type) => `    ${JSON.stringify(type)}: ${JSON.stringify(behaviourOf(type))}`)
const source = `@aws-cdk/aws-service-spec ${version}`
const text = `{
  "source": ${JSON.stringify(source)},
  "licence": ${JSON.stringify(license)},
  "note": "Facts of a specification that its authors license under ${license}; a selection, rearranged.",
  "types": {
${lines.join(',\n')}
  }
}
`
writeFileSync(new URL('../catalogue/update-behaviour.json', import.meta.url), text)
console.log(`${wanted.length} types, ${Math.round(text.length / 1024)} KiB, from ${source}`)
