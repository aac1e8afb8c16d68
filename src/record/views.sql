-- What questions read. Run again at every start: views carry no data.
-- Both views show all versions; a question says `known_from <= $asOf and known_to > $asOf`.
create or replace view shown_participant as
select p.*, coalesce(person.name, p.name) as shown_name, person.native_name
from participant p left join person on person.id = p.person_id;
create or replace view shown_exchange as
select e.*, (
    select coalesce(json_agg(json_build_object('name', coalesce(person.name, p.name), 'nativeName', person.native_name, 'person', p.person_id,
      'state', p.state, 'organization', p.organization_id, 'office', p.office, 'officeId', p.office_id, 'level', p.level, 'role', p.role) order by p.ordinal), '[]')
    from participant p left join person on person.id = p.person_id
    where p.exchange_id = e.id and p.known_from = e.known_from
  ) as participants
from exchange e where e.review <> 'rejected';
