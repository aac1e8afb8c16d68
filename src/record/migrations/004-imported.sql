-- Offices and tenures that an import brought stay when the packs change.
alter table office add column minted_by text not null default 'pack';
alter table tenure add column minted_by text not null default 'pack';
