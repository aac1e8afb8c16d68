-- Who may use a record that is served to others. A removed name stays taken, so that what the audit log says of it stays true of one person.
create table account (
  name text primary key, role text not null, password text not null, created_at timestamptz not null,
  password_at timestamptz not null, removed_at timestamptz not null default 'infinity'
);
-- Signed in, until when; of the words in the browser's cookie only the hash.
create table session (
  hash text primary key, account text not null, created_at timestamptz not null, expires_at timestamptz not null
);
create index session_account on session (account);

-- What a token opens: 'feeds', or the API as one of the roles.
alter table token add column scope text not null default 'feeds';
alter table token add column expires_at timestamptz not null default 'infinity';

-- Every login and every write that came over the network, as it came. Lines are added; nobody changes or removes one.
create table audit (
  id text primary key, at timestamptz not null, actor text not null, address text,
  action text not null, subject text, status int not null
);
create index audit_at on audit (at desc, id);
create or replace function audit_stands() returns trigger language plpgsql as
  $$ begin raise exception 'the audit log is only added to'; end $$;
create trigger audit_rows_stand before update or delete on audit for each row execute function audit_stands();
create trigger audit_stands before truncate on audit for each statement execute function audit_stands();
