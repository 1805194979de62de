import type { Situation } from '../control/proposals.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import { defaultValue, designCondition, tagResource, tagRole } from './changes.ts'
import { allowIf, callerTag, equalTags, shared, type TagGround } from './ground.ts'

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

const shown = (ground: TagGround, ...names: readonly string[]): string =>
  showJson(allowIf(ground, equalTags(...names)).Statement[0])

/** A resource that somebody forgot to tag. */
export const untaggedResource: Situation<TagGround> = {
  proposals: tagResource,
  tellings: [
    (ground) =>
      paragraphs(
        `At two in the morning, the on-call engineer of ${ground.setting.who} was refused when trying to ${ground.doing.verb} ${article(ground.doing.noun)} that belongs to the engineer's own group. The role in use has the tag \`${ground.tag}=${ground.mine}\`. The ${ground.doing.noun} was created in a hurry on Friday and has a \`Name\` tag and no other. Roles get their access from this statement:`,
        shown(ground, ground.tag),
        `Roles of other groups, for example with \`${ground.tag}=${ground.theirs}\`, must not be able to do the same. What should be changed?`,
      ),
    ({ setting, tag, mine, theirs, doing }) =>
      paragraphs([
        `The ${setting.teams[0]} of ${setting.who} reports AccessDenied for \`${doing.action}\` on ${article(doing.noun)} that a script created without tags.`,
        `Its role carries \`${tag}=${mine}\`, and the IAM policy of the role allows the action if \`aws:ResourceTag/${tag}\` equals \`${callerTag(tag)}\`. Colleagues with \`${tag}=${theirs}\` are refused as well, which is intended.`,
        'Which change gives the access to the reporting team and to no other?',
      ]),
  ],
}

/** A role that lacks one of two tags. */
export const halfTaggedRole: Situation<TagGround> = {
  proposals: tagRole,
  tellings: [
    ({ setting, tag, mine, stage, doing }) =>
      paragraphs([
        `${capitalised(setting.who)} tightened its attribute-based access control last night: besides \`${tag}\`, the IAM policy of all roles now compares the tag \`stage\` of caller and resource with \`StringEquals\`.`,
        `This morning a role with the tag \`${tag}=${mine}\` can no longer ${doing.verb} ${article(doing.noun)} tagged \`${tag}=${mine}\` and \`stage=${stage}\`, which it needs for its work.`,
        'The new rule is there to stay.',
        'Which action restores the access?',
      ]),
    (ground) =>
      paragraphs(
        `Tickets about ${ground.doing.plural} have piled up at ${ground.setting.who} since this statement replaced an older one in the roles of its engineers:`,
        shown(ground, ground.tag, 'stage'),
        `In the first ticket, the role has the tag \`${ground.tag}=${ground.mine}\`, and the ${ground.doing.noun} has \`${ground.tag}=${ground.mine}\` and \`stage=${ground.stage}\`. The ${ground.setting.teams[0]} confirms that the engineer is meant to have access. How should the ticket be solved?`,
      ),
  ],
}

/** People without the tag. */
export const contractors: Situation<TagGround> = {
  proposals: defaultValue,
  tellings: [
    ({ setting, tag, doing }) =>
      paragraphs([
        `Contractors start at ${setting.who} on Monday. Their roles come from a partner's template and cannot be tagged.`,
        `They are to ${doing.verb} ${doing.noun}s with the tag \`${tag}=${shared}\`, which employees, whose roles each have another value of \`${tag}\`, must not touch.`,
        `At present one IAM policy serves all roles: it allows \`${doing.action}\` if \`aws:ResourceTag/${tag}\` equals \`${callerTag(tag)}\`.`,
        'Which change meets these requirements?',
      ]),
    (ground) =>
      paragraphs(
        `The ${ground.setting.teams[1]} of ${ground.setting.who} lets external testers work with a pool of ${ground.doing.plural}, which are tagged \`${ground.tag}=${shared}\`. The identity provider sends no \`${ground.tag}\` tag for these people. In their first session they got AccessDenied under the statement that is in use for everybody:`,
        shown(ground, ground.tag),
        `Staff with a tag of their own should go on without access to the pool, and testers should not reach what belongs to staff. What should an engineer change?`,
      ),
  ],
}

/** Access by tags is to be introduced. */
export const newScheme: Situation<TagGround> = {
  proposals: designCondition,
  tellings: [
    ({ setting, tag, doing, groups }) =>
      paragraphs([
        `${capitalised(setting.who)} keeps ${groups} nearly equal IAM policies, one for each value of \`${tag}\`, and adds another whenever a group is founded. An access review called this unmanageable.`,
        `Roles already carry the tag \`${tag}\`. In future a role may ${doing.verb} those ${doing.plural} that have its own value; whatever has not been tagged yet must stay closed.`,
        'Which solution meets these requirements without edits for new groups?',
      ]),
    ({ setting, tag, mine, theirs, doing }) =>
      paragraphs([
        `An engineer of group \`${mine}\` at ${setting.who} was able to ${doing.verb} ${article(doing.noun)} of group \`${theirs}\` by mistake, because both work in one account with the same permissions.`,
        `The identity provider passes the group as the session tag \`${tag}\`, and ${doing.plural} have been tagged with it since the merger, except for a few old ones, which nobody should touch until they are sorted out.`,
        'Which solution separates the groups?',
      ]),
  ],
}
