import { type Block, type Inline, parseInline, parseRichText } from '../../../presentation/rich-text.ts'

function Run({ run }: { readonly run: Inline }) {
  if (run.kind === 'code') return <code>{run.text}</code>
  if (run.kind === 'bold')
    return (
      <strong>
        <Runs runs={run.children} />
      </strong>
    )
  return <>{run.text}</>
}

function Runs({ runs }: { readonly runs: readonly Inline[] }) {
  return (
    <>
      {runs.map((run, index) => (
        <Run key={index} run={run} />
      ))}
    </>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  if (block.kind === 'code')
    return (
      <pre>
        <code>{block.text}</code>
      </pre>
    )
  if (block.kind === 'paragraph')
    return (
      <p>
        <Runs runs={block.children} />
      </p>
    )
  return (
    <ul>
      {block.items.map((item, index) => (
        <li key={index}>
          <Runs runs={item} />
        </li>
      ))}
    </ul>
  )
}

/** Item text as elements, from its allow-list; nothing in it is ever read as markup. */
export function RichText({ text }: { readonly text: string }) {
  return (
    <div class="rich-text">
      {parseRichText(text).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  )
}

/** Item text that must stay on one line, such as an option's. */
export function RichLine({ text }: { readonly text: string }) {
  return <Runs runs={parseInline(text)} />
}
