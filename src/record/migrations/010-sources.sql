-- What an address gave when it was last asked: the tags for asking again, the hash of its bytes, the document filed from it.
create table retrieval (
  url text primary key, document_id text, etag text, last_modified text, bytes_hash text,
  checked_at timestamptz not null, changed_at timestamptz not null
);

-- Sources watched: a page, feed or sitemap, how often, what came of the last run, how many runs failed since one that did not.
create table source (
  id text primary key, url text not null, name text, every_minutes int not null, added_at timestamptz not null, added_by text not null,
  paused boolean not null default false, next_run_at timestamptz not null, last_run_at timestamptz, failures int not null default 0,
  last_error text, filed int not null default 0, last_filed int, last_unchanged int, last_failed int
);
create index source_due on source (next_run_at) where not paused;

-- Events coded by machines from the news, in bulk: never exchanges, counted by their own rule. A partition a year, made by the import;
-- the default one takes what a restored backup brings.
create table coded_event (
  source text not null, id text not null, occurred_on date not null,
  -- states of the two actors (alpha-3); null: none, or an actor of no state
  source_state text, target_state text,
  -- as the data set writes it, and its CAMEO root or PLOVER type
  code text not null, kind text not null, intensity real, mentions int, url text,
  file text not null, row_number int not null,
  primary key (occurred_on, source, id)
) partition by range (occurred_on);
create table coded_event_other partition of coded_event default;
create index coded_event_pair on coded_event (source_state, target_state, occurred_on) include (source, kind, mentions);
