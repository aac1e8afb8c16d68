// Rows by a key (Node 20 has no Map.groupBy).

/** Rows that share a key, in their order. */
export function groupRows<Row, Key>(rows: Iterable<Row>, key: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const at = key(row)
    const group = groups.get(at)
    if (group) group.push(row)
    else groups.set(at, [row])
  }
  return groups
}
