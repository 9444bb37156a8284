import { z } from 'zod'

/** Names become keys of plain objects, where these already mean something. */
const isFree = (name: string): boolean => !(name in Object.prototype)
const TAKEN = 'tên này không dùng được'

export const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'tên bước chỉ gồm chữ thường không dấu, số và dấu gạch dưới')
  .refine(isFree, TAKEN)
export const flowName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'tên luồng chỉ gồm chữ thường không dấu, số và gạch nối')
  .refine(isFree, TAKEN)
export const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'khóa chỉ gồm chữ thường không dấu, số và gạch nối')
  .refine(isFree, TAKEN)
export const answerName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'tên câu trả lời viết liền, không dấu')
  .refine(isFree, TAKEN)
