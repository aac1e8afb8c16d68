-- What the writer needs beside the record itself: packs loaded, who minted a row, what a claim's source was and when it spoke.

-- Packs loaded, by content: a start loads only what has changed.
create table pack (name text primary key, hash text not null, rows int not null, loaded_at timestamptz not null);

-- 'pack': replaced when the pack changes; 'filing': minted from a document; 'review': by a person.
alter table person add column minted_by text not null default 'pack';
alter table coverage add column rows int not null default 0;
alter table coverage add column minted_by text not null default 'pack';

-- When the source said it (a later report outranks an earlier announcement), for which side, how the text's own words ran,
-- how sure the reader was (0 to 1), and the exchange a reading's values were first filed under (a split goes back to it).
alter table exchange_claim add column asserted_on date;
alter table exchange_claim add column side_state text;
alter table exchange_claim add column confidence real not null default 1;
alter table exchange_claim add column filed_under text;
create index exchange_claim_shown on exchange_claim (exchange_id) where retracted_at = 'infinity';
create index exchange_version on exchange (id) where known_to = 'infinity';

-- The last instant written: instants only grow, whatever the machine's clock does.
create table record_clock (one int primary key, last_at timestamptz not null);

-- Every way a person's name is written, folded (no case, accents, marks): looked up by equality, then by trigrams.
create table person_name (
  person_id text not null, name text not null, folded text not null, sorted text not null, kind text not null,
  primary key (person_id, folded, kind)
);
create index person_name_sorted on person_name (sorted);
create index person_name_folded on person_name using gin (folded gin_trgm_ops);
