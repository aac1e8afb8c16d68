-- Documents that wait for a worker to read and file them. Who takes one has it until next_at; then it is anybody's again.
create table queued (
  id text primary key,                             -- of the document it will be: the same twice waits once
  source jsonb not null, state text not null default 'waiting',       -- 'waiting', 'filed', 'dead'
  attempts int not null default 0, next_at timestamptz not null, lease text,
  added_at timestamptz not null, done_at timestamptz, fault text
);
create index queued_due on queued (next_at) where state = 'waiting';
