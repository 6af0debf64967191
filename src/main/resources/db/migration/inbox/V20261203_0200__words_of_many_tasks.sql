-- The same parts of a text by a few functions where it was a query for each row. A text holds no character 1, so that pairs can be
-- parted by it.
create or replace function word_parts(japanese text, english text) returns text[]
    language sql immutable parallel safe as $$
    select array_remove(
        coalesce(string_to_array(lower(japanese), null)
                 || string_to_array(regexp_replace(lower(japanese), '(..)', e'\\1\x01', 'g'), e'\x01')
                 || string_to_array(regexp_replace(substr(lower(japanese), 2), '(..)', e'\\1\x01', 'g'), e'\x01'), '{}')
        || coalesce(string_to_array(lower(english), null)
                    || string_to_array(regexp_replace(lower(english), '(..)', e'\\1\x01', 'g'), e'\x01')
                    || string_to_array(regexp_replace(substr(lower(english), 2), '(..)', e'\\1\x01', 'g'), e'\x01'), '{}'), '')
$$;

-- Many tasks of one file have the same words: each is looked up once for all that were collected.
alter index task_open_by_words set (gin_pending_list_limit = 16384);
