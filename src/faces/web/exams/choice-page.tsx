import type { PackSummary } from '../../../application/read-programme.ts'
import { formatCount, formatMinutes } from '../../../presentation/formats.ts'
import { Page } from '../shell/page.tsx'
import { ClockChoice } from './clock-choice.tsx'
import { ExamDaysNote } from './exam-days-note.tsx'
import { ScopeChoice } from './scope-choice.tsx'
import { hasNoClock, type StartChoice, type WayId } from './start-choice.ts'

type Props = {
  readonly pack: PackSummary
  readonly today: string
  readonly choice: StartChoice
  readonly onChoose: (choice: StartChoice) => void
  readonly onReady: () => void
}

const ways = (
  pack: PackSummary,
): readonly { id: WayId; name: string; text: string; disabled?: boolean }[] => [
  {
    id: 'exam',
    name: 'Full exam',
    text:
      pack.fullForm === null
        ? 'The pool is too small for a full form yet.'
        : `${formatCount(pack.fullForm.items, 'item')}, ${formatMinutes(pack.fullForm.minutes)}, no feedback until the end. Some items are pretest items: unmarked, and not scored.`,
    disabled: pack.fullForm === null,
  },
  {
    id: 'diagnostic',
    name: 'Diagnostic',
    text: '15 to 30 items of every domain, each chosen by the answers before it. No clock. It tells where you stand and where an hour of study brings most.',
  },
  { id: 'block', name: 'Ten-minute block', text: '7 items by the same rules, at the same pace.' },
  {
    id: 'study',
    name: 'Study',
    text: 'No clock. After each item you see the key, with a reason for every option.',
  },
  {
    id: 'custom',
    name: 'Custom practice',
    text: 'You choose domains, tasks, how many items, and which of those met before.',
  },
]

function WayChoice({ pack, choice, onChoose }: Omit<Props, 'onReady' | 'today'>) {
  return (
    <fieldset>
      <legend class="visually-hidden">How to sit it</legend>
      <div class="way-choices">
        {ways(pack).map(({ id, name, text, disabled = false }) => (
          <label key={id} class="way-choice">
            <input
              type="radio"
              name="way"
              checked={choice.way === id}
              disabled={disabled}
              onChange={() => onChoose({ ...choice, way: id })}
            />
            <span>
              <strong>{name}</strong>
              <span class="soft small">{text}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function AboutPack({ pack }: { readonly pack: PackSummary }) {
  const { model, human, family } = pack.origin
  const parts = [
    `${model} written by a model`,
    `${human} by a person`,
    `${family} computed by item families`,
  ].filter((part) => !part.startsWith('0 '))
  return (
    <details>
      <summary>What stands behind these items</summary>
      <div class="prose">
        <p>
          {formatCount(pack.poolSize, 'item')} in the pool: {parts.join(', ')}. None is taken from a real exam
          or another bank.
        </p>
        {pack.assumes.length === 0 ? null : (
          <ul class="bullets">
            {pack.assumes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}

/** First step: which way, how long, what about. No clock runs. */
export function ChoicePage({ pack, today, choice, onChoose, onReady }: Props) {
  const scoped = choice.way === 'custom' || choice.way === 'study'
  return (
    <Page
      area="exams"
      tab={`${pack.examCode}: choose`}
      title={pack.title}
      above={
        <p class="eyebrow">
          <a href="/exams">Exams</a> / {pack.examCode}
        </p>
      }
      lead="How would you like to sit it? No clock runs on this page."
    >
      <form
        class="start-form"
        onSubmit={(event) => {
          event.preventDefault()
          onReady()
        }}
      >
        <ExamDaysNote pack={pack} today={today} />
        <WayChoice pack={pack} choice={choice} onChoose={onChoose} />
        {scoped ? <ScopeChoice pack={pack} choice={choice} onChoose={onChoose} /> : null}
        {hasNoClock(choice.way) ? null : <ClockChoice pack={pack} choice={choice} onChoose={onChoose} />}
        <button type="submit" class="button button-primary button-large">
          Read the instructions
        </button>
        <p class="small soft phone-only">
          A small screen is fine for study. The real exam runs on a large one, so a full form here is not
          exam-like.
        </p>
        <AboutPack pack={pack} />
      </form>
    </Page>
  )
}
