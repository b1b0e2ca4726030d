-- Keeps what is found by a word beside the rows of a view, in a table of the same name that ends in _word: of the rows that
-- are known now, and of no other.
create function query.keep_words() returns trigger
    language plpgsql
    set search_path = ''
as
$$
begin
    if tg_op = 'UPDATE' then
        execute format('delete from %I.%I where row_id = $1', tg_table_schema, tg_table_name || '_word') using old.row_id;
    end if;
    if new.known_until = 'infinity' and cardinality(new.name_words) > 0 then
        execute format('insert into %I.%I (region, word, row_id) select $1, word, $2 from unnest($3) as word',
                       tg_table_schema, tg_table_name || '_word') using new.region, new.row_id, new.name_words;
    end if;
    return null;
end
$$;
