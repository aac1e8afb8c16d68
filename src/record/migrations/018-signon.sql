-- Whom others vouch for: 'proxy NAME' or 'oidc ISSUER SUBJECT', and the account they come in as. An account made for one has no password ('').
create table sign_on (
  identity text primary key, account text not null, linked_at timestamptz not null
);
create index sign_on_account on sign_on (account);
