import { logicalOrder } from '../item/logical-order.ts'
import type { Item, PlacedItem } from '../item/types.ts'
import { type SeededRandom, seededRandom, shuffle } from '../kernel/seeded-random.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const idLength = 8
const longestRun = 3
const deals = 40

/** Makes identifiers of 8 characters a-z2-7 that are unique among those made by it. */
function idMaker(random: SeededRandom): (count: number) => string[] {
  const made = new Set<string>()
  const makeOne = (): string => {
    const id = Array.from({ length: idLength }, () => alphabet[random.integer(alphabet.length)]).join('')
    if (made.has(id)) return makeOne()
    made.add(id)
    return id
  }
  return (count) => Array.from({ length: count }, makeOne)
}

const keyIndex = (item: Item): number => item.options.findIndex((option) => option.key === true)

/** A place for the key of each item with `size` options, as even as the places taken by `fixed` allow. */
function dealPlaces(size: number, fixed: readonly number[], count: number, random: SeededRandom): number[] {
  const taken = Array.from({ length: size }, (_, place) => fixed.filter((other) => other === place).length)
  const dealt = Array.from({ length: count }, () => {
    const least = Math.min(...taken)
    const open = taken.flatMap((times, place) => (times === least ? [place] : []))
    const place = open[random.integer(open.length)] ?? 0
    taken[place] = least + 1
    return place
  })
  return shuffle(dealt, random)
}

function lengthOfLongestRun(places: readonly (number | null)[]): number {
  let longest = 0
  let run = 0
  places.forEach((place, index) => {
    run = place !== null && place === places[index - 1] ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return longest
}

/** One deal: for each item the place of its key, null where the place is not ours to choose. */
function dealKeyPlaces(
  items: readonly Item[],
  orders: readonly (number[] | null)[],
  random: SeededRandom,
): (number | null)[] {
  const places: (number | null)[] = items.map((item, index) => orders[index]?.indexOf(keyIndex(item)) ?? null)
  const sizes = new Set(items.map((item) => item.options.length))
  for (const size of sizes) {
    const ofSize = items.flatMap((item, index) =>
      item.kind === 'multiple-choice' && item.options.length === size ? [index] : [],
    )
    const free = ofSize.filter((index) => places[index] === null)
    const fixed = ofSize.flatMap((index) => places[index] ?? [])
    const dealt = dealPlaces(size, fixed, free.length, random)
    free.forEach((index, turn) => {
      places[index] = dealt[turn] ?? null
    })
  }
  return places
}

/** Deals again while the same place would hold the key more than three times in a row. */
function balancedKeyPlaces(
  items: readonly Item[],
  orders: readonly (number[] | null)[],
  random: SeededRandom,
): (number | null)[] {
  let best = dealKeyPlaces(items, orders, random)
  for (let deal = 1; deal < deals && lengthOfLongestRun(best) > longestRun; deal++) {
    const next = dealKeyPlaces(items, orders, random)
    if (lengthOfLongestRun(next) < lengthOfLongestRun(best)) best = next
  }
  return best
}

/** A random order of the options; where `keyPlace` is given the key stands there. */
function orderOptions(item: Item, keyPlace: number | null, random: SeededRandom): number[] {
  const order = shuffle([...item.options.keys()], random)
  if (keyPlace === null) return order
  const distractors = order.filter((index) => index !== keyIndex(item))
  return distractors.toSpliced(keyPlace, 0, keyIndex(item))
}

/** Options whose order is given by their meaning: numbers and quantities to choose from, ascending. */
const meantOrder = ({ kind, options }: Item): number[] | null =>
  kind === 'multiple-choice' || kind === 'multiple-response'
    ? logicalOrder(options.map(({ text }) => text))
    : null

/**
 * Orders and names the options and prompts of a form's items.
 *
 * Numeric options ascend, so their order says only what their text says. Of the other multiple-choice items each place
 * holds the key equally often, at most three times in a row where that can be had. Identifiers and order come
 * from separate halves of the secret: whoever works back from the identifiers learns nothing of the order.
 *
 * @param items in form order
 * @param secretSeed unguessable text, best 64 hexadecimal digits
 * @example arrangeOptions(items, secret)[0].optionIds // eight-character texts, one for each option
 */
export function arrangeOptions(items: readonly Item[], secretSeed: string): PlacedItem[] {
  const half = Math.ceil(secretSeed.length / 2)
  const orderRandom = seededRandom(`${secretSeed.slice(0, half)}/order`)
  const makeIds = idMaker(seededRandom(`${secretSeed.slice(half)}/identifiers`))
  const meant = items.map(meantOrder)
  const keyPlaces = balancedKeyPlaces(items, meant, orderRandom)
  return items.map((item, index) => ({
    item,
    optionOrder: meant[index] ?? orderOptions(item, keyPlaces[index] ?? null, orderRandom),
    optionIds: makeIds(item.options.length),
    promptOrder: shuffle([...item.prompts.keys()], orderRandom),
    promptIds: makeIds(item.prompts.length),
  }))
}
