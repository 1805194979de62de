/** The six components of an ARN. */
export type Arn = {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/**
 * Splits at the first five colons only, as an ARN's resource part may hold more.
 *
 * @returns up to six components
 * @example splitSix('a:b:c:d:e:f:g') // ['a', 'b', 'c', 'd', 'e', 'f:g']
 */
export function splitSix(text: string): string[] {
  const parts = text.split(':')
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')]
}

/**
 * Reads an ARN.
 *
 * @returns its components, or null when the text is none
 * @see IAM user guide, Identify AWS resources with Amazon Resource Names (ARNs)
 * @example parseArn('arn:aws:sqs:us-east-1:111111111111:jobs')?.account // '111111111111'
 */
export function parseArn(text: string): Arn | null {
  const [prefix, partition, service, region, account, resource] = splitSix(text)
  if (prefix !== 'arn' || partition === undefined || service === undefined) return null
  if (region === undefined || account === undefined || resource === undefined) return null
  return { partition, service, region, account, resource }
}

const accountPattern = /^\d{12}$/

/** True for a 12-digit account id. @example isAccountId('111111111111') // true */
export const isAccountId = (text: string): boolean => accountPattern.test(text)
