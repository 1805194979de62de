import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { Answer, Rendering } from '../types.ts'

/** What a rationale is written from. */
export type Told<Scenario> = {
  readonly scenario: Scenario
  readonly facts: FactValues
  readonly answer: Answer
}

/**
 * The words of a family: the structures of its stem, the text of an option, and why an option is right (`key`) or what
 * the belief behind it leaves out, by the belief's id.
 */
export type FamilyWords<Scenario> = {
  readonly stems: readonly ((scenario: Scenario, facts: FactValues) => string)[]
  readonly text: (answer: Answer, scenario: Scenario) => string
  readonly reasons: Readonly<Record<string, (told: Told<Scenario>) => string>>
}

/**
 * Renders scenarios by the words of their family.
 * @throws RangeError for a structure or a reason that the words do not have
 * @example wordedBy({ stems: [() => 'Why?'], text: String, reasons: {} })({ rendering: 0 }, facts).stem // 'Why?'
 */
export const wordedBy =
  <Scenario extends { readonly rendering: number }>({ stems, text, reasons }: FamilyWords<Scenario>) =>
  (scenario: Scenario, facts: FactValues): Rendering => {
    const stem = stems[scenario.rendering]
    if (stem === undefined) throw new RangeError(`There is no structure ${scenario.rendering}.`)
    return {
      stem: stem(scenario, facts),
      option: (answer, misconception) => {
        const reason = reasons[misconception ?? 'key']
        if (reason === undefined) throw new RangeError(`There is no reason for ${misconception ?? 'key'}.`)
        return { text: text(answer, scenario), rationale: reason({ scenario, facts, answer }) }
      },
    }
  }
