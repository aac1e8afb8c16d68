-- Collections of documents, kept from accounts that have not got them by row-level security. The owner of the tables passes by; an account
-- with collections asks as a role of its own (collections.ts), which sees what `chancery.collections` names, and 'public'.
alter table account add column collections text[];  -- null: everything
create index document_closed on document (id) where collection <> 'public';

-- What a document that is not public told of, by that document's collection: the values shown of an exchange are of all that is told of it,
-- so it is shown to those alone who have all of those collections. An exchange within such a one is kept with it.
create table closed_exchange (exchange_id text not null, collection text not null);
create index closed_exchange_id on closed_exchange (exchange_id);

-- A document goes into the collection that the transaction names, whatever writes it.
create or replace function collect_document() returns trigger language plpgsql as $$ begin
  new.collection := coalesce(nullif(current_setting('chancery.collection', true), ''), new.collection);
  return new;
end $$;
create trigger document_collected before insert on document for each row execute function collect_document();

create or replace function close_within(told text[], by text[]) returns void language sql as $$
  with recursive closing(exchange_id, collection) as (
    select * from unnest(told, by)
    union
    select e.id, c.collection from closing c join exchange e on e.part_of = c.exchange_id
  )
  insert into closed_exchange select * from closing where not exists (
    select from closed_exchange there where there.exchange_id = closing.exchange_id and there.collection = closing.collection)
$$;
create or replace function close_told() returns trigger language plpgsql as $$ begin
  perform close_within(array_agg(a.exchange_id), array_agg(d.collection))
    from added a join document d on d.id = a.document_id where d.collection <> 'public' having count(*) > 0;
  return null;
end $$;
create trigger exchange_claim_closes after insert on exchange_claim
  referencing new table as added for each statement execute function close_told();
create or replace function close_part() returns trigger language plpgsql as $$ begin
  perform close_within(array_agg(a.id), array_agg(c.collection))
    from added a join closed_exchange c on c.exchange_id = a.part_of having count(*) > 0;
  return null;
end $$;
create trigger exchange_part_closes after insert on exchange
  referencing new table as added for each statement execute function close_part();
create trigger exchange_part_moves after update on exchange
  referencing new table as added for each statement execute function close_part();

-- A document that is put elsewhere takes what it told of along; what is taken out of every collection stays closed with those that also told of it.
create or replace function move_document() returns trigger language plpgsql as $$ begin
  if new.collection is not distinct from old.collection then return null; end if;
  if old.collection <> 'public' then
    delete from closed_exchange c where c.collection = old.collection and c.exchange_id in (
      select exchange_id from exchange_claim where document_id = new.id)
      and not exists (select from exchange_claim o join document d on d.id = o.document_id
                      where o.exchange_id = c.exchange_id and d.collection = old.collection)
      and not exists (select from exchange e join closed_exchange p on p.exchange_id = e.part_of and p.collection = old.collection
                      where e.id = c.exchange_id);
  end if;
  if new.collection <> 'public' then
    perform close_within(array_agg(distinct exchange_id), array_fill(new.collection, array[count(distinct exchange_id)::int]))
      from exchange_claim where document_id = new.id having count(*) > 0;
  end if;
  return null;
end $$;
create trigger document_moved after update on document for each row execute function move_document();

create or replace function allowed_collections() returns text[] language sql stable as
  $$ select array_append(nullif(current_setting('chancery.collections', true), '')::text[], 'public') $$;

alter table document enable row level security;
create policy collections on document using (collection = any ((select allowed_collections())::text[]));
do $$ declare name text; begin
  foreach name in array array['snapshot', 'document_run', 'text_claim'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy collections on %I using (exists (select from document d where d.id = document_id))', name);
  end loop;
  foreach name in array array['participant', 'pair', 'exchange_claim', 'readout'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy collections on %1$I using (not exists (select from closed_exchange c
      where c.exchange_id = %1$I.exchange_id and c.collection <> all ((select allowed_collections())::text[])))', name);
  end loop;
  -- As restrictive ones: these have to hold too.
  foreach name in array array['exchange_claim', 'readout'] loop
    execute format('create policy documents on %I as restrictive
      using (document_id is null or exists (select from document d where d.id = document_id))', name);
  end loop;
end $$;
alter table exchange enable row level security;
create policy collections on exchange using (not exists (select from closed_exchange c
  where c.exchange_id = exchange.id and c.collection <> all ((select allowed_collections())::text[])));
alter table statement enable row level security;
create policy collections on statement using (exists (select from document d where d.id = document_id));
-- Whom a document named first, and nobody knew, is known to those who have that document.
alter table person enable row level security;
create policy collections on person
  using (minted_by <> 'filing' or exists (select from document d where 'document:' || d.id = any (person.sources)));
alter table person_name enable row level security;
create policy collections on person_name using (exists (select from person p where p.id = person_id));
