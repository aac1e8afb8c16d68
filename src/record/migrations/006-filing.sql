-- Filing: the smallest four hashes of a document's sketch, one look-up each, in place of a GIN index over all thirty-two.
create table document_run (hash bigint not null, document_id text not null, primary key (hash, document_id));
insert into document_run select hash, id from document, unnest(sketch[1:4]) as hash on conflict do nothing;
drop index document_sketch;
create index statement_exchange on statement (exchange_id) where exchange_id is not null;
