-- Phrases are looked for anywhere in what was said; a matrix names statements by their id.
create index statement_quote on statement using gin (lower(quote) gin_trgm_ops) with (fastupdate = off);
create index statement_id on statement (id);
do $$ begin
  if version() not ilike '%emscripten%' and version() not ilike '%pglite%' then
    alter index statement_quote set (fastupdate = on, gin_pending_list_limit = 1024);
  end if;
end $$;
-- How much was heard of a state, year by year.
create index statement_state on statement (state, said_on) include (recorded_at, retracted_at);
