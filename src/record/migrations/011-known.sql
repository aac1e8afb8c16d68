-- Since when the record has a tenure or membership: "as known on" reaches them too. '-infinity': before anybody noted it.
-- The tables keep what stands; what a new pack replaced goes to the table of the past, with the instant until which it stood.
alter table tenure add column known_from timestamptz not null default '-infinity';
alter table membership add column known_from timestamptz not null default '-infinity';
create table tenure_past (like tenure, known_to timestamptz not null, primary key (id, known_from));
create table membership_past (like membership, known_to timestamptz not null, primary key (id, known_from));
create index tenure_past_person on tenure_past (person_id);
create index membership_past_organization on membership_past (organization_id);
