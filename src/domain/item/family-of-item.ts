/** The name of the family that an item's id belongs to; null for items of other origin. @example familyOfItem('saa-c03-0001') // null */
export function familyOfItem(itemId: string): string | null {
  const [, name] = /^family-(.+)-[a-z0-9]+$/.exec(itemId) ?? []
  return name ?? null
}
