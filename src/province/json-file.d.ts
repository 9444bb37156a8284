/** A file of province/. What it must hold is said in `province-format.ts` and looked at before anything else starts. */
declare const file: unknown
export default file
