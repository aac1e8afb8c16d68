-- Whom a judgement merged into somebody: looked up with every filing.
create index person_merged on person (merged_into) where merged_into is not null;

-- Two states at one exchange, one row each pair (a before b) and version: what passed between two states is one probe, and its cost
-- that of the answer. Exchanges of more than eight states have no rows here; they are few, and found by their own small index.
create table pair (
  state_a text not null, state_b text not null, exchange_id text not null,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  earliest date, latest date, -- as `participant` has them
  primary key (exchange_id, known_from, state_a, state_b)
);
insert into pair
  select a, b, e.id, e.known_from, e.known_to, coalesce(e.earliest, e.latest), coalesce(e.latest, e.earliest)
  from exchange e, unnest(e.states) a, unnest(e.states) b
  where a collate "C" < b collate "C" and cardinality(e.states) <= 8 and e.review <> 'rejected';
create index pair_between on pair (state_a, state_b, latest, earliest) include (exchange_id, known_from, known_to);
create index exchange_wide on exchange using gin (states) with (fastupdate = off) where cardinality(states) > 8;

-- A participant's days are both known or both not (an open end is the other end), so that a window is a range of the index.
update participant set earliest = coalesce(earliest, latest), latest = coalesce(latest, earliest)
  where (earliest is null) <> (latest is null);
drop index participant_visit;
drop index participant_host;
create index participant_visit on participant (state, host_state, latest, earliest)
  include (exchange_id, known_from, known_to, level, person_id) where role = 'visitor';
create index participant_host on participant (host_state, level, latest, earliest)
  include (exchange_id, known_from, known_to, state, person_id) where role = 'visitor';
