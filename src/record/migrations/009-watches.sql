-- Watches: a question kept to be asked again, and what must change in its answer for somebody to be told.
create table watch (
  id text primary key, name text not null, question text not null, input jsonb not null,
  condition text not null, days int,               -- the condition's measure, where it has one
  webhook text, secret text,                       -- where a firing is sent, and what it is signed with
  seen jsonb,                                      -- what was observed when last asked; null: never asked
  round int not null default 0,                    -- grows with every look, so that of two at once only one counts
  checked_at timestamptz, fault text,              -- why it could not be asked; null: it could
  created_at timestamptz not null, created_by text not null, removed_at timestamptz not null default 'infinity'
);
create table firing (
  watch_id text not null, id text not null, at timestamptz not null, day date not null,
  what text not null, before text, after text not null, rows jsonb not null default '[]',
  delivery text not null default 'none',           -- 'none', 'waiting', 'delivered', 'given up'
  attempts int not null default 0, next_at timestamptz, fault text,
  primary key (watch_id, id)
);
create index firing_at on firing (at desc);
create index firing_waiting on firing (next_at) where delivery = 'waiting';

-- Keys to the feeds: only the hash is kept, so that nobody who reads the record can use them.
create table token (
  id text primary key, name text not null, hash text not null, created_at timestamptz not null, used_at timestamptz,
  revoked_at timestamptz not null default 'infinity'
);
create index token_hash on token (hash);

-- What was last recorded, newest first, is a range of the index.
create index exchange_known on exchange (known_from desc, id);
