-- The events as people with SQL want to read them.

create view eventstore.event_log as
select global_index                                                         as position,
       event_identifier::uuid                                               as event_id,
       type                                                                 as stream_type,
       aggregate_identifier::uuid                                           as stream_id,
       sequence_number                                                      as version,
       payload_type                                                         as name,
       payload_revision::int                                                as revision,
       convert_from(payload, 'UTF8')::jsonb                                 as payload,
       (convert_from(payload, 'UTF8')::jsonb ->> 'effectiveOn')::date       as effective_on,
       (convert_from(meta_data, 'UTF8')::jsonb ->> 'recordedAt')::timestamptz as recorded_at,
       convert_from(meta_data, 'UTF8')::jsonb ->> 'recordedBy'              as recorded_by,
       convert_from(meta_data, 'UTF8')::jsonb                               as metadata
from eventstore.domain_event_entry;

comment on view eventstore.event_log is 'Every event as JSON, for people with SQL';

grant select on eventstore.event_log to leerspoor_projector;
