const factors: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  ms: ['time', 0.001],
  millisecond: ['time', 0.001],
  second: ['time', 1],
  minute: ['time', 60],
  hour: ['time', 3600],
  day: ['time', 86_400],
  week: ['time', 604_800],
  month: ['time', 2_592_000],
  year: ['time', 31_536_000],
  kb: ['size', 1],
  kib: ['size', 1],
  mb: ['size', 1e3],
  mib: ['size', 1e3],
  gb: ['size', 1e6],
  gib: ['size', 1e6],
  tb: ['size', 1e9],
  tib: ['size', 1e9],
  pb: ['size', 1e12],
  '%': ['share', 1],
  '': ['number', 1],
}

type Quantity = { readonly dimension: string; readonly value: number }

const pattern = /^(\$)?\s*(\d[\d,]*(?:\.\d+)?)\s*-?\s*([a-z%]*)\.?$/i

function quantityOf(text: string): Quantity | undefined {
  const [, dollar, digits, unit] = pattern.exec(text.trim()) ?? []
  if (digits === undefined || unit === undefined) return undefined
  const name = unit.toLowerCase()
  const known = factors[name] ?? factors[name.replace(/s$/, '')] ?? [name.replace(/s$/, ''), 1]
  const dimension = dollar === undefined ? known[0] : `$ ${known[0]}`
  return { dimension, value: Number(digits.replaceAll(',', '')) * known[1] }
}

/**
 * The ascending order of options that are all numbers or quantities of one dimension (durations, sizes, shares, counts of one thing).
 *
 * @returns indexes of `texts`, smallest first, or null where the options have no logical order or two are equal
 * @example logicalOrder(['2 hours', '30 minutes', '1 day']) // [1, 0, 2]
 */
export function logicalOrder(texts: readonly string[]): number[] | null {
  const quantities = texts.map(quantityOf)
  const [first] = quantities
  if (first === undefined || quantities.some((quantity) => quantity?.dimension !== first.dimension))
    return null
  const value = (index: number): number => quantities[index]?.value ?? 0
  const order = texts.map((_, index) => index).sort((a, b) => value(a) - value(b))
  return order.some((index, place) => place > 0 && value(index) === value(order[place - 1] ?? -1))
    ? null
    : order
}
