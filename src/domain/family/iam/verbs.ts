import type { Deed, Resource } from './resources.ts'

/** Deeds as they follow "must" or "can", before the resource. */
const verbs: Readonly<Record<string, string>> = {
  's3:GetObject': 'read files from',
  's3:PutObject': 'upload files to',
  's3:DeleteObject': 'delete files from',
  'sqs:SendMessage': 'send messages to',
  'sqs:ReceiveMessage': 'receive messages from',
  'sqs:PurgeQueue': 'purge',
  'dynamodb:GetItem': 'read items of',
  'dynamodb:PutItem': 'write items to',
  'dynamodb:DeleteTable': 'delete',
  'sns:Publish': 'publish to',
  'sns:Subscribe': 'subscribe endpoints to',
  'sns:DeleteTopic': 'delete',
  'lambda:InvokeFunction': 'invoke',
  'lambda:UpdateFunctionCode': 'deploy code to',
  'lambda:DeleteFunction': 'delete',
  'secretsmanager:GetSecretValue': 'read',
  'secretsmanager:PutSecretValue': 'store new values in',
  'secretsmanager:DeleteSecret': 'delete',
}

/** What a deed is in running text, without its resource. @example verbOf(deed) // 'send messages to' */
export const verbOf = ({ action }: Pick<Deed, 'action'>): string => verbs[action] ?? 'use'

/** A deed and its resource as they follow "must". @example doing(deed, resource) // 'send messages to the `fares-jobs` queue' */
export const doing = (deed: Pick<Deed, 'action'>, { noun }: Pick<Resource, 'noun'>): string =>
  `${verbOf(deed)} ${noun}`

/** The kind of a resource, without its name. @example kindOf(resource) // 'queue' */
export const kindOf = ({ noun }: Pick<Resource, 'noun'>): string => noun.split(' ').at(-1) ?? ''

/** A resource at its first mention, its service in full. @example inFull(resource) // 'the Amazon SQS queue `fares-jobs`' */
export function inFull({ noun, serviceName }: Pick<Resource, 'noun' | 'serviceName'>): string {
  const [, name = '', kind = ''] = noun.split(' ')
  return `the ${serviceName} ${kind} ${name}`
}

/** A deed at the first mention of its resource. @example doingInFull(deed, resource) // 'purge the Amazon SQS queue `fares-jobs`' */
export const doingInFull = (deed: Pick<Deed, 'action'>, resource: Resource): string =>
  `${verbOf(deed)} ${inFull(resource)}`

const errorCodes: Readonly<Record<string, string>> = {
  s3: 'AccessDenied',
  sqs: 'AccessDenied',
  sns: 'AuthorizationError',
}

/** The first line of the error that the AWS CLI and SDKs show, which leaves out the policy. @example refusalOf(deed) // 'An error occurred (AccessDenied) when calling the PurgeQueue operation' */
export function refusalOf({ action }: Pick<Deed, 'action'>): string {
  const [service = '', name = ''] = action.split(':')
  return `An error occurred (${errorCodes[service] ?? 'AccessDeniedException'}) when calling the ${name} operation`
}
