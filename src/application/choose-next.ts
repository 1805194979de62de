import type { Attempt } from '../domain/attempt/types.ts'
import { isAdaptive, nextStep, placeItem } from '../domain/form/adaptive-form.ts'
import type { FormItem } from '../domain/form/types.ts'
import { scoreResponse } from '../domain/item/score-response.ts'
import type { Response } from '../domain/item/types.ts'
import type { Ports } from './ports.ts'

/** The text that gives option order and identifiers of one position of an attempt. */
export const placeSecret = (
  { secrets }: Pick<Ports, 'secrets'>,
  attemptId: string,
  position: number,
): string => secrets.derive(`form ${attemptId} item ${position}`)

/** Whether each item of a growing form was answered correctly, with the answer to the last one that is about to be recorded. */
async function scoreAnswers(
  ports: Pick<Ports, 'attempts'>,
  attempt: Attempt,
  last: { readonly place: FormItem; readonly response: Response },
): Promise<boolean[]> {
  const given = new Map(
    (await ports.attempts.responses(attempt.attemptId)).map((one) => [one.position, one.response]),
  )
  return attempt.form.items.map((place) => {
    const response = place === last.place ? last.response : (given.get(place.position) ?? null)
    return scoreResponse(place, response).correct
  })
}

/**
 * The item that joins a growing form once its last position is answered; null on other forms, for other positions, and where the
 * form ends. Earlier answers are final, so what is chosen here is right whenever the response is taken.
 */
export async function chooseNext(
  ports: Pick<Ports, 'attempts' | 'content' | 'secrets'>,
  attempt: Attempt,
  { place, response }: { readonly place: FormItem; readonly response: Response | null },
): Promise<FormItem | null> {
  const { form, attemptId, examCode } = attempt
  if (!isAdaptive(form) || response === null || place.position !== form.items.length) return null
  const pack = ports.content.packs().find((loaded) => loaded.pack.examCode === examCode)?.pack
  const correct = await scoreAnswers(ports, attempt, { place, response })
  const step = nextStep(form, correct, pack?.items ?? [])
  if (step.kind === 'end') return null
  return placeItem(form, step.item, placeSecret(ports, attemptId, place.position + 1))
}
