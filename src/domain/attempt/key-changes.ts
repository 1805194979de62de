import type { Form, FormItem } from '../form/types.ts'
import { changeOf, type KeyChange, withKey } from '../item/key-change.ts'

function changed(place: FormItem, changes: readonly KeyChange[]): FormItem {
  const change = changeOf(place.item, changes)
  if (change === undefined) return place
  return change.key === null
    ? { ...place, scored: false }
    : { ...place, item: withKey(place.item, change.key) }
}

/**
 * A form as it is scored after key changes: changed keys in place, withdrawn items unscored. The stored form stays as drawn.
 * @example withKeyChanges(form, []) // form
 */
export const withKeyChanges = (form: Form, changes: readonly KeyChange[]): Form =>
  changes.length === 0 ? form : { ...form, items: form.items.map((place) => changed(place, changes)) }

/**
 * Those of the changes that a form is touched by.
 * @example changesOn(form, []) // []
 */
export const changesOn = (form: Pick<Form, 'items'>, changes: readonly KeyChange[]): KeyChange[] =>
  changes.filter((change) => form.items.some(({ item }) => changeOf(item, [change]) !== undefined))
