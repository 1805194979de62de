import type { AnalysedOption, ItemAnalysis } from '../../../application/analyse-item.ts'
import { itemCurve } from '../../../presentation/charts/item-curve.ts'
import { formatPercent } from '../../../presentation/formats.ts'
import { stateText } from '../../../presentation/measurement-text.ts'
import { plainText } from '../../../presentation/rich-text.ts'
import { call } from '../api/client.ts'
import { Figure } from '../parts/figure.tsx'
import { Loaded, useLoad } from '../parts/load.tsx'
import { RichText } from '../parts/rich-text.tsx'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { Gates } from './gates.tsx'
import './measure.css'

const fifths = ['Weakest fifth', 'Second', 'Middle', 'Fourth', 'Strongest fifth'] as const

/** What the figures say about an option, where they say anything. */
function warningOf({ inKey, pointBiserial, share, chosen }: AnalysedOption): string | null {
  if (chosen === 0) return inKey ? 'nobody found the key' : 'nobody chose it'
  if (pointBiserial === null) return null
  if (inKey && pointBiserial < 0.1) return 'strong candidates do not choose it more'
  if (!inKey && pointBiserial > 0.05) return 'strong candidates choose it: check the key'
  return !inKey && share < 0.03 ? 'hardly anybody chose it' : null
}

function OptionRow({ option, answered }: { readonly option: AnalysedOption; readonly answered: boolean }) {
  const warning = answered ? warningOf(option) : null
  return (
    <tr>
      <th scope="row" class="option-cell">
        <span class="option-label">{option.label}</span> {plainText(option.text)}
        {option.misconception === null ? null : (
          <span class="soft small option-belief">{option.misconception}</span>
        )}
      </th>
      <td>{option.inKey ? <span class="mark mark-well">key</span> : null}</td>
      <td class="figure-cell">{formatPercent(option.share)}</td>
      <td class="figure-cell">{option.pointBiserial === null ? '–' : option.pointBiserial.toFixed(2)}</td>
      {option.byFifth.map((share, index) => (
        <td key={fifths[index]} class="figure-cell fifth-cell">
          {formatPercent(share)}
        </td>
      ))}
      <td class="small">{warning === null ? '' : <span class="mark mark-attention">{warning}</span>}</td>
    </tr>
  )
}

function Options({ analysis }: { readonly analysis: ItemAnalysis }) {
  const answered = analysis.options.some(({ chosen }) => chosen > 0)
  return (
    <section class="section">
      <h2>Options</h2>
      {answered ? null : <p class="soft">No first attempt yet. The options stand in the author's order.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section class="wide-table" tabIndex={0} aria-label="Options, scrolls sideways">
        <table>
          <thead>
            <tr>
              <th scope="col">Option</th>
              <th scope="col">
                <span class="visually-hidden">Key</span>
              </th>
              <th scope="col">Chosen</th>
              <th scope="col">Point-biserial</th>
              {fifths.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">Look at</th>
            </tr>
          </thead>
          <tbody>
            {analysis.options.map((option) => (
              <OptionRow key={option.label} option={option} answered={answered} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Versions({ versions }: Pick<ItemAnalysis, 'versions'>) {
  if (versions.length === 0) return null
  return (
    <section class="section">
      <h2>Versions</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section class="wide-table" tabIndex={0} aria-label="Versions, scrolls sideways">
        <table>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">State</th>
              <th scope="col">Difficulty</th>
              <th scope="col">Discrimination</th>
              <th scope="col">First attempts</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, state, difficulty, difficultyError, discrimination, responses }) => (
              <tr key={version}>
                <th scope="row">{version}</th>
                <td>{stateText(state)}</td>
                <td class="figure-cell">
                  {difficulty.toFixed(2)} <span class="soft small">± {difficultyError.toFixed(2)}</span>
                </td>
                <td class="figure-cell">{discrimination.toFixed(2)}</td>
                <td class="figure-cell">{responses}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** For programme owners: one item with its curve, its options and its versions. It tells the key. */
export function ItemPage({ params }: PageProps) {
  const { code = '', id = '' } = params
  const path = `/measurement/${encodeURIComponent(code)}/items/${encodeURIComponent(id)}`
  const found = useLoad(() => call<ItemAnalysis>('GET', path), [path])
  return (
    <Page
      area="measure"
      title={id}
      tab={`${id}, item analysis`}
      above={
        <p class="eyebrow">
          <a href={`/measure/${code}`}>Measurement, {code}</a>
        </p>
      }
    >
      <Loaded from={found} what="the analysis">
        {(analysis) => (
          <>
            <p>
              {analysis.task === null ? `Domain ${analysis.domain}` : `Task ${analysis.task}`}.{' '}
              {stateText(analysis.state)}.
            </p>
            <div class="prose item-stem">
              <RichText text={analysis.stem} />
            </div>
            <section class="section">
              <h2>Curve</h2>
              <Figure
                caption="Line: share correct as the parameters expect. Dots: as observed, in groups of candidates of like ability."
                draw={(width) => itemCurve({ id: 'curve', width, ...analysis })}
              />
            </section>
            <Gates analysis={analysis} path={path} onReleased={found.reload} />
            <Options analysis={analysis} />
            <Versions versions={analysis.versions} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
