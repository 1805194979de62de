import { useEffect, useRef } from 'preact/hooks'
import type { FileFinding, LabFile } from '../../../domain/lab/types.ts'
import { type Editor, openEditor } from './editor.ts'

type FileEditorProps = {
  readonly file: LabFile
  /** What the editor opens with, and takes over whenever it becomes another text than its own. */
  readonly text: string
  readonly findings: readonly FileFinding[]
  readonly onChange: (text: string) => void
}

/** The editor of one file, with what was found wrong in it. */
export function FileEditor({ file, text, findings, onChange }: FileEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const own = useRef(text)
  const changed = useRef(onChange)
  changed.current = onChange
  useEffect(() => {
    if (host.current === null) return
    editor.current = openEditor({
      host: host.current,
      label: file.path,
      language: file.language,
      text: own.current,
      onChange: (next) => {
        own.current = next
        changed.current(next)
      },
    })
    return () => editor.current?.destroy()
  }, [file.path])
  useEffect(() => {
    if (text !== own.current) editor.current?.replace(text)
  }, [text])
  useEffect(() => editor.current?.show(findings), [findings])
  return <div class="lab-editor" ref={host} />
}
