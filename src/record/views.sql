-- What questions read. Run again at every start: views carry no data.
-- Who asks needs the right to the rows (security_invoker): else a view would show what row-level security keeps back.
-- Both views show all versions; a question says `known_from <= $asOf and known_to > $asOf`.
create or replace view shown_participant with (security_invoker = true) as
select p.*, coalesce(person.name, p.name) as shown_name, person.native_name
from participant p left join person on person.id = p.person_id;
create or replace view shown_exchange with (security_invoker = true) as
select e.*, (
    select coalesce(json_agg(json_build_object('name', coalesce(person.name, p.name), 'nativeName', person.native_name, 'person', p.person_id,
      'state', p.state, 'organization', p.organization_id, 'office', p.office, 'officeId', p.office_id, 'level', p.level, 'role', p.role) order by p.ordinal), '[]')
    from participant p left join person on person.id = p.person_id
    where p.exchange_id = e.id and p.known_from = e.known_from
  ) as participants
from exchange e where e.review <> 'rejected';
-- Tenures and memberships in every version: `known_from <= $asOf and known_to > $asOf`, as above.
create or replace view known_tenure with (security_invoker = true) as
select id, person_id, office_id, valid, from_text, to_text, place_in_body, acting, confirmed_from, confirmed_to, sources, known_from,
  'infinity'::timestamptz as known_to from tenure
union all
select id, person_id, office_id, valid, from_text, to_text, place_in_body, acting, confirmed_from, confirmed_to, sources, known_from, known_to from tenure_past;
create or replace view known_membership with (security_invoker = true) as
select id, organization_id, state_id, role, valid, from_text, to_text, confirmed, sources, note, known_from, 'infinity'::timestamptz as known_to from membership
union all
select id, organization_id, state_id, role, valid, from_text, to_text, confirmed, sources, note, known_from, known_to from membership_past;
