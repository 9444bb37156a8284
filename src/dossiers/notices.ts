/** What somebody at the desk is told of a dossier. `soon`, `late`: to who works on it; the others to the leaders. */
export type NoticeKind = 'soon' | 'late' | 'leader soon' | 'leader late' | 'idle' | 'returned' | 'answer overdue'
