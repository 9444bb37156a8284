import type { Dossier } from '../../../dossiers/dossier.ts'
import type { AttachmentId } from '../../../kernel/ids.ts'
import { LARGEST_ZOOM, renderView, TURNS, type View } from '../view-query.ts'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'

interface ViewerProps {
  signedIn: SignedInAs
  dossier: Pick<Dossier, 'id' | 'code'>
  /** Every picture of the dossier, in the order they came. */
  pictures: readonly AttachmentId[]
  shown: AttachmentId
  view: View
}

/** One picture as large as the window, turned and enlarged by links; a script only spares the reloading. */
export const ViewerPage = ({ signedIn, dossier, pictures, shown, view }: ViewerProps) => {
  const at = pictures.indexOf(shown)
  const folder = `/staff/dossiers/${dossier.id}/files`
  const title = `Ảnh ${at + 1} trên ${pictures.length}`
  return (
    <Layout
      title={`${title} · ${dossier.code}`}
      signedIn={signedIn}
      at="dossiers"
      stylesheet="/staff/viewer.css"
      script="/staff/viewer.js"
      wide
    >
      <div class="viewer-head">
        <h1>
          {title} <span class="soft code">{dossier.code}</span>
        </h1>
        <a href={`/staff/dossiers/${dossier.id}`}>← Về hồ sơ</a>
      </div>
      <Tools {...{ pictures, shown, at, folder, view }} />
      <div class={view.beside ? 'stages two' : 'stages'}>
        <Stage id={shown} label={title} turn={view.turn} zoom={view.zoom} />
        {view.beside && <Stage id={view.beside} label={`Ảnh ${pictures.indexOf(view.beside) + 1}`} turn={0} zoom={1} />}
      </div>
      {pictures.length > 1 && (
        <ul class="files strip no-print">
          {pictures.map((id, i) => (
            <li key={id}>
              <a href={`${folder}/${id}`} {...(id === shown && { 'aria-current': 'true' as const })}>
                <img src={`/staff/files/${id}`} alt={`Ảnh ${i + 1}`} loading="lazy" width="96" height="96" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  )
}

interface StageProps extends Pick<View, 'turn' | 'zoom'> {
  id: AttachmentId
  label: string
}

/** Can be scrolled with the keyboard when the picture is larger than it. */
const Stage = ({ id, label, turn, zoom }: StageProps) => (
  <div class={`stage turn-${turn} zoom-${zoom}`} role="region" aria-label={label} tabIndex={0}>
    <div class="sheet">
      <img src={`/staff/files/${id}`} alt={label} />
    </div>
  </div>
)

interface ToolsProps extends Pick<ViewerProps, 'pictures' | 'shown' | 'view'> {
  at: number
  folder: string
}

const Tools = ({ pictures, shown, at, folder, view }: ToolsProps) => {
  const to = (change: Partial<View>) => `${folder}/${shown}${renderView({ ...view, ...change })}`
  const turned = (by: number) => TURNS[(TURNS.indexOf(view.turn) + by + 4) % 4]!
  const [before, after] = [pictures[at - 1], pictures[at + 1]]
  const other = after ?? before
  return (
    <nav class="tools no-print" aria-label="Xem ảnh">
      {before && <Tool href={`${folder}/${before}`} keys="ArrowLeft" label="← Ảnh trước" />}
      {after && <Tool href={`${folder}/${after}`} keys="ArrowRight" label="Ảnh sau →" />}
      <Tool href={to({ turn: turned(-1) })} look="turn--1" label="Xoay trái" />
      <Tool href={to({ turn: turned(1) })} look="turn-1" keys="r" label="Xoay phải" />
      <Tool href={to({ zoom: Math.min(LARGEST_ZOOM, view.zoom + 1) })} look="zoom-1" keys="+" label="Phóng to" />
      <Tool href={to({ zoom: Math.max(1, view.zoom - 1) })} look="zoom--1" keys="-" label="Thu nhỏ" />
      {view.beside ? (
        <Tool href={to({ beside: undefined })} label="Xem một ảnh" />
      ) : (
        other && <Tool href={to({ beside: other })} label="Xem hai ảnh cạnh nhau" />
      )}
      <a class="button plain" href={`/staff/files/${shown}`} target="_blank" rel="noopener">
        Ảnh gốc
      </a>
    </nav>
  )
}

/** `look`: what the script changes in place, `turn-1` or `zoom--1`. `keys`: the key that does the same. */
const Tool = ({ href, label, look, keys }: { href: string; label: string; look?: string; keys?: string }) => (
  <a class="button plain" href={href} data-look={look} data-key={keys}>
    {label}
  </a>
)
