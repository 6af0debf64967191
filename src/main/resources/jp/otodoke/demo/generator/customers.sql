-- People who do not exist, at postal codes that do. Their phones are of blocks that nobody is given.
--> customers.customers (number, name, kana, phone, email, birth_date, sex, postal_code, prefecture, city, line1, line2, media_code, state, attention, attention_note, registered_at, name_key, kana_key, phone_key, email_key, address_key)
select number, name, kana, phone, email, birth_date, sex, zip, prefecture, city, line1, line2, media_code, state,
       note is not null, note, registered_at, replace(name, ' ', ''), replace(kana, ' ', ''), replace(phone, '-', ''), coalesce(email, ''),
       lower(translate(zip || prefecture || city || line1 || line2, E' \t-‐‑‒–—―−ー〜', ''))
  from (select 'C' || lpad(n::text, 7, '0') as number, f.name || ' ' || g.name as name, f.kana || ' ' || g.kana as kana, g.sex,
               '0' || 7 + n % 3 || '0-0' || lpad((n * 7919 / 10000 % 1000)::text, 3, '0') || '-' || lpad((n * 7919 % 10000)::text, 4, '0') as phone,
               case when generating.luck(n, 10) < 0.7 then 'c' || lpad(n::text, 7, '0') || '@example.jp' end as email,
               date '1932-01-01' + cast(26000 * sqrt(generating.luck(n, 11)) as int) as birth_date,
               p.zip, p.prefecture, p.city,
               p.town || 1 + floor(9 * generating.luck(n, 12))::int || '-' || 1 + floor(28 * generating.luck(n, 13))::int
                      || '-' || 1 + floor(18 * generating.luck(n, 14))::int as line1,
               case when generating.luck(n, 15) < 0.35
                    then (array['コーポ青葉', 'メゾン桜', 'ハイツ緑', 'グリーンハイム', '第二住吉荘'])[1 + n % 5] || ' '
                         || 101 + 100 * (n % 9) + n % 7 || '号室' else '' end as line2,
               (array['TV-01', 'TV-02', 'NP-01', 'NP-02', 'RD-01', 'WEB-01', 'WEB-02', 'DM-01'])[1 + floor(8 * generating.luck(n, 16))::int] as media_code,
               case when generating.luck(n, 17) < 0.06 then 'DORMANT' else 'ACTIVE' end as state,
               case when generating.luck(n, 18) < 0.004
                    then (array['長期不在が続いたため、発送前に電話で確認', '代引の受取拒否が2回', '電話での強い申し出あり。責任者が対応'])[1 + n % 3] end as note,
               started - (1100 + 2200 * generating.luck(n, 19)) * interval '1 day' as registered_at
          from generate_series($first::bigint, $last::bigint) n
          cross join generating.plan
          cross join (select (select count(*) from generating.family) as families, (select count(*) from generating.given) as givens,
                             (select count(*) from generating.place) as places) many
          join generating.family f on f.i = floor(many.families * generating.luck(n, 20) ^ 1.5)
          join generating.given g on g.i = floor(many.givens * generating.luck(n, 21))
          join generating.place p on p.i = floor(many.places * generating.luck(n, 22))) person;
