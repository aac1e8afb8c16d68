-- The embedded engine has no autovacuum to empty the pending lists of GIN indexes: every look-up would walk them.
alter index exchange_states set (fastupdate = off);
alter index statement_phrases set (fastupdate = off);
alter index person_name_folded set (fastupdate = off);
alter index document_lexemes set (fastupdate = off);
alter index document_sketch set (fastupdate = off);
