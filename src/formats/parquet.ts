// Parquet: the flat table of exchanges, typed.
import { parquetWriteBuffer } from 'hyparquet-writer'
import { type Column, exchangeColumns } from './columns.ts'
import { collect, type ExportFormat } from './format.ts'

const types = { string: 'STRING', integer: 'INT32', boolean: 'BOOLEAN', date: 'STRING' } as const

/** Columns of `rows` as one Parquet file. Days are written as ISO text, as EDTF is. */
export function parquetTable<Row>(columns: Column<Row>[], rows: Row[]): Uint8Array {
  const columnData = columns.map((column) => ({
    name: column.name,
    type: types[column.type],
    nullable: true,
    data: rows.map((row) => column.value(row)),
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}

export const parquet: ExportFormat = {
  name: 'parquet',
  title: 'Parquet, one row an exchange',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  loses: ['who held which office', 'conflicting values', 'the words of the evidence'],
  async *write(slice) {
    yield parquetTable(exchangeColumns, await collect(slice.exchanges()))
  },
}
