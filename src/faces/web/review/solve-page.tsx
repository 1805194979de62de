import { useState } from 'preact/hooks'
import type { ImportedReview } from '../../../application/import-item-review.ts'
import type { ReviewSheet, SheetItem } from '../../../domain/item/review-sheet.ts'
import { call, type Problem } from '../api/client.ts'
import { Loaded, ProblemNote, useLoad } from '../parts/load.tsx'
import { announce } from '../shell/announce.ts'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import './review.css'
import type { Solution } from './solution.ts'
import { SolveItem } from './solve-item.tsx'

const nameKey = 'cairn/reviewer'

function NameField({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }) {
  return (
    <label class="field review-name">
      <span class="field-label">Your name as a solver</span>
      <span class="field-help">
        Lower-case letters, digits and hyphens. It stands beside your answers in the pack.
      </span>
      <input
        class="input input-short"
        required
        pattern="[a-z0-9][a-z0-9\-]*"
        maxLength={41}
        value={name}
        onInput={(event) => {
          onName(event.currentTarget.value)
          localStorage.setItem(nameKey, event.currentTarget.value)
        }}
      />
    </label>
  )
}

type Solving = {
  readonly place: number
  readonly stored: number
  readonly busy: boolean
  readonly problem: Problem | null
  readonly solve: (item: SheetItem, solution: Solution) => Promise<void>
  readonly skip: () => void
}

/** Stores each item as it is solved, so that nothing waits for the end of the sheet. */
function useSolving(sheet: ReviewSheet, solver: string): Solving {
  const [place, setPlace] = useState(0)
  const [stored, setStored] = useState(0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const solve = async ({ item, hash }: SheetItem, solution: Solution): Promise<void> => {
    setBusy(true)
    const answer = await call<ImportedReview>('POST', '/reviews', {
      ...{ examCode: sheet.examCode, seed: sheet.seed, solver },
      items: [{ item, hash, ...solution }],
    })
    setBusy(false)
    setProblem(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setStored(stored + 1)
    setPlace(place + 1)
    announce('Stored')
  }
  return { place, stored, busy, problem, solve, skip: () => setPlace(place + 1) }
}

function Sheet({ sheet }: { readonly sheet: ReviewSheet }) {
  const [name, setName] = useState(() => localStorage.getItem(nameKey) ?? '')
  const { place, stored, busy, problem, solve, skip } = useSolving(sheet, name)
  const item = sheet.items[place]
  return (
    <>
      <NameField name={name} onName={setName} />
      <p class="soft" role="status">
        {item === undefined
          ? `The sheet is done: ${stored} of ${sheet.items.length} stored. Thank you.`
          : `Item ${place + 1} of ${sheet.items.length}, ${stored} stored`}
      </p>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {item === undefined ? null : (
        <SolveItem
          key={item.item}
          item={item}
          busy={busy || name === ''}
          onSolved={(solution) => void solve(item, solution)}
          onSkip={skip}
        />
      )}
    </>
  )
}

/** A blind sheet of one pack, solved item by item. */
export function SolvePage({ params }: PageProps) {
  const code = params.code ?? ''
  const only = new URLSearchParams(location.search).get('only') ?? 'in-review'
  const found = useLoad(
    () => call<ReviewSheet>('POST', '/reviews/sheets', { examCode: code, only }),
    [code, only],
  )
  return (
    <Page
      area="solve"
      title={`Blind review, ${code}`}
      above={
        <p class="eyebrow">
          <a href="/review">Blind review</a>
        </p>
      }
      lead="Judge each item by what its stem states. Look a fact up where you are not certain; do not look for the key."
    >
      <Loaded from={found} what="the sheet">
        {(sheet) => <Sheet sheet={sheet} />}
      </Loaded>
    </Page>
  )
}
