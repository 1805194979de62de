import type { AlternativeRoute, Excluded, RenewalEntry, RoutePlan } from '../../../domain/path/route.ts'
import { shortName } from '../../../presentation/catalogue-words.ts'
import { contributionBars } from '../../../presentation/charts/contribution-bars.ts'
import { routeTimeline } from '../../../presentation/charts/route-timeline.ts'
import { formatCount, formatDay } from '../../../presentation/formats.ts'
import { Figure } from '../parts/figure.tsx'
import { LegList } from './leg-list.tsx'
import { compareText, spreadText, summaryText } from './route-text.ts'

type NameOf = (certificationId: string) => string
type PlanProps = { readonly plan: RoutePlan; readonly nameOf: NameOf }

const aims = [
  { id: 'fastest', name: 'Fastest' },
  { id: 'cheapest', name: 'Cheapest' },
  { id: 'safest', name: 'Safest' },
] as const

function Alternative({
  name,
  alternative,
  plan,
}: {
  readonly name: string
  readonly alternative: AlternativeRoute
  readonly plan: RoutePlan
}) {
  return (
    <li class="card">
      <h3>{name}</h3>
      {alternative.sameAsRoute || alternative.legs.length === 0 ? null : (
        <p>{alternative.legs.map((leg) => leg.examCode).join(', then ')}</p>
      )}
      <p class="soft">{compareText(alternative, plan.route)}</p>
    </li>
  )
}

function Alternatives({ plan }: Pick<PlanProps, 'plan'>) {
  return (
    <section>
      <h2>Other aims</h2>
      <ul class="alternatives">
        {aims.map(({ id, name }) => (
          <Alternative key={id} name={name} alternative={plan.alternatives[id]} plan={plan} />
        ))}
      </ul>
    </section>
  )
}

/** What a route leaves out, why, and what to consider instead. */
export function LeftOut({
  excluded,
  nameOf,
}: {
  readonly excluded: readonly Excluded[]
  readonly nameOf: NameOf
}) {
  if (excluded.length === 0) return null
  return (
    <section>
      <h2>What is left out, and why</h2>
      <ul class="rows left-out">
        {excluded.map(({ certificationId, name, reason, consider }) => (
          <li key={certificationId}>
            <h3>
              <a href={`/programme/${certificationId}`}>{shortName(name)}</a>
            </h3>
            <p>
              {reason}
              {consider.length === 0 ? '' : ` Consider ${consider.map(nameOf).join(', ')}.`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Renewal({ entry, nameOf }: { readonly entry: RenewalEntry; readonly nameOf: NameOf }) {
  return (
    <li>
      <h3>{shortName(entry.name)}</h3>
      <p>
        Runs out on {formatDay(entry.expiresOn)}
        {entry.renewedBy === null
          ? ''
          : ` instead of ${formatDay(entry.renewedBy.insteadOf)}, renewed by ${nameOf(entry.renewedBy.certificationId)}`}
        .
      </p>
      <ul class="bullets soft small">
        {entry.ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </li>
  )
}

function Renewals({
  renewals,
  nameOf,
}: {
  readonly renewals: readonly RenewalEntry[]
  readonly nameOf: NameOf
}) {
  if (renewals.length === 0) return null
  return (
    <section>
      <h2>When things run out</h2>
      <ul class="rows renewals">
        {renewals.map((entry) => (
          <Renewal key={entry.certificationId} entry={entry} nameOf={nameOf} />
        ))}
      </ul>
    </section>
  )
}

/** The top of a route: what it comes to. */
export function RouteSummary({ plan }: Pick<PlanProps, 'plan'>) {
  const { totals } = plan.route
  return (
    <div class="route-summary">
      <p class="display route-sentence">{summaryText(totals)}</p>
      {totals.legs === 0 ? null : <p class="soft">{spreadText(totals)}</p>}
    </div>
  )
}

/** The route over time. */
export function RouteFigure({ plan }: Pick<PlanProps, 'plan'>) {
  const { legs } = plan.route
  if (legs.length === 0) return null
  return (
    <Figure
      draw={(width) =>
        routeTimeline({ id: 'route', title: 'Your route over time', width, today: plan.asOf, legs })
      }
    />
  )
}

function Worth({ plan }: Pick<PlanProps, 'plan'>) {
  const { legs } = plan.route
  if (legs.length === 0) return null
  return (
    <section>
      <h2>What each step is worth to you</h2>
      <p class="soft prose">
        Points for role, direction and stack, less the price of hours, fees and waiting. The tables behind
        them stand in catalogue/route-model.yaml, each number with its reason.
      </p>
      <Figure draw={(width) => contributionBars({ id: 'worth', title: 'Points of each leg', width, legs })} />
    </section>
  )
}

/** A route with everything that explains it. */
export function RouteView({ plan, nameOf }: PlanProps) {
  return (
    <>
      <section>
        <h2>Step by step</h2>
        <LegList legs={plan.route.legs} nameOf={nameOf} />
      </section>
      <section class="note">
        <h2 class="note-title flips">What would change this advice</h2>
        <p>{plan.flips}</p>
      </section>
      <Worth plan={plan} />
      <Alternatives plan={plan} />
      <LeftOut excluded={plan.excluded} nameOf={nameOf} />
      <Renewals renewals={plan.renewals} nameOf={nameOf} />
      <p class="soft small">
        {plan.proof.method} {formatCount(plan.proof.statesExplored, 'state')} looked at. Planned on the facts
        of {formatDay(plan.asOf)}.
      </p>
    </>
  )
}
