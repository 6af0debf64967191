-- What a reason says of persons is left out for those for whom personal data is masked; nothing means that it says none.
alter table task
    add column reason_masked    text,
    add column reason_masked_en text,
    add column persons          text;

-- A name or a phone number as it is compared: one width, one kind of kana, no spaces, the plain form of a character.
create function person_key(written text) returns text
    language sql immutable parallel safe as $$
    select translate(lower(regexp_replace(normalize(coalesce(written, ''), nfkc), '[\s　・.,\-−‐]', '', 'g')),
        'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ髙﨑邊邉齋齊濵濱𠮷德栁桒',
        'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ高崎辺辺斎斉浜浜吉徳柳桑')
$$;
create index task_open_by_person on task using gin (word_parts(persons, null)) where state = 'OPEN' and persons is not null;

-- Of what is open already, whatever stands behind the first mark is hidden.
update task set reason_masked = regexp_replace(reason, '(?s)\n\n.*$', E'\n\n●●●'),
       reason_masked_en = regexp_replace(reason_en, '(?s)\n\n.*$', E'\n\n●●●')
 where state = 'OPEN' and type in ('row-rejected', 'bank-row-rejected');
update task set reason_masked = regexp_replace(reason, '(?s)\n.*$', E'\n●●●'),
       reason_masked_en = regexp_replace(reason_en, '(?s)\n.*$', E'\n●●●')
 where state = 'OPEN' and type = 'record-rejected';
update task set reason_masked = regexp_replace(reason, '円\(.*?、', '円(●●●、'),
       reason_masked_en = regexp_replace(reason_en, '\(.*,', '(●●●,')
 where state = 'OPEN' and type in ('deposit-unmatched', 'deposit-reversed');
update task set reason_masked = regexp_replace(regexp_replace(reason, '「[^」]*」', '「●●●」', 'g'), '注意顧客です\(.*?\)', '注意顧客です'),
       reason_masked_en = regexp_replace(regexp_replace(reason_en, '"[^"]*"', '"●●●"', 'g'), 'needs attention \(.*?\)', 'needs attention')
 where state = 'OPEN' and type = 'review-order';
