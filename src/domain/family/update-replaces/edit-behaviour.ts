import type { TypeBehaviour, UpdateBehaviour } from '../../cloud/templates/update-behaviour.ts'
import { harmlessEdits } from './harmless-edits.ts'
import type { PropertyEdit } from './property-edit.ts'
import { replacingEdits } from './replacing-edits.ts'

/** Every change that the family knows. */
export const allEdits: readonly PropertyEdit[] = [...replacingEdits, ...Object.values(harmlessEdits).flat()]

function behaviourOf(type: string): TypeBehaviour {
  const named = (replaces: boolean): ReadonlySet<string> =>
    new Set(
      allEdits
        .filter((each) => each.type === type && (each.suspicion === null) === replaces)
        .map(({ property }) => property),
    )
  return { replaces: named(true), mayReplace: new Set(), inPlace: named(false), stateful: false }
}

/** The rows of the update table that the family draws from; a test holds them against the whole table. */
export const editBehaviour: UpdateBehaviour = new Map(allEdits.map(({ type }) => [type, behaviourOf(type)]))
