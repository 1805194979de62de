import { independence } from '../../../presentation/independence.ts'
import { Loaded } from '../parts/load.tsx'
import { useProgramme } from '../parts/programme.ts'
import { Page } from '../shell/page.tsx'

function HowScoresAreMade() {
  return (
    <section class="section prose">
      <h2>How scores are made</h2>
      <p>
        Each item counts once and only when all of it is right; an empty item counts like a wrong one. Some
        items of a full form are pretest items: they are not marked and not scored.
      </p>
      <p>
        Each item has a difficulty and a discrimination. Until enough people have sat it in an exam, its
        difficulty is a judgement of how likely a candidate who only just qualifies answers it; from 30 first
        attempts on it is measured, from 200 it counts as known. From these the form gets its own table: the
        raw cut is what that candidate is expected to score, and the scaled score, from 100 to 1000, follows
        ability, so that equal ability gives an equal score whichever form was drawn. The table is frozen with
        the form under a hash. The report says how much of it rests on judgement.
      </p>
      <p>
        The scale is that of Cairn's own forms. It is not the vendor's, and a practice report never says pass.
        It counts items you had met before, because scores on those run high.
      </p>
    </section>
  )
}

function WhereItemsComeFrom() {
  return (
    <section class="section prose">
      <h2>Where items come from</h2>
      <p>
        Items are written from public exam guides and public documentation, never from a real exam or another
        bank. Each tells you who wrote it: a model, a person, or a family that computes its key from an
        executable model. Before an item may be drawn, two solvers who did not write it answered it without
        the key, and agreed with it.
      </p>
      <p>
        Facts about certifications carry their source, its date, and how far it can be trusted. What no source
        says is shown as unknown.
      </p>
    </section>
  )
}

/** What Cairn is, how it scores, and whose it is not. */
export function AboutPage() {
  const programme = useProgramme()
  return (
    <Page
      area="about"
      title="About Cairn"
      lead="A cairn is a stack of stones that marks a path. This one marks the way from “which certification?” to “ready, and can prove it”."
    >
      <section class="section prose">
        <h2>Independence</h2>
        <p>{independence}</p>
      </section>
      <HowScoresAreMade />
      <WhereItemsComeFrom />
      <section class="section prose">
        <h2>Licence</h2>
        <p>
          The code is under the Apache License 2.0. The packs of items and the catalogue are under Creative
          Commons Attribution 4.0.
        </p>
        <Loaded from={programme} what="the version">
          {({ version }) => <p class="soft">Version {version}.</p>}
        </Loaded>
      </section>
    </Page>
  )
}
