-- Words in the reasons of open tasks, in both languages: by their single characters and pairs, since two characters
-- are a word in Japanese.
create function word_parts(japanese text, english text) returns text[]
    language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct part), '{}')
    from (select substr(word, i, len) as part
          from unnest(array[lower(japanese), lower(english)]) as word,
               generate_series(1, length(word)) as i,
               generate_series(1, 2) as len) as parts
$$;
create index task_open_by_words on task using gin (word_parts(reason, reason_en)) where state = 'OPEN';

-- By the beginning of an order's number, which an index in the language's order can't find.
drop index task_order_by_order;
create index task_order_by_order on task_order (order_number text_pattern_ops);
