import { resolveTemplate } from '../../cloud/templates/resolve-template.ts'
import type { ResolvedTemplate } from '../../cloud/templates/types.ts'
import { planUpdate } from '../../cloud/templates/update-behaviour.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'
import { editBehaviour } from './edit-behaviour.ts'
import type { PropertyEdit, Suspicion } from './property-edit.ts'

/** Four edits of a template, one of which replaces its resource. */
export type ReplaceScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** How long the update of an incident took. */
  readonly minutes: number
  readonly edits: readonly PropertyEdit[]
}

function deployed(edits: readonly PropertyEdit[], side: 'before' | 'after'): ResolvedTemplate {
  const resources = edits.map((edit) => [
    edit.id,
    { Type: edit.type, Properties: { [edit.property]: edit[side] } },
  ])
  const resolved = resolveTemplate({ template: { Resources: Object.fromEntries(resources) } })
  if (!resolved.ok) throw new RangeError('The template of the scenario cannot be resolved.')
  return resolved.value
}

/** The edits after which CloudFormation creates a new resource. */
export function solveReplace({ edits }: ReplaceScenario): Answers {
  const [before, after] = [deployed(edits, 'before'), deployed(edits, 'after')]
  const { updates } = planUpdate({ before, after, table: editBehaviour })
  return updates.filter(({ effect }) => effect === 'replaces').map(({ logicalId }) => logicalId)
}

const suspecting =
  (suspicion: Suspicion) =>
  ({ edits }: ReplaceScenario): Answers =>
    edits.filter((edit) => edit.suspicion === suspicion).map(({ id }) => id)

/** Beliefs about which changes need a new resource. */
export const replaceMisconceptions: readonly Misconception<ReplaceScenario>[] = [
  {
    id: 'size',
    statement: 'Another size or capacity needs another resource.',
    solve: suspecting('size'),
  },
  {
    id: 'security',
    statement: 'Whoever may reach a resource, and with which key it is encrypted, is fixed at creation.',
    solve: suspecting('security'),
  },
  {
    id: 'version',
    statement: 'A new version of code, engine or runtime comes with a new resource.',
    solve: suspecting('version'),
  },
  {
    id: 'wording',
    statement: 'Any name or description identifies a resource, so that changing one replaces it.',
    solve: suspecting('wording'),
  },
  {
    id: 'retention',
    statement: 'Settings that decide how long data is kept cannot be changed on a resource that holds data.',
    solve: suspecting('retention'),
  },
]
