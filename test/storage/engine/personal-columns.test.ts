import { describe, expect, it } from 'vitest'
import type { Codec } from '../../../src/storage/engine/codec.ts'
import { postgresKit, sqliteKit } from '../../../src/storage/engine/column-kit.ts'
import { formats } from '../../../src/storage/engine/formats.ts'
import { personalTables } from '../../../src/storage/engine/personal-columns.ts'
import { postgresSchema, sqliteSchema } from '../../../src/storage/engine/schema.ts'

describe.each([
  ['SQLite', sqliteKit, sqliteSchema],
  ['PostgreSQL', postgresKit, postgresSchema],
])('the personal columns on %s', (_, kit, schema) => {
  /** Two tables that are not in the schema, as somebody may add them. */
  const added = (codec: Codec) => {
    const { table, text, int, ms, json, sequence, primaryKey, personalText, personalJson, personalBytes } = kit(codec)
    return {
      notes: table(
        'desk_notes',
        {
          desk: text().notNull(),
          number: int().notNull(),
          writtenBy: personalText('desk_notes.written_by').notNull(),
          actor: personalJson('desk_notes.actor', formats.actor),
          photo: personalBytes('desk_notes.photo'),
          judged: json(formats.judged),
          at: ms().notNull(),
        },
        (t) => [primaryKey({ columns: [t.desk, t.number] })],
      ),
      visits: table('visits', { seq: sequence(), name: personalText('visits.name') }),
      hours: table('hours', { day: text().primaryKey(), from: int() }),
    }
  }

  it('are those that were made as such, of whichever kind, in tables that nobody listed', () => {
    const found = personalTables(added).map(({ name, key, columns }) => ({
      name,
      key: key.map((column) => column.name),
      columns: columns.map((column) => [column.name, column.field, column.place]),
    }))
    expect(found).toEqual([
      {
        name: 'desk_notes',
        key: ['desk', 'number'],
        columns: [
          ['desk_notes.written_by', 'writtenBy', 'desk_notes.written_by'],
          ['desk_notes.actor', 'actor', 'desk_notes.actor'],
          ['desk_notes.photo', 'photo', 'desk_notes.photo'],
        ],
      },
      { name: 'visits', key: ['seq'], columns: [['visits.name', 'name', 'visits.name']] },
    ])
  })

  it('of the schema are all that it takes to the codec, each table with a key to go by', () => {
    const made: string[] = []
    schema((place) => {
      made.push(place)
      return {
        encode: String,
        decode: String,
        encodeBytes: (it) => it,
        decodeBytes: (it) => it,
        keyOf: () => undefined,
        mark: (word) => word,
        marks: (word) => [word],
      }
    })
    const tables = personalTables(schema)
    expect(tables.flatMap(({ columns }) => columns.map(({ place }) => place)).sort()).toEqual(made.sort())
    expect(tables.filter(({ key }) => key.length === 0)).toEqual([])
  })

  it('know that a pair of tokens that was replaced stays bound to where it was written', () => {
    const columns = personalTables(schema).flatMap(({ columns }) => columns)
    expect(columns.filter(({ name, place }) => name !== place).map(({ name, place }) => [name, place])).toEqual([
      ['zalo_tokens.previous', 'zalo_tokens.pair'],
    ])
  })
})
