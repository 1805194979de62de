import type { PackSummary } from '../../../application/read-programme.ts'
import type { Problem } from '../api/client.ts'
import { ProblemNote } from '../parts/load.tsx'
import { Page } from '../shell/page.tsx'
import { hasNoClock, type StartChoice, type WayId } from './start-choice.ts'

type Props = {
  readonly pack: PackSummary
  readonly choice: StartChoice
  readonly starting: boolean
  readonly problem: Problem | null
  readonly onBack: () => void
  readonly onBegin: () => void
}

const names: Readonly<Record<WayId, string>> = {
  exam: 'Full exam',
  diagnostic: 'Diagnostic',
  block: 'Ten-minute block',
  study: 'Study',
  custom: 'Custom practice',
}

const common = [
  'Each item says how many options to choose. An item counts only when all of it is right; a wrong choice costs no more than an empty one, so leave nothing blank.',
  'Move with Next and Previous. Flag what you want to see again. Strike out what you rule out.',
  'Every answer is saved at once; the line at the bottom says so. If the connection drops, answers wait on this device and are sent when it is back. You may reload the page at any time.',
  'The keyboard is enough: press ? for the keys. Single-letter keys can be switched off there.',
]

const timed = [
  'After the last item comes the review screen: everything, what is incomplete, what is flagged. You end the exam there.',
  'The clock and the item counter hide with a click. You are told at 30, 15, 5 and 1 minutes. At zero the exam is submitted as it stands.',
]

const diagnostic = [
  'One item at a time, from every domain. Each is chosen by your answers so far, so it gets harder while you are right and easier while you are not: about half right is what to expect.',
  'An answer is final, and you cannot go back. If you do not know, choose what seems likeliest.',
  'It ends by itself once it knows enough, after 15 to 30 items. You may end it earlier; it then knows less.',
  'Every answer is saved before the next item comes. There is no clock, and you may reload the page at any time.',
]

const study = [
  'Choose, then Check: you see the key and a reason for every option. What was checked cannot be changed.',
]

function linesOf(choice: StartChoice): readonly string[] {
  if (choice.way === 'diagnostic') return diagnostic
  if (choice.way === 'study') return [...common, ...study]
  const untimed = 'There is no clock. After the last item comes the review screen, where you end it.'
  return choice.multiplier === null ? [...common, untimed] : [...common, ...timed]
}

/** Last step before the attempt: what to expect. The clock starts with the button and not before. */
export function InstructionPage({ pack, choice, starting, problem, onBack, onBegin }: Props) {
  const clockless = hasNoClock(choice.way) || choice.multiplier === null
  return (
    <Page
      area="exams"
      tab={`${pack.examCode}: instructions`}
      title="Before you begin"
      above={
        <p class="eyebrow">
          {pack.examCode} / {names[choice.way]}
        </p>
      }
      lead="Take your time with this page: nothing is counted here."
    >
      <ul class="bullets prose">
        {linesOf(choice).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div class="row start-end">
        <button
          type="button"
          class="button button-primary button-large"
          disabled={starting}
          onClick={onBegin}
        >
          {starting ? 'Drawing the form …' : clockless ? 'Begin' : 'Begin and start the clock'}
        </button>
        <button type="button" class="button" onClick={onBack}>
          Back
        </button>
      </div>
    </Page>
  )
}
