-- The record. Reference tables (states … tenures) are small and whole on every node; exchange, participant and exchange_claim
-- share the exchange id, so that they can be laid side by side when the record outgrows one machine (docs/notes/citus.md).
-- No foreign key or unique key leaves out that id. Every id is minted by the writer: a hash of content or a pack's own id.

-- Reference tables ---------------------------------------------------------------------------------------------------
create table state (
  id text primary key, name text not null, names text[] not null default '{}', demonyms text[] not null default '{}',
  capital text, confirmed boolean not null, sources text[] not null default '{}'
);
create table organization (
  id text primary key, name text not null, names text[] not null default '{}', kind text not null, founded text,
  confirmed boolean not null, sources text[] not null default '{}'
);
create table membership (
  id text primary key, organization_id text not null, state_id text not null, role text not null,
  valid daterange not null, from_text text, to_text text, confirmed boolean not null, sources text[] not null default '{}', note text
);
create index membership_organization on membership (organization_id, role);
create table office (
  id text primary key, state_id text, organization_id text, title text not null, titles text[] not null default '{}',
  body text, level smallint not null, ranks jsonb not null default '[]', confirmed boolean not null, sources text[] not null default '{}'
);
create table person (
  id text primary key, name text not null, native_name text, aliases text[] not null default '{}', state_id text,
  -- the person this one was merged into by a judgement; null: its own
  merged_into text, confirmed boolean not null, sources text[] not null default '{}'
);
create table tenure (
  id text primary key, person_id text not null, office_id text not null, valid daterange not null,
  from_text text, to_text text, place_in_body int, acting boolean not null default false,
  confirmed_from boolean not null, confirmed_to boolean not null, sources text[] not null default '{}'
);
create index tenure_person on tenure using gist (person_id, valid);
create index tenure_office on tenure using gist (office_id, valid);

-- Documents ----------------------------------------------------------------------------------------------------------
create table document (
  id text primary key,                       -- hash of publisher, url or title, and text
  title text, publisher text, url text, published_on date, genre text, side_state text, language text,
  text text not null, text_hash text not null, origin text, -- copies of one wire share an origin
  reliability smallint not null default 3,   -- 1 official text … 6 unknown
  collection text not null default 'public', recorded_at timestamptz not null, reading jsonb, reader text
);
create index document_text_hash on document (text_hash);
create index document_published on document (published_on desc);
create table snapshot (
  id text not null, document_id text not null, bytes bytea not null, media_type text not null, bytes_hash text not null,
  retrieved_at timestamptz not null, url text, primary key (document_id, id)
);

-- Exchanges: the values shown, one row a version. known_to = 'infinity' is the one shown now -------------------------------
create table exchange (
  id text not null, known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  kind text not null, grade text, status text not null,
  occurred_on text, earliest date, latest date,   -- EDTF and its first and last possible day; null: no date known
  place text, host_state text, states text[] not null, format text, occasion text, part_of text,
  confirmed boolean not null, basis text, note text, remote boolean not null default false,
  level smallint,                                  -- best level of any participant
  review text not null default 'accepted',         -- 'proposed', 'accepted', 'rejected'
  announced_on text,
  primary key (id, known_from)
);
create index exchange_shown on exchange (latest desc, earliest);
create index exchange_part on exchange (part_of) where part_of is not null;
create index exchange_states on exchange using gin (states);
create table participant (
  exchange_id text not null, known_from timestamptz not null, known_to timestamptz not null default 'infinity', ordinal smallint not null,
  person_id text, name text, state text, organization_id text, office_id text, office text, offices text[] not null default '{}',
  level smallint, role text not null, capacity text,
  -- from the exchange, by the one writer: what questions filter on
  host_state text, kind text not null, status text not null, earliest date, latest date, confirmed boolean not null,
  primary key (exchange_id, known_from, ordinal)
);
-- "highest", "last", "gap", "pace": one probe. No index is limited to the versions shown now: one plan serves every as-known-on day
create index participant_visit on participant (state, host_state, level, earliest desc) include (exchange_id, person_id, latest, known_from, known_to)
  where role = 'visitor';
create index participant_person on participant (person_id, earliest) include (exchange_id, latest, known_from, known_to);
create index participant_state on participant (state, earliest) include (exchange_id, host_state, latest, level, known_from, known_to);

-- Claims: one value of one property of one exchange, asserted by one document at one place (or an import row, or a person) --
create table exchange_claim (
  id text not null, exchange_id text not null, property text not null, value jsonb not null,
  document_id text, evidence jsonb, source_url text, import_row jsonb,
  reader text, actor text, reason text, status text not null default 'accepted', -- proposed, accepted, rejected, superseded
  reliability smallint not null default 3, origin text,
  recorded_at timestamptz not null, retracted_at timestamptz not null default 'infinity',
  primary key (exchange_id, id)
);
create index exchange_claim_document on exchange_claim (document_id);
create table statement (
  id text not null, document_id text not null, exchange_id text, speaker text, person_id text, state text, office text,
  quote text not null, direct boolean not null, evidence jsonb not null, topics text[] not null default '{}',
  phrases text[] not null default '{}', said_on date, recorded_at timestamptz not null, retracted_at timestamptz not null default 'infinity',
  primary key (document_id, id)
);
create index statement_person on statement (person_id, said_on);
create index statement_phrases on statement using gin (phrases);
create table text_claim (
  id text not null, document_id text not null, kind text not null, claim jsonb not null, evidence jsonb not null,
  recorded_at timestamptz not null, retracted_at timestamptz not null default 'infinity', primary key (document_id, id)
);
-- Readouts held (or known of) for one exchange, by side
create table readout (
  id text not null, exchange_id text not null, state text not null, document_id text, url text, publisher text,
  official boolean not null, topics text[] not null default '{}', recorded_at timestamptz not null, primary key (exchange_id, id)
);

-- Judgements, ledger, coverage ---------------------------------------------------------------------------------------------
create table judgement (
  id text primary key, kind text not null, subject text not null, object text, score real, reason text not null, actor text not null,
  before jsonb not null, made_at timestamptz not null, undone_at timestamptz
);
create table ledger (
  id text primary key, at timestamptz not null, actor text not null, action text not null, subject text, detail jsonb not null default '{}'
);
create table coverage (
  id text primary key, source text not null, state_a text, state_b text, class text, valid daterange not null, note text
);
