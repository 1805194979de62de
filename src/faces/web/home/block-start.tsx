import { useState } from 'preact/hooks'
import type { PackSummary } from '../../../application/read-programme.ts'
import { ProblemNote } from '../parts/load.tsx'
import { rememberExam, rememberedExam } from '../parts/remembered-exam.ts'
import { useStart } from '../parts/use-start.ts'

const itemsOfTenMinutes = 7

type Props = { readonly packs: readonly PackSummary[]; readonly lastCode: string | null }

function NoPacks() {
  return (
    <div class="home-start">
      <p class="note">
        No items can be drawn yet. Put a pack under packs/ and start Cairn again, or plan a route meanwhile.
      </p>
    </div>
  )
}

/** One button from here into a short block of items. */
export function BlockStart({ packs: installed, lastCode }: Props) {
  const packs = installed.filter(({ poolSize }) => poolSize > 0)
  const [chosen, choose] = useState<string | null>(null)
  const { start, starting, problem } = useStart()
  const code =
    [chosen, lastCode, rememberedExam()].find((candidate) =>
      packs.some((pack) => pack.examCode === candidate),
    ) ?? packs[0]?.examCode
  if (code === undefined) return <NoPacks />
  const begin = (): void => {
    rememberExam(code)
    void start({ examCode: code, mode: 'custom', items: itemsOfTenMinutes })
  }
  return (
    <div class="home-start">
      <button type="button" class="button button-primary button-large" disabled={starting} onClick={begin}>
        {starting ? 'Drawing items …' : 'Start a ten-minute block'}
      </button>
      <label class="home-exam">
        <span>{itemsOfTenMinutes} items on</span>
        <select
          class="input input-short"
          value={code}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {packs.map((pack) => (
            <option key={pack.examCode} value={pack.examCode}>
              {pack.examCode}, {pack.title}
            </option>
          ))}
        </select>
      </label>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </div>
  )
}
