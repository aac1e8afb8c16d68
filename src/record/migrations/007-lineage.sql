-- A claim that a change moved or an undoing brought back is a copy: `lineage` is the id of the first of its line (null: itself).
alter table exchange_claim add column lineage text;
