import type { Leg, LegReading } from '../../../domain/path/route.ts'
import { shortName, tierName } from '../../../presentation/catalogue-words.ts'
import { Facts } from '../parts/facts.tsx'
import { legFacts } from './route-text.ts'

type NameOf = (certificationId: string) => string

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul class="bullets">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Reading({ reading }: { readonly reading: readonly LegReading[] }) {
  return (
    <ul class="leg-reading">
      {reading.map(({ domain, name, weightPercent, documents }) => (
        <li key={domain}>
          <p>
            {domain}. {name}{' '}
            <span class="soft small">{weightPercent === null ? 'weight unknown' : `${weightPercent}%`}</span>
          </p>
          <ul class="bullets">
            {documents.map(({ id, title, url, kind }) => (
              <li key={id}>
                <a href={url} rel="noreferrer">
                  {title}
                </a>{' '}
                <span class="soft small">{kind === 'white-paper' ? 'white paper' : 'documentation'}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** Reasons shown at once; the reckoning of hours and fees follows on request. */
const firstReasons = 4

function OtherReasons({ reasons }: { readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <details>
      <summary>How hours, dates and fees were reckoned</summary>
      <Lines lines={reasons} />
    </details>
  )
}

function LegMore({ leg }: { readonly leg: Leg }) {
  return (
    <>
      <details>
        <summary>Who it is for, and what to bring</summary>
        <div class="prose">
          <p>{leg.forWhom}</p>
          <p>{leg.validates}</p>
          {leg.advice.length === 0 ? null : <Lines lines={leg.advice} />}
        </div>
      </details>
      {leg.reading.length === 0 ? null : (
        <details>
          <summary>What to read, by domain</summary>
          <Reading reading={leg.reading} />
        </details>
      )}
      {leg.practice.length === 0 ? null : (
        <details>
          <summary>What to practise hands-on</summary>
          <Lines lines={leg.practice} />
        </details>
      )}
      {leg.sources.length === 0 ? null : (
        <details>
          <summary>Sources</summary>
          <ul class="bullets">
            {leg.sources.map(({ id, title, url }) => (
              <li key={id}>
                {url === null ? (
                  title
                ) : (
                  <a href={url} rel="noreferrer">
                    {title}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function LegCard({ leg, nameOf }: { readonly leg: Leg; readonly nameOf: NameOf }) {
  return (
    <li class="leg">
      <div>
        <p class="eyebrow">
          {leg.examCode}, {tierName(leg.tier)}
          {leg.kind === 'renewal' ? ', a renewal' : ''}
        </p>
        <h3>
          <a href={`/programme/${leg.certificationId}`}>{shortName(leg.name)}</a>
        </h3>
      </div>
      <Facts facts={legFacts(leg)} />
      {leg.versionNote === null ? null : <p class="note note-attention">{leg.versionNote}</p>}
      {leg.renews.length === 0 ? null : <p>A pass renews {leg.renews.map(nameOf).join(', ')}.</p>}
      <Lines lines={leg.reasons.slice(0, firstReasons)} />
      <div class="leg-more">
        <OtherReasons reasons={leg.reasons.slice(firstReasons)} />
        <LegMore leg={leg} />
      </div>
    </li>
  )
}

/** The exams in order, each dated and explained. */
export function LegList({ legs, nameOf }: { readonly legs: readonly Leg[]; readonly nameOf: NameOf }) {
  return (
    <ol class="legs">
      {legs.map((leg) => (
        <LegCard key={leg.certificationId} leg={leg} nameOf={nameOf} />
      ))}
    </ol>
  )
}
