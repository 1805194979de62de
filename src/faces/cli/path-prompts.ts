import type { RouteModel } from '../../domain/path/route-model.ts'
import type { PartialProfile } from './path-options.ts'

type Named = { readonly name: string }
type Choice = { readonly value: string; readonly label: string }
type Prompts = typeof import('@clack/prompts')

const choicesOf = (named: Readonly<Record<string, Named>>): Choice[] =>
  Object.entries(named).map(([value, { name }]) => ({ value, label: name }))

function mustBeNumber(text: string | undefined): string | undefined {
  return text !== undefined && text.trim() !== '' && Number.isFinite(Number(text))
    ? undefined
    : 'Write a number.'
}

function questionsFor(prompts: Prompts, model: RouteModel) {
  const roles = choicesOf(model.roles)
  const number = (message: string, initialValue: string) => () =>
    prompts.text({ message, initialValue, validate: mustBeNumber })
  return {
    role: () => prompts.select({ message: 'What do you do today?', options: roles }),
    direction: () =>
      prompts.select({
        message: 'Where should it lead?',
        options: [...choicesOf(model.fields), ...roles],
      }),
    awsYears: number('Years of work on AWS', '0'),
    itYears: number('Years of work in IT', '1'),
    areas: () =>
      prompts.multiselect({
        message: 'What does your organisation use? (space to choose, enter to go on)',
        options: choicesOf(model.areas),
        required: false,
      }),
    hoursPerWeek: number('Hours of study a week', '6'),
  }
}

/** Asks for the fields that matter most; null when the person breaks off. An area that is chosen counts in full. */
export async function askProfile(model: RouteModel): Promise<PartialProfile | null> {
  const prompts = await import('@clack/prompts')
  let brokenOff = false
  const onCancel = (): void => {
    brokenOff = true
  }
  const questions = questionsFor(prompts, model)
  const answers = await prompts.group(questions, { onCancel })
  if (brokenOff) return null
  return {
    role: String(answers.role),
    direction: String(answers.direction),
    awsYears: Number(answers.awsYears),
    itYears: Number(answers.itYears),
    hoursPerWeek: Number(answers.hoursPerWeek),
    stack: Object.fromEntries((answers.areas as readonly string[]).map((area) => [area, 1])),
  }
}
