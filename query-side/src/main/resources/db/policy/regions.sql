-- Who reads a view sees the regions that their transaction says they may, and without it none. The sub-select has the
-- setting read once in a statement, and not for each row.
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy reading on ${table} for select to leerspoor_query
    using (region = any ((select string_to_array(nullif(current_setting('app.regions', true), ''), ','))::text[]));
create policy projecting on ${table} to leerspoor_projector using (true) with check (true);
