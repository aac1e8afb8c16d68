-- Filing writes fewer indexes. The primary key finds the claims of an exchange by its first column; a claim is filed under another
-- exchange than its own only where a judgement moved it.
drop index exchange_claim_shown;
drop index exchange_claim_filed;
create index exchange_claim_moved on exchange_claim (filed_under) where filed_under <> exchange_id and retracted_at = 'infinity';

-- What is known of one state only: it has no row by pair.
create index exchange_alone on exchange ((states[1]), latest) where cardinality(states) = 1;

-- A server has autovacuum to empty the pending list of this index, which takes the words of many documents at once; it is kept short
-- for whoever searches meanwhile.
do $$ begin
  if version() not ilike '%emscripten%' and version() not ilike '%pglite%' then
    alter index document_lexemes set (fastupdate = on, gin_pending_list_limit = 1024);
  end if;
end $$;
