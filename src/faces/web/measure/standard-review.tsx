import type { Compromises, ReviewedRound, StandardReview } from '../../../application/review-standard.ts'
import { standardRounds } from '../../../presentation/charts/standard-rounds.ts'
import { formatCount, formatPercent } from '../../../presentation/formats.ts'
import { compromiseText, pointsText } from '../../../presentation/standard-text.ts'
import { Figure } from '../parts/figure.tsx'

type Column = { readonly name: string; readonly cells: readonly (readonly [id: string, text: string])[] }

function WideTable({ label, columns }: { readonly label: string; readonly columns: readonly Column[] }) {
  const ids = columns[0]?.cells.map(([id]) => id) ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section class="wide-table standard-table" tabIndex={0} aria-label={`${label}, scrolls sideways`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((id, row) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              {columns.map(({ name, cells }) => (
                <td key={name} class="figure-cell">
                  {cells[row]?.[1]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const columnOf = <T,>(
  name: string,
  rows: readonly T[],
  cell: (row: T) => readonly [id: string, text: string],
): Column => ({ name, cells: rows.map(cell) })

const two = (value: number): string => value.toFixed(2)
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`

function Change({ change }: Pick<ReviewedRound, 'change'>) {
  if (change === null) return null
  return (
    <p class="prose">
      Against the round before: the cut moved by {signed(change.cut)} points, ratings by{' '}
      {two(change.meanShift)} on average
      {change.spreadRatio === null
        ? '.'
        : `; judges' spread is ${formatPercent(change.spreadRatio)} of what it was.`}
    </p>
  )
}

function Round({ round, items }: { readonly round: ReviewedRound; readonly items: number }) {
  const { judges, disputed } = round
  return (
    <section class="section">
      <h3>Round {round.round}</h3>
      <p>
        Cut {pointsText(round.cut)} of {items} points, standard error {pointsText(round.standardError)},
        spread between judges {pointsText(round.standardDeviation)}.
      </p>
      <Change change={round.change} />
      <WideTable
        label="Judge"
        columns={[
          columnOf('Own cut', judges, ({ judge, sum }) => [judge, two(sum)]),
          columnOf('Mean rating', judges, ({ judge, mean }) => [judge, two(mean)]),
          columnOf('Spread', judges, ({ judge, standardDeviation }) => [judge, two(standardDeviation)]),
          columnOf('Agreement', judges, ({ judge, agreement }) => [
            judge,
            agreement === null ? '–' : two(agreement),
          ]),
        ]}
      />
      {disputed.length === 0 ? (
        <p class="soft">Judges rate every item alike.</p>
      ) : (
        <WideTable
          label="Items on which judges differ most"
          columns={[
            columnOf('Mean', disputed, ({ item, mean }) => [item, two(mean)]),
            columnOf('Spread', disputed, ({ item, standardDeviation }) => [item, two(standardDeviation)]),
            columnOf('Lowest', disputed, ({ item, lowest }) => [item, two(lowest)]),
            columnOf('Highest', disputed, ({ item, highest }) => [item, two(highest)]),
          ]}
        />
      )}
    </section>
  )
}

function Options({ compromises }: { readonly compromises: Compromises | null }) {
  return (
    <section class="section">
      <h2>Options to decide on</h2>
      {compromises === null ? (
        <p class="soft">Add scores of candidates to see who would reach the cut, and the compromises.</p>
      ) : (
        <>
          <dl class="facts">
            <div>
              <dt>The panel's cut</dt>
              <dd>{compromiseText(compromises.panel)}</dd>
            </div>
            <div>
              <dt>Beuk</dt>
              <dd>{compromises.beuk === null ? 'Needs passRate.' : compromiseText(compromises.beuk)}</dd>
            </div>
            <div>
              <dt>Hofstee</dt>
              <dd>
                {compromises.hofstee === null
                  ? 'Needs the four bounds.'
                  : compromiseText(compromises.hofstee)}
              </dd>
            </div>
          </dl>
          <p class="soft small prose">
            From {formatCount(compromises.candidates, 'candidate')} and the last round. Beuk and Hofstee weigh
            what judges demand against what candidates reach. None replaces the decision of whoever owns the
            programme.
          </p>
        </>
      )}
    </section>
  )
}

/** The compromises that came to a cut, for the chart. */
function drawnCompromises(compromises: Compromises | null) {
  const { beuk, hofstee } = compromises ?? { beuk: null, hofstee: null }
  return [
    ...(beuk === null ? [] : [{ name: 'Beuk', cut: beuk.cut }]),
    ...(hofstee !== null && 'cut' in hofstee ? [{ name: 'Hofstee', cut: hofstee.cut }] : []),
  ]
}

/** What a panel's ratings come to, newest round first. */
export function StandardReviewView({ review }: { readonly review: StandardReview }) {
  const rounds = review.rounds.map(({ judges, ...round }) => ({
    ...round,
    sums: judges.map(({ sum }) => sum),
  }))
  const compromises = drawnCompromises(review.compromises)
  return (
    <>
      <section class="section">
        <h2>Cut by round</h2>
        <Figure
          caption="Dots: cuts. Lines: one standard error to either side. Rings: each judge's own cut."
          draw={(width) => standardRounds({ id: 'standard', width, rounds, compromises })}
        />
      </section>
      <Options compromises={review.compromises} />
      <section class="section">
        <h2>Rounds</h2>
        {review.rounds.toReversed().map((round) => (
          <Round key={round.round} round={round} items={review.items} />
        ))}
      </section>
    </>
  )
}
