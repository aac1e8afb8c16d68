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

-- Every way a person's name is written, folded (no case, accents, marks): looked up by equality, by sound, by trigrams.
create table person_name (
  person_id text not null, name text not null, folded text not null, sorted text not null, sound text not null, kind text not null,
  primary key (person_id, folded, kind)
);
create index person_name_sorted on person_name (sorted);
create index person_name_sound on person_name (sound);
create index person_name_folded on person_name using gin (folded gin_trgm_ops);
create index exchange_claim_person on exchange_claim ((value->>'person')) where property = 'participant';

-- Why a participant's name was taken for that person; null: the source's own id, or a pack row.
alter table exchange_claim add column why text;

-- 'made', 'proposed' (waits for a person), 'dismissed'; and the line of the ledger that made it, which undoes it.
alter table judgement add column state text not null default 'made';
alter table judgement add column ledger_id text;
create index judgement_waiting on judgement (subject) where state = 'proposed';

-- A change of claims that can be taken back: what it retracted and what it put in their place.
alter table ledger add column undoes text;
create index ledger_at on ledger (at desc);

-- Search: lexemes of title and text, with Chinese, Japanese and Korean words cut by the writer. Sketch: the smallest hashes of
-- the text's five-word runs; copies of one wire share most of them.
alter table document add column lexemes tsvector;
alter table document add column sketch bigint[] not null default '{}';
create index document_lexemes on document using gin (lexemes);
create index document_sketch on document using gin (sketch);
create index document_url on document (url);

-- Each reviewer's word on each claim; agreement is counted from these.
create table review (
  exchange_id text not null, id text not null, claim_id text not null, property text not null, actor text not null,
  decision text not null, reason text, at timestamptz not null, primary key (exchange_id, id)
);
create index exchange_claim_filed on exchange_claim (filed_under) where retracted_at = 'infinity';
create index exchange_claim_part on exchange_claim (value) where property = 'partOf' and retracted_at = 'infinity';
