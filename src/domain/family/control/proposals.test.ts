import { expect, test } from 'vitest'
import type { IamCase } from '../../cloud/iam/types.ts'
import { policyOf } from '../iam/policies.ts'
import { asItIs, type Probe, type Proposal, serving } from './proposals.ts'

const reading = (action: string): IamCase => ({
  principal: 'arn:aws:iam::111122223333:role/Reader',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::reports/a.csv',
  owner: '111122223333',
  identity: policyOf([{ Effect: 'Allow', Action: action, Resource: '*' }]),
})
const probe = (who: string, wanted: boolean, action: string): Probe => ({
  who,
  wanted,
  asked: reading(action),
})
const proposal = (id: string, ...probes: readonly Probe[]): Proposal => ({ id, text: id, why: id, probes })

const proposals = [
  proposal('reads', probe('reader', true, 's3:GetObject'), probe('writer', false, 's3:PutObject')),
  proposal('opens', probe('reader', true, 's3:GetObject'), probe('writer', false, 's3:*')),
  proposal('closes', probe('reader', true, 's3:PutObject')),
]

test('a proposal serves when each request ends as wanted', () => {
  expect(serving(asItIs)({ proposals })).toEqual(['reads'])
})

test('a belief that overlooks a request accepts what that request speaks against', () => {
  expect(serving(({ asked, who }) => (who === 'writer' ? null : asked))({ proposals })).toEqual([
    'reads',
    'opens',
  ])
})
