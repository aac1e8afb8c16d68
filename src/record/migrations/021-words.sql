-- Exchanges by words of their place, occasion or note, as they are typed: pieces of three letters find the rows, not a walk over all.
create index exchange_words on exchange using gin ((coalesce(place, '') || ' ' || coalesce(occasion, '') || ' ' || coalesce(note, '')) gin_trgm_ops)
  with (fastupdate = off) where known_to = 'infinity';
