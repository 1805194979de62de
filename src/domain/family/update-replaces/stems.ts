import { capitalised, paragraphs } from '../parts/words.ts'
import type { ReplaceScenario } from './solve.ts'

/** Structures of the stem: a release, two incidents, a stack policy, a partner's deadline, an approval. */
export const stems: readonly ((scenario: ReplaceScenario) => string)[] = [
  ({ setting }) =>
    paragraphs([
      `The ${setting.systems[0].name} of ${setting.who} is in use around the clock. Four tickets are planned for Thursday's update of its AWS CloudFormation stack, at noon.`,
      `The head of operations accepts an interruption of some minutes. A ticket that makes CloudFormation delete a resource and create another in its place has to wait for the maintenance night, when the ${setting.teams[0]} can move contents and connections.`,
      'Which ticket should be taken out of the update?',
    ]),
  ({ setting, minutes }) =>
    paragraphs([
      `An update of the AWS CloudFormation stack of the ${setting.systems[1].name} took ${minutes} minutes and ended with UPDATE_COMPLETE. Yet the ${setting.teams[0]} of ${setting.who} could not work for the rest of the day.`,
      'The events of the stack show that a new physical resource was created for one of the logical IDs, and that the old one was deleted in the cleanup. The pull request of the update contains four changes.',
      'Which change explains the events?',
    ]),
  ({ setting }) =>
    paragraphs([
      `After an outage last year, the ${setting.teams[1]} of ${setting.who} attached a stack policy to the production stack of the ${setting.systems[0].name}. It denies \`Update:Replace\` for each resource and allows other updates.`,
      `This morning, an update with four changes was rolled back, because AWS CloudFormation reported that the stack policy had denied an action. The release is urgent, and the policy will not be relaxed.`,
      'Which change must be left out so that the others can be deployed?',
    ]),
  ({ setting }) =>
    paragraphs([
      `A partner of ${setting.who} has hard-coded identifiers of several resources of the ${setting.systems[1].name}, and will read them from a configuration from March on.`,
      `Until then, updates of the AWS CloudFormation stack must leave physical IDs as they are. The ${setting.teams[0]} has four requests on its list for January, each of which concerns a different resource.`,
      'Which request has to wait until March?',
    ]),
  ({ setting }) =>
    paragraphs([
      `The pipeline of the ${setting.systems[0].name} creates an AWS CloudFormation change set and stops for approval as soon as the Replacement field of a resource says True.`,
      `${capitalised(setting.who)} wants the release out today, but its approver is away until Monday. The release consists of four merge requests, and the change set names one resource with True and three with False.`,
      'Which merge request should a developer split off from the release?',
    ]),
  ({ setting, minutes }) =>
    paragraphs([
      `"Clients run into errors, and the console shows another physical ID than on Friday," an engineer of ${setting.who} writes, ${minutes} minutes after a deployment of the ${setting.systems[1].name}.`,
      `The deployment updated an AWS CloudFormation stack without a change set. The ${setting.teams[1]} must say by tonight which of its four changes was to blame, so that it can be reverted.`,
      'Which change should be reverted?',
    ]),
]
