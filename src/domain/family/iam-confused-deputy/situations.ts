import type { Situation } from '../control/proposals.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import { proposalsFor } from './changes.ts'
import { type DeputyGround, policyWith } from './ground.ts'

/** Each source of the account is welcome. */
export const wholeAccount: Situation<DeputyGround> = {
  proposals: proposalsFor('account'),
  tellings: [
    ({ setting, account, deputy, organization }) =>
      paragraphs([
        `Data that nobody at ${setting.who} had sent arrived in a ${deputy.noun} of account ${account} on Monday. It came through ${deputy.name}: someone had entered the name of the ${deputy.noun} in the settings of a ${deputy.sourceNoun} in a foreign AWS account.`,
        `The resource-based policy allows \`${deputy.action}\` to \`${deputy.service}\` without conditions.`,
        `Several teams in the account use a ${deputy.sourceNoun} of their own with this ${deputy.noun}, and they must not be interrupted. The account belongs to organization ${organization}.`,
        'Which change of the policy stops such data?',
      ]),
    (ground) =>
      paragraphs(
        `Before a certification audit, the ${ground.setting.teams[0]} of ${ground.setting.who} goes through resource-based policies that name AWS services. This one made a reviewer ask what keeps another customer of ${ground.deputy.name} from using the ${ground.deputy.noun}:`,
        showJson(policyWith(ground).Statement[0]),
        `Colleagues in account ${ground.account} add and remove a ${ground.deputy.sourceNoun} every few weeks and want no change of the policy each time. Which edit answers the reviewer?`,
      ),
  ],
}

/** One source is welcome, and the others of the account are not. */
export const oneSource: Situation<DeputyGround> = {
  proposals: proposalsFor('source'),
  tellings: [
    ({ setting, deputy }) =>
      paragraphs([
        `The invoice of ${setting.who} showed an unusual number of requests to a ${deputy.noun}. Half came from a ${deputy.sourceNoun} that an intern had set up in the same account for a test, the rest from an account that nobody knows.`,
        `In both cases ${deputy.name} made the requests, because the policy of the ${deputy.noun} allows \`${deputy.action}\` to \`${deputy.service}\` on whatever comes.`,
        `The ${setting.teams[1]} wants the production ${deputy.sourceNoun} to be the one source that gets through.`,
        'What should a security engineer do?',
      ]),
    (ground) =>
      paragraphs(
        `"The policy trusts the service, but not the caller behind it," says a penetration tester's report to ${ground.setting.who} about this statement:`,
        showJson(policyWith(ground).Statement[0]),
        `The ${ground.deputy.noun} exists for a single ${ground.deputy.sourceNoun} of the ${ground.setting.systems[0].name}. Account ${ground.account} holds development copies of it as well, which have to be kept out like other AWS customers. Which change resolves the report without interrupting production?`,
      ),
    ({ setting, account, deputy, organization }) =>
      paragraphs([
        `${capitalised(setting.who)} shares account ${account}, a member of organization ${organization}, among its product teams. One team owns a ${deputy.noun} that receives data from its ${deputy.sourceNoun} by way of ${deputy.name}.`,
        `Its policy allows \`${deputy.action}\` to the service and tests nothing else, so the owners of other sources, inside and outside the account, could send data as well.`,
        `That risk was accepted until today. From now on the team's ${deputy.sourceNoun} has to be the one that succeeds.`,
        'Which solution meets this requirement?',
      ]),
  ],
}
