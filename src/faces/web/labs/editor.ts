import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { yaml } from '@codemirror/lang-yaml'
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { FileFinding, FileLanguage } from '../../../domain/lab/types.ts'

/** Colours of the site's own tokens, which reach into the shadow tree in which the editor lives. */
const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--surface)', color: 'var(--ink)', fontSize: '0.9375rem' },
  '&.cm-focused': { outline: '3px solid var(--lichen)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.55', minHeight: '16rem' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.75rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--ink-soft)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--lichen-wash) 45%, transparent)',
  },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--lichen-wash)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
  },
  '.cm-diagnostic': { fontFamily: 'var(--font-text)', padding: '0.5rem 0.75rem' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--clay)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid var(--ochre)' },
})

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--lichen-deep)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: 'var(--ochre)' },
  { tag: [tags.comment], color: 'var(--ink-soft)', fontStyle: 'italic' },
  { tag: [tags.invalid], color: 'var(--clay)' },
])

const languages: Readonly<Record<FileLanguage, () => Extension>> = {
  json,
  yaml,
  javascript: () => [],
  guard: () => [],
  cedar: () => [],
}

/** An editor of one file. Tab leaves it, so that the keyboard is never caught. */
export type Editor = {
  readonly show: (findings: readonly FileFinding[]) => void
  readonly replace: (text: string) => void
  readonly focus: () => void
  readonly destroy: () => void
}

export type EditorSetup = {
  readonly host: HTMLElement
  readonly label: string
  readonly language: FileLanguage
  readonly text: string
  readonly onChange: (text: string) => void
}

function diagnosticOf(state: EditorState, { line, level, text }: FileFinding): Diagnostic {
  const at = state.doc.line(Math.min(Math.max(line ?? 1, 1), state.doc.lines))
  const first = at.from + (at.text.length - at.text.trimStart().length)
  return { from: Math.min(first, at.to), to: at.to, severity: level, message: text }
}

const extensionsOf = ({ label, language, onChange }: EditorSetup): Extension => [
  lineNumbers(),
  history(),
  drawSelection(),
  indentOnInput(),
  indentUnit.of('  '),
  bracketMatching(),
  highlightActiveLine(),
  lintGutter(),
  syntaxHighlighting(colours),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  languages[language](),
  theme,
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) onChange(update.state.doc.toString())
  }),
]

/**
 * Opens an editor in a shadow tree of its host: there its styles are adopted sheets, which the content security policy
 * lets pass, while style elements in the page are not.
 */
export function openEditor(setup: EditorSetup): Editor {
  const root = setup.host.shadowRoot ?? setup.host.attachShadow({ mode: 'open' })
  const state = EditorState.create({ doc: setup.text, extensions: extensionsOf(setup) })
  const view = new EditorView({ state, root, parent: root })
  return {
    show: (findings) => {
      view.dispatch(
        setDiagnostics(
          view.state,
          findings.map((finding) => diagnosticOf(view.state, finding)),
        ),
      )
    },
    replace: (text) => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}
