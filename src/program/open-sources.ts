import { createSentFiles } from '../attachments/sent-files.ts'
import type { PictureSource } from '../conversation/words/messages.ts'
import type { SendPorts } from '../zalo/send.ts'
import type { openAttachments } from './open-attachments.ts'
import type { createPermitPapers } from './permit-papers.ts'

/** Where what a message shows comes from: permits are drawn, files that officers send are found. */
export function openSources(
  papers: Pick<ReturnType<typeof createPermitPapers>, 'pictures'>,
  stored: Pick<ReturnType<typeof openAttachments>, 'attachments' | 'files'>,
): Pick<SendPorts, 'pictures' | 'documents'> {
  const sent = createSentFiles(stored)
  const documents = async (of: PictureSource) => ('attachment' in of ? sent(of.attachment) : undefined)
  return {
    documents,
    pictures: async (of) => {
      if ('attachment' in of) return documents(of)
      const drawn = await papers.pictures(of)
      return drawn && { content: drawn.png, fileName: drawn.fileName }
    },
  }
}
