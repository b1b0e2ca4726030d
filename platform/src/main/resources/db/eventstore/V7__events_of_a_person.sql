-- By what the streams of one person, and those of one trajectory, are found without going through all events. Each index
-- is small: it has one kind of event only. They are made while others append; what a start that died left is made anew.

-- What isn't JSON has no members: who tampers is to be noticed by the proof, and not to break appending.
create or replace function eventstore.payload_member(payload bytea, member text) returns text
    language plpgsql
    immutable
    strict
    set search_path = ''
as
$$
begin
    return convert_from(payload, 'UTF8')::jsonb ->> member;
exception
    when others then return null;
end
$$;

drop index concurrently if exists eventstore.candidates_of_a_person;
create index concurrently candidates_of_a_person
    on eventstore.domain_event_entry (eventstore.payload_member(payload, 'personId'))
    where payload_type = 'candidate.CandidateRegistered';

drop index concurrently if exists eventstore.merges_into_a_person;
create index concurrently merges_into_a_person
    on eventstore.domain_event_entry (eventstore.payload_member(payload, 'intoPersonId'))
    where payload_type = 'candidate.CandidateMerged';

drop index concurrently if exists eventstore.namings_of_a_contact_person;
create index concurrently namings_of_a_contact_person
    on eventstore.domain_event_entry (eventstore.payload_member(payload, 'contactPersonId'))
    where payload_type = 'leerbedrijf.ContactPersonNamed';

drop index concurrently if exists eventstore.erasures;
create index concurrently erasures
    on eventstore.domain_event_entry (global_index)
    where payload_type in ('candidate.PersonalDataErased', 'supervisor.PersonalDataErased',
                           'leerbedrijf.PersonalDataErased');

drop index concurrently if exists eventstore.streams_of_a_trajectory;
create index concurrently streams_of_a_trajectory
    on eventstore.domain_event_entry (eventstore.payload_member(payload, 'trajectoryId'))
    where sequence_number = 0 and type in ('praktijkovereenkomst', 'verklaring', 'duty');
