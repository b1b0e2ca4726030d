-- How far each projection has read. Axon's JDBC token store keeps its identity in the row named __config; it stands here
-- so that nodes that start together don't race for it.
create table query.token_entry
(
    processor_name varchar(255) not null,
    segment        int          not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    primary key (processor_name, segment)
);

grant usage on schema query to leerspoor_projector, leerspoor_query;
grant select, insert, update, delete on query.token_entry to leerspoor_projector;
grant select on query.token_entry to leerspoor_query;

insert into query.token_entry(processor_name, segment, token, token_type, timestamp)
values ('__config', 0, convert_to('{"config":{"id":"' || gen_random_uuid() || '"}}', 'UTF8'),
        'org.axonframework.eventhandling.tokenstore.ConfigToken',
        to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'));
