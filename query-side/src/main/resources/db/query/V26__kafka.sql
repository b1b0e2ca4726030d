-- Up to where published events are on Kafka, and which node brings the next.
create table query.kafka_place
(
    topic_prefix text primary key,
    position     bigint not null check (position >= 0),
    node         text,
    lease_until  timestamptz
);

comment on table query.kafka_place is 'Written once the broker has what is below it: it may have more, and never has less';

grant select, insert, update on query.kafka_place to leerspoor_projector;
