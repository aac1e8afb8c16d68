-- Lists of exchanges without a filter, in each of their orders: a page is read off an index, not sorted out of all rows (the keys are
-- those of `listing.ts`: days since the year 1). What is counted of the whole record is counted in an index that holds each value once.
create index exchange_newest on exchange ((coalesce(latest, earliest, '0001-01-01'::date) - '0001-01-01'::date) desc, id)
  where known_to = 'infinity' and review <> 'rejected';
create index exchange_oldest on exchange ((coalesce(earliest, latest, '9999-12-31'::date) - '0001-01-01'::date), id)
  where known_to = 'infinity' and review <> 'rejected';
create index exchange_by_level on exchange ((coalesce(level, 9) * 10000000 + (coalesce(latest, earliest, '0001-01-01'::date) - '0001-01-01'::date)), id)
  where known_to = 'infinity' and review <> 'rejected';
create index exchange_counted on exchange (review, confirmed) where known_to = 'infinity';
