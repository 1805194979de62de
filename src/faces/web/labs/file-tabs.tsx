import { useRef, useState } from 'preact/hooks'
import type { FileFinding, LabFile } from '../../../domain/lab/types.ts'
import { placeText } from '../../../presentation/lab-text.ts'
import { RichLine } from '../parts/rich-text.tsx'
import { FileEditor } from './file-editor.tsx'
import type { LabWork } from './use-lab-work.ts'

const none: readonly FileFinding[] = []

type TabsProps = {
  readonly files: readonly LabFile[]
  readonly open: string
  readonly findings: readonly FileFinding[]
  readonly onOpen: (path: string) => void
}

const countText = (count: number): string => (count === 1 ? '1 finding' : `${count} findings`)

function Tabs({ files, open, findings, onOpen }: TabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const place = files.findIndex(({ path }) => path === open)
    const next = (place + step + files.length) % files.length
    onOpen(files[next]?.path ?? open)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <div class="lab-tabs" role="tablist" aria-label="Files" ref={list} onKeyDown={move}>
      {files.map(({ path }) => {
        const found = findings.filter((finding) => finding.path === path).length
        return (
          <button
            key={path}
            type="button"
            role="tab"
            class="lab-tab"
            id={`tab-${path}`}
            aria-selected={path === open}
            aria-controls={`panel-${path}`}
            tabIndex={path === open ? 0 : -1}
            onClick={() => onOpen(path)}
          >
            {path}
            {found === 0 ? null : <span class="mark mark-problem">{countText(found)}</span>}
          </button>
        )
      })}
    </div>
  )
}

function FindingList({ findings }: { readonly findings: readonly FileFinding[] }) {
  if (findings.length === 0) return null
  return (
    <ul class="lab-findings">
      {findings.map((finding, index) => (
        <li key={index} class={finding.level === 'error' ? 'is-error' : 'is-warning'}>
          <strong>{placeText(finding)}:</strong> {finding.text}
        </li>
      ))}
    </ul>
  )
}

/** The files of a lab, one editor each, with what their grammar finds as one types. */
export function FileTabs({ files, work }: { readonly files: readonly LabFile[]; readonly work: LabWork }) {
  const [open, setOpen] = useState(files[0]?.path ?? '')
  const findings = work.tried?.findings ?? none
  return (
    <div class="lab-files">
      <Tabs files={files} open={open} findings={findings} onOpen={setOpen} />
      {files.map((file) => (
        <div
          key={file.path}
          class="lab-panel"
          role="tabpanel"
          id={`panel-${file.path}`}
          aria-labelledby={`tab-${file.path}`}
          hidden={file.path !== open}
        >
          <p class="soft small">
            <RichLine text={file.note} />
          </p>
          <FileEditor
            file={file}
            text={work.files[file.path] ?? ''}
            findings={findings.filter(({ path }) => path === file.path)}
            onChange={(text) => work.write(file.path, text)}
          />
        </div>
      ))}
      <FindingList findings={findings} />
    </div>
  )
}
