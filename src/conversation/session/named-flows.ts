/** The flow that greets and offers the others. */
export const MENU_FLOW = 'menu'

/** The flow in which a citizen answers an officer's question. Started by the program with the facts of the question. */
export const SUPPLEMENT_FLOW = 'bo-sung'
