import { useState } from 'preact/hooks'
import type { PackSummary } from '../../../application/read-programme.ts'
import { Loaded } from '../parts/load.tsx'
import { useProgramme } from '../parts/programme.ts'
import { rememberExam } from '../parts/remembered-exam.ts'
import { useStart } from '../parts/use-start.ts'
import { expectNewHeading } from '../shell/navigation.ts'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { ChoicePage } from './choice-page.tsx'
import './exams.css'
import { InstructionPage } from './instruction-page.tsx'
import { firstChoice, type StartChoice, startRequestOf } from './start-choice.ts'

function Start({ pack, today }: { readonly pack: PackSummary; readonly today: string }) {
  const [choice, choose] = useState<StartChoice>(
    pack.fullForm === null ? { ...firstChoice, way: 'block' } : firstChoice,
  )
  const [ready, setReady] = useState(false)
  const { start, starting, problem } = useStart()
  const turn = (toInstructions: boolean): void => {
    expectNewHeading()
    setReady(toInstructions)
  }
  const begin = (): void => {
    rememberExam(pack.examCode)
    void start(startRequestOf(pack.examCode, choice))
  }
  return ready ? (
    <InstructionPage
      pack={pack}
      choice={choice}
      starting={starting}
      problem={problem}
      onBack={() => turn(false)}
      onBegin={begin}
    />
  ) : (
    <ChoicePage pack={pack} today={today} choice={choice} onChoose={choose} onReady={() => turn(true)} />
  )
}

/** Choose how to sit an exam, read what to expect, and only then start the clock. */
export function StartPage({ params }: PageProps) {
  const programme = useProgramme()
  const code = params.code ?? ''
  const pack = programme.value?.packs.find(
    (candidate) => candidate.examCode.toLowerCase() === code.toLowerCase(),
  )
  if (pack !== undefined) return <Start pack={pack} today={programme.value?.today ?? ''} />
  return (
    <Page area="exams" title={code}>
      <Loaded from={programme} what="this exam">
        {() => (
          <p class="note">
            There is no pack for {code} on this installation. <a href="/exams">See what can be sat here</a>.
          </p>
        )}
      </Loaded>
    </Page>
  )
}
