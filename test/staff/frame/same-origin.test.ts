import { expect, it } from 'vitest'
import { isOwnForm } from '../../../src/staff/frame/same-origin.ts'

it.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://dvc.example.vn' }, false],
  [{ origin: 'https://dvc.example.vn' }, true],
  [{ origin: 'https://evil.example' }, false],
  [{ origin: 'https://dvc.example.vn.evil.example' }, false],
  [{ origin: 'null' }, false],
  [{ origin: '' }, false],
  [{}, true],
])('takes a form with %j for ours: %s', (headers, expected) => {
  expect(isOwnForm(headers, 'dvc.example.vn')).toBe(expected)
})
