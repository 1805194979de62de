import { factValues } from '../domain/cloud/cloud-facts.ts'
import { isJsonObject } from '../domain/cloud/json.ts'
import { invalid, type Probe, type Probes } from '../domain/lab/grade.ts'
import { escalationProbe } from '../domain/lab/probes/escalation.ts'
import { eventsProbe } from '../domain/lab/probes/events.ts'
import { guardProbe } from '../domain/lab/probes/guard.ts'
import { iamProbe } from '../domain/lab/probes/iam.ts'
import { networkProbe } from '../domain/lab/probes/network.ts'
import { networkTemplateProbe } from '../domain/lab/probes/network-template.ts'
import { alarmProbe, lifecycleProbe } from '../domain/lab/probes/simulation.ts'
import { sizeProbe, valueProbe } from '../domain/lab/probes/size.ts'
import { stackUpdateProbe } from '../domain/lab/probes/stack-update.ts'
import { statesProbe } from '../domain/lab/probes/states.ts'
import { tableProbe } from '../domain/lab/probes/table.ts'
import type { Ports } from './ports.ts'

/** What probes need of the outside. */
export type ProbePorts = Pick<Ports, 'content' | 'userCode' | 'cloudLibrary' | 'policyLanguage'>

/** Decides a Cedar request: `allow` or `deny`, with the policies that determined it. */
const cedarProbe =
  ({ policyLanguage }: Pick<Ports, 'policyLanguage'>): Probe =>
  async (ask) => {
    const decided = await policyLanguage.authorize(ask as never)
    if (!decided.ok) return invalid(decided.error.reasons.join('; '))
    const { decision, determining, errors } = decided.value
    const by = determining.length === 0 ? 'No policy applies.' : `Determined by ${determining.join(', ')}.`
    const trouble = errors.map(({ policy, text }) => ` ${policy} counts as not matching: ${text}.`).join('')
    return { answer: decision, because: by + trouble }
  }

/** Runs the person's code on `input`; the answer is the value of `entry`, or one member of it named by `tell`. */
const codeProbe =
  ({ userCode }: Pick<Ports, 'userCode'>): Probe =>
  async ({ source, entry, input, tell }) => {
    const ran = await userCode.run({ source: String(source), entry: String(entry), input: input ?? null })
    if (!ran.ok) return invalid(ran.error.text)
    const answer = typeof tell === 'string' && isJsonObject(ran.value) ? (ran.value[tell] ?? null) : ran.value
    return { answer, because: `It gives ${JSON.stringify(ran.value)}.` }
  }

/** Every model that grades labs. */
export function openProbes(ports: ProbePorts): Probes {
  const facts = factValues(ports.content.cloudFacts())
  return {
    iam: iamProbe(),
    escalation: escalationProbe,
    events: eventsProbe,
    network: networkProbe(facts),
    'network-template': networkTemplateProbe(facts),
    states: statesProbe,
    table: tableProbe(facts),
    lifecycle: lifecycleProbe(facts),
    alarm: alarmProbe,
    'stack-update': (ask) => stackUpdateProbe(ports.cloudLibrary.updateBehaviour())(ask),
    guard: guardProbe,
    cedar: cedarProbe(ports),
    code: codeProbe(ports),
    size: sizeProbe,
    value: valueProbe,
  }
}
