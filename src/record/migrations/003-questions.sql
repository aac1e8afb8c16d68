-- "norm": everybody of a level whom a state received, one probe whatever state they came from.
create index participant_host on participant (host_state, level, earliest) include (exchange_id, state, person_id, latest, known_from, known_to)
  where role = 'visitor';
