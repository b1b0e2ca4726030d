-- As in db/policy/regions.sql; what has no region that could be read is nobody's to see.
alter table query.entry enable row level security;
alter table query.entry force row level security;
create policy reading on query.entry for select to leerspoor_query
    using (region = any ((select string_to_array(nullif(current_setting('app.regions', true), ''), ','))::text[]));
create policy projecting on query.entry to leerspoor_projector using (true) with check (true);
