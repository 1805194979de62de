import { Facts } from '../parts/facts.tsx'
import { type CloudAnswer, viewAnswer } from './answer-view.ts'

type Props = { readonly model: string; readonly answer: CloudAnswer }

/** One answer: verdict, reason, how it came about, and the JSON it was read from. */
export function AnswerCard({ model, answer }: Props) {
  const { verdict, reason, facts, trails } = viewAnswer(model, answer)
  return (
    <article class="card cloud-answer">
      <p class="row">
        <span class={`mark ${verdict.look}`}>
          <span aria-hidden="true">{verdict.glyph}</span> {verdict.word}
        </span>
        {answer.id === undefined ? null : <span class="soft small">{String(answer.id)}</span>}
      </p>
      <p>{reason}</p>
      {facts.length === 0 ? null : <Facts facts={facts} />}
      {trails.map(({ title, lines }) => (
        <section key={title} class="cloud-trail">
          <h3>{title}</h3>
          <ol>
            {lines.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ol>
        </section>
      ))}
      <details>
        <summary>Answer as JSON</summary>
        <pre class="cloud-json">
          <code>{JSON.stringify(answer, null, 2)}</code>
        </pre>
      </details>
    </article>
  )
}
