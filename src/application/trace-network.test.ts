import { describe, expect, test } from 'vitest'
import { loadCloudFacts } from '../adapters/content/load-cloud-facts.ts'
import { twoTiers } from '../domain/cloud/network/topology.fixture.ts'
import { planNetwork, traceNetwork } from './trace-network.ts'

const facts = loadCloudFacts(new URL('../../catalogue', import.meta.url).pathname)
const ports = { content: { cloudFacts: () => facts } }
const question = { from: 'web', to: 'db', protocol: 'tcp', port: 5432 }

describe('tracing cases', () => {
  test('answers each in order, with its id', () => {
    const [yes, no] = traceNetwork(
      [
        { id: 'a', network: twoTiers, ...question },
        { id: 7, network: twoTiers, ...question, port: 22 },
      ],
      ports,
    )
    expect(yes).toMatchObject({ id: 'a', reachable: true, blockedBy: null, reply: { reachable: true } })
    expect(no).toMatchObject({
      id: 7,
      reachable: false,
      blockedBy: { direction: 'request', hop: 'sg-db' },
      reply: null,
    })
  })

  test('takes one case, and cases that share a network or bring their own', () => {
    expect(traceNetwork({ network: twoTiers, ...question }, ports)).toHaveLength(1)
    const own = { vpcs: [{ id: 'empty', cidrs: ['10.9.0.0/16'] }] }
    const answers = traceNetwork(
      { network: twoTiers, cases: [question, { ...question, network: own }] },
      ports,
    )
    expect(answers[0]).toMatchObject({ reachable: true })
    expect(answers[1]).toMatchObject({ invalid: expect.stringContaining('"web" is neither an instance') })
  })

  test('says of a malformed case what is wrong and where, and answers the others', () => {
    const broken = { ...twoTiers, subnets: [{ ...twoTiers.subnets[0], vpc: 'shopp' }] }
    const answers = traceNetwork(
      [
        { id: 1, network: broken, ...question },
        { id: 2, network: { vpcs: [{ id: 'a' }] }, ...question },
        { id: 3, network: twoTiers, ...question, prot: 'tcp' },
        { id: 4, ...question },
        'five',
        { id: 6, network: twoTiers, ...question },
      ],
      ports,
    )
    expect(answers[0]).toMatchObject({
      id: 1,
      invalid: expect.stringContaining('network.subnets[0].vpc: "shopp" is no VPC of this topology'),
    })
    expect(answers[1]).toMatchObject({ faults: [{ at: 'network.vpcs[0].cidrs', text: 'is missing' }] })
    expect(answers[2]).toMatchObject({ invalid: expect.stringContaining('prot: is not known here') })
    expect(answers[3]).toMatchObject({ invalid: 'network: is missing' })
    expect(answers[4]).toEqual({
      invalid: 'a case is an object',
      faults: [{ at: '', text: 'a case is an object' }],
    })
    expect(answers[5]).toMatchObject({ id: 6, reachable: true })
  })
})

describe('planning cases', () => {
  test('answers each plan, with its id', () => {
    const plan = { ranges: ['10.0.0.0/20'], subnets: [{ name: 'web', hosts: 500 }] }
    const [fits, wrong] = planNetwork(
      [
        { id: 'x', ...plan },
        { id: 'y', ranges: [], subnets: [] },
      ],
      ports,
    )
    expect(fits).toMatchObject({ id: 'x', fits: true, subnets: [{ cidr: '10.0.0.0/23', usable: 507 }] })
    expect(wrong).toMatchObject({ id: 'y', invalid: 'ranges: expected a list of at least 1' })
    expect(planNetwork(5, ports)[0]).toMatchObject({ invalid: 'a case is an object' })
  })
})
