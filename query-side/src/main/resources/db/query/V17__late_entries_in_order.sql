-- what came late by the days that it was late and by the day from which it holds, of all regions and of one
create index on query.entry (days_late, event_id, region) where days_late > 0 and source <> 'SYSTEM';
create index on query.entry (effective_on, event_id, region) where days_late > 0 and source <> 'SYSTEM';
