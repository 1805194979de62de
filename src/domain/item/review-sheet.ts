import { fail, ok, type Result } from '../kernel/result.ts'
import { seededRandom, shuffle } from '../kernel/seeded-random.ts'
import type { Item, ScorableKind, Stimulus } from './types.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * One item of a blind sheet: what a candidate would see, and three fields for the solver to fill in. `answer` and
 * `alternatives` hold letters; for ordering in order, for matching one letter for each prompt.
 */
export type SheetItem = {
  readonly item: string
  readonly hash: string
  readonly kind: ScorableKind
  readonly select?: number | undefined
  readonly stimulus?: string | undefined
  readonly stem: string
  readonly prompts?: readonly string[] | undefined
  readonly options: Readonly<Record<string, string>>
  readonly answer: readonly string[]
  readonly reason: string
  readonly alternatives: readonly string[]
}

/** A blind sheet as a file: `seed` is what its letters were shuffled by. */
export type ReviewSheet = {
  readonly examCode: string
  readonly seed: string
  readonly howTo: string
  readonly items: readonly SheetItem[]
}

/** Why a filled-in item cannot be taken. */
export type AnswerInvalid = {
  readonly code: 'answer-invalid'
  readonly reason: 'unknown-letter' | 'letter-twice' | 'wrong-count' | 'no-reason'
}

const howTo =
  'Solve each item without looking for its key. Fill in answer (letters), reason (what decides, and why the nearest rival fails) and alternatives (letters of other options that you could defend as equally right; none is the usual case). Leave answer empty for an item that you skip.'

/** Author's option indexes in the order of their letters. */
const letterOrder = (item: Item, seed: string): number[] =>
  shuffle([...item.options.keys()], seededRandom(`${seed}/${item.id}`))

/** Number of letters of a full answer. */
function lettersAsked({ kind, select, prompts, options }: Item): number {
  if (kind === 'matching') return prompts.length
  return select ?? (kind === 'ordering' ? options.length : 1)
}

function toSheetItem(item: Item, seed: string, stimuli: readonly Stimulus[]): SheetItem {
  const stimulus = stimuli.find(({ id }) => id === item.stimulusId)?.text
  const options = letterOrder(item, seed).map(
    (index, place) => [letters[place] ?? '', item.options[index]?.text ?? ''] as const,
  )
  return {
    item: item.id,
    hash: item.hash,
    kind: item.kind,
    ...(item.select === null ? {} : { select: item.select }),
    ...(stimulus === undefined ? {} : { stimulus }),
    stem: item.stem,
    ...(item.prompts.length > 0 ? { prompts: item.prompts.map(({ text }) => text) } : {}),
    options: Object.fromEntries(options),
    answer: [],
    reason: '',
    alternatives: [],
  }
}

/**
 * Makes a blind sheet: no key, no rationale, no task; items and options shuffled by the seed.
 * @example makeReviewSheet({ examCode: 'SAA-C03', items: [], stimuli: [], seed: 'a' }).items // []
 */
export function makeReviewSheet(from: {
  readonly examCode: string
  readonly items: readonly Item[]
  readonly stimuli: readonly Stimulus[]
  readonly seed: string
}): ReviewSheet {
  const shuffled = shuffle(from.items, seededRandom(`${from.seed}/items`))
  return {
    examCode: from.examCode,
    seed: from.seed,
    howTo,
    items: shuffled.map((item) => toSheetItem(item, from.seed, from.stimuli)),
  }
}

const repeats = (some: readonly string[]): boolean => new Set(some).size < some.length

/**
 * Reads a solver's letters back into option indexes of the file.
 *
 * @param seed the sheet's seed
 * @returns indexes of answer and alternatives, or `answer-invalid` with its reason
 * @example readAnswer(item, { answer: ['Z'], reason: '…', alternatives: [] }, seed).ok // false
 */
export function readAnswer(
  item: Item,
  filled: Pick<SheetItem, 'answer' | 'reason' | 'alternatives'>,
  seed: string,
): Result<{ readonly answer: number[]; readonly alternatives: number[] }, AnswerInvalid> {
  const order = letterOrder(item, seed)
  const refuse = (reason: AnswerInvalid['reason']) => fail<AnswerInvalid>({ code: 'answer-invalid', reason })
  const indexesOf = (some: readonly string[]): number[] =>
    some.map((letter) => order[letters.indexOf(letter)] ?? -1)
  const [answer, alternatives] = [indexesOf(filled.answer), indexesOf(filled.alternatives)]
  if ([...answer, ...alternatives].includes(-1)) return refuse('unknown-letter')
  if (repeats(filled.alternatives) || (item.kind !== 'matching' && repeats(filled.answer)))
    return refuse('letter-twice')
  if (answer.length !== lettersAsked(item)) return refuse('wrong-count')
  return filled.reason.trim() === '' ? refuse('no-reason') : ok({ answer, alternatives })
}
