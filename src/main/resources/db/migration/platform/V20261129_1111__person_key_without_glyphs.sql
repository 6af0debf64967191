-- Selectors of glyphs and zero-width characters do not make another name.
create or replace function person_key(written text) returns text
    language sql immutable parallel safe as $$
    select translate(lower(regexp_replace(normalize(coalesce(written, ''), nfkc), '[\s　・.,\-−‐\u180B-\u180D\u200B-\u200F\uFE00-\uFE0F\uFEFF\U000E0100-\U000E01EF]', '', 'g')),
        'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ髙﨑邊邉齋齊濵濱𠮷德栁桒',
        'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ高崎辺辺斎斉浜浜吉徳柳桑')
$$;
