import { InvalidArgumentError, Option } from 'commander'

/** Reads an option as a number that satisfies a rule; `expected` completes "It is …". */
export const numberThat =
  (is: (value: number) => boolean, expected: string) =>
  (text: string): number => {
    const value = Number(text)
    if (text.trim() === '' || !is(value)) throw new InvalidArgumentError(`It is ${expected}.`)
    return value
  }

export const aboveZero = numberThat((value) => value > 0 && Number.isFinite(value), 'a number above 0')
export const finite = numberThat(Number.isFinite, 'a number')
export const share = numberThat((value) => value >= 0 && value <= 1, 'a number from 0 to 1')
export const wholeFrom = (lowest: number): ((text: string) => number) =>
  numberThat((value) => Number.isInteger(value) && value >= lowest, `a whole number from ${lowest}`)

/** Reads as many numbers, with commas between them, as there are names. */
export function numbersFor<K extends string>(
  names: readonly K[],
): (text: string) => Readonly<Record<K, number>> {
  return (text) => {
    const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
    if (values.length !== names.length || values.some((value) => !Number.isFinite(value)))
      throw new InvalidArgumentError(
        `It is ${names.length} numbers with commas between them: ${names.join(',')}.`,
      )
    return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<K, number>
  }
}

/** `--scale`, the scaling constant D. */
export const scaleOption = (): Option =>
  new Option('--scale <D>', 'scaling constant of the discriminations, 1 or 1.7')
    .argParser(aboveZero)
    .default(1)
