import { useState } from 'preact/hooks'
import type { FamilyEntry } from '../../../application/list-families.ts'
import type { TriedFamily } from '../../../application/try-family.ts'
import type { FamilyMeasures } from '../../../domain/family/measure-family.ts'
import { formatDay, formatList, formatPercent } from '../../../presentation/formats.ts'
import { call } from '../api/client.ts'
import { Loaded, useLoad } from '../parts/load.tsx'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import './families.css'
import { VariantView } from './variant-view.tsx'
import { kindNames, placementText } from './words.ts'

const measuredSeeds = 40

const nextSeed = (seed: string): string => (/^\d{1,15}$/.test(seed) ? String(Number(seed) + 1) : `${seed}1`)

function Facts({ family }: { readonly family: FamilyEntry }) {
  return (
    <dl class="facts">
      <div>
        <dt>Kind</dt>
        <dd>{kindNames[family.kind]}</dd>
      </div>
      <div>
        <dt>Serves</dt>
        <dd>{formatList(family.placements.map(placementText))}</dd>
      </div>
      <div>
        <dt>Facts used</dt>
        <dd>{family.facts.length === 0 ? 'None that can change' : formatList(family.facts)}</dd>
      </div>
      <div>
        <dt>Valid until</dt>
        <dd>{family.validUntil === null ? 'No end known' : formatDay(family.validUntil)}</dd>
      </div>
    </dl>
  )
}

function Measures({ measures, family }: { readonly measures: FamilyMeasures; readonly family: FamilyEntry }) {
  const isChoice = family.kind.startsWith('multiple')
  return (
    <>
      <dl class="facts">
        <div>
          <dt>Yield</dt>
          <dd>{formatPercent(measures.yield)} of scenarios give an item</dd>
        </div>
        <div>
          <dt>Distinct</dt>
          <dd>{formatPercent(measures.distinctItems)} of items stand alone</dd>
        </div>
        {isChoice ? (
          <div>
            <dt>Key is the longest option</dt>
            <dd>{formatPercent(measures.keyLongest)}</dd>
          </div>
        ) : null}
      </dl>
      <table class="family-beliefs">
        <caption>Misconceptions, and how often each gives an option</caption>
        <tbody>
          {family.misconceptions.map(({ id, statement }) => (
            <tr key={id}>
              <td>{statement}</td>
              <td>{formatPercent(measures.beliefs[id] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

type Asked = { readonly seed: string; readonly reveal: boolean }

function Trial({
  name,
  asked,
  ask,
}: {
  readonly name: string
  readonly asked: Asked
  readonly ask: (asked: Asked) => void
}) {
  const [seed, setSeed] = useState(asked.seed)
  const go = (next: string, reveal: boolean): void => {
    setSeed(next)
    ask({ seed: next, reveal })
  }
  return (
    <form
      class="row"
      aria-label={`Draw a variant of ${name}`}
      onSubmit={(event) => {
        event.preventDefault()
        go(seed, false)
      }}
    >
      <label class="field">
        <span class="field-label">Seed</span>
        <input
          class="input input-short"
          value={seed}
          maxLength={40}
          autocomplete="off"
          onInput={(event) => setSeed(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        Draw
      </button>
      <button type="button" class="button" onClick={() => go(nextSeed(asked.seed), false)}>
        Next seed
      </button>
      <button type="button" class="button button-primary" onClick={() => go(asked.seed, !asked.reveal)}>
        {asked.reveal ? 'Hide the key' : 'Show the key'}
      </button>
    </form>
  )
}

/** One family: what it is, its figures, and variants drawn on demand. */
export function FamilyPage({ params }: PageProps) {
  const name = params.name ?? ''
  const path = `/families/${encodeURIComponent(name)}`
  const [asked, ask] = useState<Asked>({ seed: '1', reveal: false })
  const query = `seed=${encodeURIComponent(asked.seed)}&reveal=${asked.reveal}`
  const tried = useLoad(() => call<TriedFamily>('GET', `${path}?${query}`), [path, query])
  const measured = useLoad(
    () => call<FamilyMeasures>('GET', `${path}/measures?seeds=${measuredSeeds}`),
    [path],
  )
  const family = tried.value?.family
  return (
    <Page
      area="families"
      title={family?.title ?? 'Computed-key family'}
      above={
        <p class="eyebrow">
          <a href="/families">Computed-key families</a>
        </p>
      }
    >
      <Loaded from={tried} what="the family">
        {(value) => (
          <>
            <Facts family={value.family} />
            <section class="section stack family-trial">
              <h2>Try it</h2>
              <Trial name={name} asked={asked} ask={ask} />
              {value.variants.map((variant) => (
                <VariantView key={variant.itemId} variant={variant} family={value.family} />
              ))}
              {value.exhausted.map(({ seed }) => (
                <p key={seed} class="note note-attention">
                  Seed {seed} gave no item: no scenario drawn from it passed.
                </p>
              ))}
            </section>
            <section class="section">
              <h2>Measured over {measuredSeeds} seeds</h2>
              <Loaded from={measured} what="the figures">
                {(measures) => <Measures measures={measures} family={value.family} />}
              </Loaded>
            </section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
