import { drawMatrix, variantOf } from './draw-matrix.ts'
import { fillText } from './fill.ts'
import type { Lab, LabFiles, PresentedLab } from './types.ts'

/** The lab as its variant reads, without what the hidden cases ask and expect, and without its hints. */
export function presentLab(lab: Lab, seed: string): PresentedLab {
  const values = variantOf(lab, seed)
  const matrix = drawMatrix(lab, seed)
  const { id, code, title, summary, tier, exams, minutes, references } = lab
  return {
    ...{ id, code, title, summary, tier, exams, minutes, references },
    situation: fillText(lab.situation, values),
    files: lab.files.map((file) => ({
      ...file,
      note: fillText(file.note, values),
      start: fillText(file.start, values),
    })),
    requirements: lab.requirements.map((requirement) => {
      const own = matrix.filter(({ requirementId }) => requirementId === requirement.id)
      return {
        id: requirement.id,
        text: fillText(requirement.text, values),
        must: requirement.must,
        weight: requirement.weight,
        cases: own.filter(({ visible }) => visible).map(({ title: case_ }) => case_),
        hiddenCases: own.filter(({ visible }) => !visible).length,
      }
    }),
    hints: lab.hints.length,
  }
}

/** A hint of a lab as its variant reads, from 0; undefined past the last. */
export function hintOf(lab: Lab, seed: string, index: number): string | undefined {
  const hint = lab.hints[index]
  return hint === undefined ? undefined : fillText(hint, variantOf(lab, seed))
}

/** The lab's own files with what the person has written in them; files of other names are left out. */
export function filesOf(lab: Lab, seed: string, written: LabFiles): LabFiles {
  const values = variantOf(lab, seed)
  return Object.fromEntries(
    lab.files.map(({ path, start }) => [
      path,
      Object.hasOwn(written, path) ? (written[path] as string) : fillText(start, values),
    ]),
  )
}
