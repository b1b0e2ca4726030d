-- Since when an event is under a signature: the first checkpoint that reaches as far as it.
create index log_checkpoint_position on eventstore.log_checkpoint (last_position, number);
