-- How far the duties have followed the events. Axon's JDBC token store keeps its identity in the row named __config; it
-- stands here so that nodes that start together don't race for it.
create table command.token_entry
(
    processor_name varchar(255) not null,
    segment        int          not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    primary key (processor_name, segment)
);

grant select, insert, update, delete on command.token_entry to leerspoor_command;

insert into command.token_entry(processor_name, segment, token, token_type, timestamp)
values ('__config', 0, convert_to('{"config":{"id":"' || gen_random_uuid() || '"}}', 'UTF8'),
        'org.axonframework.eventhandling.tokenstore.ConfigToken',
        to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'));

-- What is to be done on a later day, as db-scheduler wants it; see DutyCalendarHandler. One row per duty whose day is still
-- to come: task_instance is the duty's id, execution_time its day.
create table command.scheduled_task
(
    task_name            text                     not null,
    task_instance        text                     not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    primary key (task_name, task_instance)
);

create index scheduled_task_by_time on command.scheduled_task (execution_time);
create index scheduled_task_by_heartbeat on command.scheduled_task (last_heartbeat);

grant select, insert, update, delete on command.scheduled_task to leerspoor_command;
