-- 2,000 people who do not exist, at postal codes that do. Their phones are of blocks that nobody is given.
create temp table demo_family on commit drop as
select row_number() over () - 1 as i, split_part(n, ' ', 1) as name, split_part(n, ' ', 2) as kana
  from unnest(array['佐藤 サトウ', '鈴木 スズキ', '高橋 タカハシ', '田中 タナカ', '伊藤 イトウ', '渡辺 ワタナベ', '中村 ナカムラ',
      '小林 コバヤシ', '加藤 カトウ', '吉田 ヨシダ', '山本 ヤマモト', '佐々木 ササキ', '山口 ヤマグチ', '松本 マツモト', '井上 イノウエ',
      '木村 キムラ', '林 ハヤシ', '清水 シミズ', '斎藤 サイトウ', '山崎 ヤマザキ', '森 モリ', '池田 イケダ', '橋本 ハシモト',
      '阿部 アベ', '石川 イシカワ', '前田 マエダ', '藤田 フジタ', '小川 オガワ', '岡田 オカダ', '後藤 ゴトウ', '長谷川 ハセガワ',
      '村上 ムラカミ', '近藤 コンドウ', '石井 イシイ', '坂本 サカモト', '遠藤 エンドウ', '青木 アオキ', '藤井 フジイ', '西村 ニシムラ',
      '福田 フクダ', '太田 オオタ', '三浦 ミウラ', '岡本 オカモト', '松田 マツダ', '中川 ナカガワ', '中野 ナカノ', '原田 ハラダ',
      '小野 オノ', '田村 タムラ', '竹内 タケウチ', '金子 カネコ', '和田 ワダ', '中山 ナカヤマ', '石田 イシダ', '上田 ウエダ',
      '森田 モリタ', '柴田 シバタ', '酒井 サカイ', '工藤 クドウ', '横山 ヨコヤマ', '宮崎 ミヤザキ', '宮本 ミヤモト', '内田 ウチダ',
      '高木 タカギ', '安藤 アンドウ', '谷口 タニグチ', '大野 オオノ', '丸山 マルヤマ', '今井 イマイ', '河野 コウノ']) n;

create temp table demo_given on commit drop as
select row_number() over () - 1 as i, split_part(n, ' ', 1) as name, split_part(n, ' ', 2) as kana,
       case split_part(n, ' ', 3) when 'm' then 'MALE' else 'FEMALE' end as sex
  from unnest(array['和子 カズコ f', '幸子 サチコ f', '節子 セツコ f', '洋子 ヨウコ f', '恵子 ケイコ f', '京子 キョウコ f', '久美子 クミコ f',
      '由美子 ユミコ f', '真由美 マユミ f', '明美 アケミ f', '直美 ナオミ f', '智子 トモコ f', '陽子 ヨウコ f', '美穂 ミホ f', '裕子 ユウコ f',
      '香織 カオリ f', '愛 アイ f', '美咲 ミサキ f', '千尋 チヒロ f', '文子 フミコ f', '良子 リョウコ f', '律子 リツコ f', '道子 ミチコ f',
      '絹江 キヌエ f', '静江 シズエ f', '茂 シゲル m', '清 キヨシ m', '進 ススム m', '博 ヒロシ m', '誠 マコト m', '隆 タカシ m', '浩 ヒロシ m',
      '健一 ケンイチ m', '正雄 マサオ m', '昭夫 アキオ m', '大輔 ダイスケ m', '直樹 ナオキ m', '翔太 ショウタ m']) n;

create temp table demo_place on commit drop as
select row_number() over (order by luck) as i, zip, prefecture, city, town from (
    select zip, prefecture, city, town,
           -ln(1 - pg_temp.luck('place' || zip || town)) / case prefecture
               when '東京都' then 30 when '神奈川県' then 20 when '大阪府' then 14 when '埼玉県' then 14 when '千葉県' then 12
               when '愛知県' then 6 when '福岡県' then 6 when '兵庫県' then 6 when '北海道' then 3 when '沖縄県' then 4 else 1 end as luck
      from customers_postal_area_view
     where street = '' and office = '' and town <> '' and town !~ '[0-90-9~、()ー\-]'
       and zip in (select zip from customers_postal_area_view group by zip having count(*) = 1)
     order by luck limit 2000) chosen;

create temp table demo_person on commit drop as
select n, 'C' || lpad(n::text, 7, '0') as number, f.name || ' ' || g.name as name, f.kana || ' ' || g.kana as kana, g.sex,
       '0' || (array[7, 8, 9])[1 + n % 3] || '0-0000-' || lpad((n * 7 % 10000)::text, 4, '0') as phone,
       case when pg_temp.luck('mail' || n) < 0.78 then 'c' || lpad(n::text, 7, '0') || '@example.jp' end as email,
       date '1936-01-01' + cast(22000 * sqrt(pg_temp.luck('birth' || n)) as int) as birth_date,
       p.zip, p.prefecture, p.city,
       p.town || (1 + floor(9 * pg_temp.luck('chome' || n)))::int || '-' || (1 + floor(28 * pg_temp.luck('ban' || n)))::int
              || '-' || (1 + floor(18 * pg_temp.luck('go' || n)))::int as line1,
       case when pg_temp.luck('house' || n) < 0.35
            then (array['コーポ青葉', 'メゾン桜', 'ハイツ緑', 'グリーンハイム', '第二住吉荘'])[1 + n % 5] || ' '
                 || (101 + 100 * (n % 6) + n % 7)::text || '号室'
            else '' end as line2,
       (array['TV-01', 'TV-02', 'NP-01', 'NP-02', 'RD-01', 'WEB-01', 'WEB-02', 'DM-01'])[1 + n * 5 % 8] as media_code,
       n % 23 = 7 as dormant, n % 140 = 11 as attention,
       c.started - (185 + 1500 * pg_temp.luck('since' || n)) * interval '1 day' as registered_at
  from generate_series(1, 2000) n, demo_clock c, demo_family f, demo_given g, demo_place p
 where f.i = floor((select count(*) from demo_family) * pg_temp.luck('family' || n) ^ 1.3)
   and g.i = floor((select count(*) from demo_given) * pg_temp.luck('given' || n))
   and p.i = n;

-- The customer of the examples in the documentation lives in Tokyo.
update demo_person set zip = '1000005', prefecture = '東京都', city = '千代田区', line1 = '丸の内1-2-3', line2 = '' where n = 123;

-- A firm that buys on account.
update demo_person set name = '株式会社 ひので食品', kana = 'カブシキガイシャ ヒノデショクヒン', sex = null, birth_date = null where n = 1995;

create index on demo_person (n);

--> customers.customers (number, name, kana, phone, email, birth_date, sex, postal_code, prefecture, city, line1, line2, media_code, state, attention, attention_note, registered_at, name_key, kana_key, phone_key, email_key, address_key)
select number, name, kana, phone, email, birth_date, sex, zip, prefecture, city, line1, line2, media_code,
       case when dormant then 'DORMANT' else 'ACTIVE' end, attention,
       case when attention then (array['長期不在が続いたため、発送前に電話で確認', '代引の受取拒否が2回', '電話での強い申し出あり。責任者が対応'])[1 + n % 3] end,
       registered_at, replace(name, ' ', ''), replace(kana, ' ', ''), replace(phone, '-', ''), coalesce(email, ''),
       lower(regexp_replace(zip || prefecture || city || line1 || line2, '[\s　\-‐‑‒–—―−ー〜]', '', 'g'))
  from demo_person;
