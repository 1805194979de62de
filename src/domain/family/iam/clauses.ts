import { listed } from '../parts/words.ts'
import { oneOrMany, type Statement } from './policies.ts'
import type { Deed, Resource } from './resources.ts'

/** What a policy says: a statement, and words for it that follow "the policy". */
export type Clause = { readonly statement: Statement; readonly words: string }

/** Names of actions and resources in running text. @example code(['s3:GetObject']) // '`s3:GetObject`' */
export const code = (names: readonly string[]): string => listed(names.map((name) => `\`${name}\``))

/** Allows some deeds on their resource. @example allowOn(resource.deeds, resource).statement.Effect // 'Allow' */
export const allowOn = (deeds: readonly Deed[], { arns, noun }: Resource): Clause => ({
  statement: {
    Effect: 'Allow',
    Action: oneOrMany(deeds.map(({ action }) => action)),
    Resource: oneOrMany(arns),
  },
  words: `allows ${code(deeds.map(({ action }) => action))} on ${noun}`,
})

/** Allows every action of the resource's service on it. @example allowAllOf(resource).statement.Action // 's3:*' */
export const allowAllOf = ({ service, arns, noun }: Resource): Clause => ({
  statement: { Effect: 'Allow', Action: `${service}:*`, Resource: oneOrMany(arns) },
  words: `allows \`${service}:*\` on ${noun}`,
})

/** Denies one deed on its resource. @example denyOn(deed, resource).statement.Effect // 'Deny' */
export const denyOn = (deed: Deed, { arns, noun }: Resource): Clause => ({
  statement: { Effect: 'Deny', Action: deed.action, Resource: oneOrMany(arns) },
  words: `denies \`${deed.action}\` on ${noun}`,
})

/** Allows every action of some services on every resource. @example allowServices(['s3']).statement.Resource // '*' */
export const allowServices = (services: readonly string[]): Clause => {
  const actions = [...new Set(services)].sort().map((service) => `${service}:*`)
  return {
    statement: { Effect: 'Allow', Action: oneOrMany(actions), Resource: '*' },
    words: `allows ${code(actions)} on every resource`,
  }
}
