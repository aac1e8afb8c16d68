// The Institute for Government's Ministers Database: a row an appointment of a UK minister.
import { InputError } from '../errors.ts'
import { readCsv } from './csv.ts'
import { readDay } from './edtfday.ts'
import { type ImportedTenure, type ImportFormat, startImport } from './imported.ts'

/** Columns of the IfG Ministers Database's appointments export. */
export const ifgImport: ImportFormat = {
  name: 'ifg',
  title: 'IfG Ministers Database: appointments (CSV)',
  read(text) {
    const rows = readCsv(text)
    if (rows[0] && !('minister_name' in rows[0].cells))
      throw new InputError(
        'This is no appointments file of the IfG database: it has no column minister_name.',
        'Export appointments with minister_name, role, department, start_date, end_date.',
      )
    const result = startImport()
    for (const { line, cells } of rows) {
      result.rows++
      result.lose(
        Object.keys(cells).filter(
          (c) =>
            !['minister_name', 'role', 'department', 'start_date', 'end_date', 'rank'].includes(c) &&
            cells[c],
        ),
      )
      const tenure = appointment(line, cells)
      if (typeof tenure === 'string') result.fail(line, tenure)
      else result.tenures.push(tenure)
    }
    return result
  },
}

function appointment(row: number, cells: Record<string, string>): ImportedTenure | string {
  if (!cells.minister_name || !cells.role) return 'minister_name or role is empty'
  const from = readDay(cells.start_date)
  if (!from) return `start_date "${cells.start_date ?? ''}" is no date`
  return {
    row,
    id: null,
    person: cells.minister_name,
    personState: 'GBR',
    office: cells.role.replace(/ \((acting|on leave)\)$/, ''),
    officeState: 'GBR',
    organization: cells.department || null,
    from,
    to: readDay(cells.end_date),
    acting: cells.role.endsWith('(acting)'),
    level: null,
    sources: [],
    source: cells,
  }
}
