import type { Situation } from '../control/proposals.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, listed, paragraphs } from '../parts/words.ts'
import { designLock, explainLaunch, mendGlobal, spareRole } from './changes.ts'
import { exemptServices, type LockGround, lock, sparing } from './ground.ts'

/** The lock broke a global service. */
export const brokenGlobal: Situation<LockGround> = {
  proposals: mendGlobal,
  tellings: [
    ({ setting, homes, global }) =>
      paragraphs([
        `The day after ${setting.who} attached a service control policy (SCP) to the root of its organization, the pipeline of the ${setting.systems[0].name} could no longer ${global.words} in ${global.name}. The error speaks of an explicit deny in a service control policy.`,
        `The SCP denies \`*\` if \`aws:RequestedRegion\` is not ${listed(homes, 'or')}.`,
        'Regional resources, in us-east-1 as elsewhere, have to stay impossible outside the approved list.',
        'Which change repairs the pipeline?',
      ]),
    (ground) =>
      paragraphs(
        `\`${ground.global.action}\` has failed in each member account of ${ground.setting.who} since Monday's change window, in which this statement of a service control policy (SCP) went live at the root, next to FullAWSAccess:`,
        showJson(lock(ground, { Action: '*' })),
        `The ${ground.setting.teams[0]} needs ${ground.global.name} back before its release at noon. Compliance agrees, as long as nobody can start instances in us-east-1 or in other Regions that are not approved. What should the platform engineer do?`,
      ),
    ({ setting, homes, global }) =>
      paragraphs([
        `A pilot of Region control at ${setting.who} left a ticket behind: "${capitalised(global.words)}: AccessDenied." ${global.name} is a global service, and its requests carry us-east-1.`,
        `The pilot consists of one service control policy (SCP) with a deny of \`*\` outside ${listed(homes)}, and the account has FullAWSAccess.`,
        `Before the rollout to the other accounts, the ${setting.teams[1]} wants the ticket solved and us-east-1 still closed for Amazon EC2.`,
        'Which solution meets these requirements?',
      ]),
  ],
}

/** A role of the platform has to work elsewhere. */
export const sparedRole: Situation<LockGround> = {
  proposals: spareRole,
  tellings: [
    (ground) =>
      paragraphs(
        `For a disaster recovery exercise, the role \`${ground.exempt}\` has to launch Amazon EC2 instances in ${ground.away} in each of the ${ground.accounts} member accounts of ${ground.setting.who}. Its IAM policy allows that, but this statement of the service control policy (SCP) at the root stops it:`,
        showJson(lock(ground, { NotAction: exemptServices })),
        'Other roles and users of the accounts must remain locked out of the Region during the exercise. Which change meets these requirements?',
      ),
    ({ setting, exempt, away, homes }) =>
      paragraphs([
        `An emergency procedure of ${setting.who} failed its first test. The role \`${exempt}\`, which exists in each member account, was refused \`ec2:RunInstances\` in ${away}.`,
        `The cause is a service control policy (SCP) whose single deny statement covers Regions other than ${listed(homes)}. The role's own policies allow the call.`,
        `The ${setting.teams[0]} insists that the lock stays in force for its colleagues.`,
        'What should an engineer do so that the procedure works?',
      ]),
  ],
}

/** An instance runs where none should. */
export const surprisingLaunch: Situation<LockGround> = {
  proposals: explainLaunch,
  tellings: [
    (ground) =>
      paragraphs(
        `A cost report of ${ground.setting.who} shows an Amazon EC2 instance in ${ground.away} that was launched on Sunday, eleven days after this statement of a service control policy (SCP) had been attached to the root of the organization:`,
        showJson(lock(ground, { NotAction: exemptServices }, sparing(ground))),
        'The SCP has not been changed since, and the launch was a normal API call. Which explanation fits the finding?',
      ),
    ({ setting, homes, away, exempt, accounts }) =>
      paragraphs([
        `In an audit interview, the ${setting.teams[1]} of ${setting.who} claims that a service control policy (SCP) keeps its ${accounts} accounts out of Regions other than ${listed(homes)}. The auditor then shows a server in ${away} from last week.`,
        `The SCP at the root denies actions of regional services elsewhere unless \`aws:PrincipalArn\` matches the role \`${exempt}\`, and it was in force at the time.`,
        'Which course of events could have led to this launch?',
      ]),
    ({ setting, homes, away, exempt }) =>
      paragraphs([
        `An alarm on new resources in unapproved Regions went off at ${setting.who}: \`ec2:RunInstances\` succeeded in ${away}.`,
        `For a month, the root of the organization has had a service control policy (SCP) that denies such calls outside ${listed(homes)}; its condition spares roles named \`${exempt}\`.`,
        'Before anyone blames AWS Organizations, the incident lead collects hypotheses and checks them against the SCP.',
        'Which hypothesis is consistent with what happened?',
      ]),
  ],
}

/** A lock is to be introduced. */
export const newLock: Situation<LockGround> = {
  proposals: designLock,
  tellings: [
    ({ setting, homes, global, accounts }) =>
      paragraphs([
        `A new contract binds ${setting.who} to keep workloads in ${listed(homes)}. Its organization has ${accounts} member accounts, whose teams are administrators and hold the root user credentials.`,
        `The pipelines of these teams also use ${global.name}, whose requests carry us-east-1, and must go on doing so.`,
        'From next month, requests for other Regions have to be refused for everyone in the member accounts. FullAWSAccess is attached at each level today.',
        'Which solution meets these requirements?',
      ]),
    ({ setting, homes, away, global }) =>
      paragraphs([
        `A forgotten cluster in ${away} cost ${setting.who} more last quarter than the ${setting.systems[0].name}. Finance now wants member accounts limited to ${listed(homes)}, without an exception for their root users.`,
        `The ${setting.teams[0]} agrees, on condition that calls to ${global.name} in its accounts do not break.`,
        'The organization has all features enabled and uses FullAWSAccess.',
        'What should the platform team do?',
      ]),
  ],
}
