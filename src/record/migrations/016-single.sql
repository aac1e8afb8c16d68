-- A state paired with itself: everything it took part in, in however large a company, is one probe too.
insert into pair
  select distinct s, s, e.id, e.known_from, e.known_to, coalesce(e.earliest, e.latest), coalesce(e.latest, e.earliest)
  from exchange e, unnest(e.states) s where e.review <> 'rejected';
