-- The lists that people, addresses and goods are drawn from.
create table generating.family as
select row_number() over () - 1 as i, split_part(n, ' ', 1) as name, split_part(n, ' ', 2) as kana
  from unnest(array['佐藤 サトウ', '鈴木 スズキ', '高橋 タカハシ', '田中 タナカ', '伊藤 イトウ', '渡辺 ワタナベ', '山本 ヤマモト', '中村 ナカムラ',
      '小林 コバヤシ', '加藤 カトウ', '吉田 ヨシダ', '山田 ヤマダ', '佐々木 ササキ', '山口 ヤマグチ', '松本 マツモト', '井上 イノウエ', '木村 キムラ',
      '林 ハヤシ', '斎藤 サイトウ', '清水 シミズ', '山崎 ヤマザキ', '森 モリ', '阿部 アベ', '池田 イケダ', '橋本 ハシモト', '石川 イシカワ',
      '山下 ヤマシタ', '小川 オガワ', '石井 イシイ', '長谷川 ハセガワ', '後藤 ゴトウ', '岡田 オカダ', '近藤 コンドウ', '前田 マエダ', '藤田 フジタ',
      '遠藤 エンドウ', '青木 アオキ', '坂本 サカモト', '村上 ムラカミ', '太田 オオタ', '金子 カネコ', '藤井 フジイ', '福田 フクダ', '西村 ニシムラ',
      '三浦 ミウラ', '竹内 タケウチ', '中川 ナカガワ', '岡本 オカモト', '松田 マツダ', '原田 ハラダ', '中野 ナカノ', '小野 オノ', '田村 タムラ',
      '藤原 フジワラ', '中山 ナカヤマ', '石田 イシダ', '小島 コジマ', '和田 ワダ', '森田 モリタ', '内田 ウチダ', '柴田 シバタ', '酒井 サカイ',
      '原 ハラ', '高木 タカギ', '横山 ヨコヤマ', '安藤 アンドウ', '宮崎 ミヤザキ', '上田 ウエダ', '島田 シマダ', '工藤 クドウ', '大野 オオノ',
      '宮本 ミヤモト', '杉山 スギヤマ', '今井 イマイ', '丸山 マルヤマ', '増田 マスダ', '高田 タカダ', '村田 ムラタ', '平野 ヒラノ', '大塚 オオツカ',
      '菅原 スガワラ', '武田 タケダ', '新井 アライ', '小山 コヤマ', '野口 ノグチ', '桜井 サクライ', '千葉 チバ', '岩崎 イワサキ', '佐野 サノ',
      '谷口 タニグチ', '上野 ウエノ', '松井 マツイ', '河野 コウノ', '市川 イチカワ', '渡部 ワタナベ', '野村 ノムラ', '菊地 キクチ', '木下 キノシタ',
      '水野 ミズノ', '服部 ハットリ', '関 セキ', '東 アズマ', '土屋 ツチヤ', '浜田 ハマダ', '久保田 クボタ', '辻 ツジ', '五十嵐 イガラシ', '望月 モチヅキ',
      '吉川 ヨシカワ', '熊谷 クマガイ', '小松 コマツ', '荒木 アラキ', '北村 キタムラ', '矢野 ヤノ', '大西 オオニシ', '早川 ハヤカワ']) n;

create table generating.given as
select row_number() over () - 1 as i, split_part(n, ' ', 1) as name, split_part(n, ' ', 2) as kana,
       case split_part(n, ' ', 3) when 'm' then 'MALE' else 'FEMALE' end as sex
  from unnest(array['和子 カズコ f', '幸子 サチコ f', '節子 セツコ f', '洋子 ヨウコ f', '恵子 ケイコ f', '京子 キョウコ f', '久美子 クミコ f',
      '由美子 ユミコ f', '真由美 マユミ f', '明美 アケミ f', '直美 ナオミ f', '智子 トモコ f', '陽子 ヨウコ f', '美穂 ミホ f', '裕子 ユウコ f',
      '香織 カオリ f', '愛 アイ f', '美咲 ミサキ f', '千尋 チヒロ f', '文子 フミコ f', '良子 リョウコ f', '律子 リツコ f', '道子 ミチコ f', '弘子 ヒロコ f',
      '絹江 キヌエ f', '静江 シズエ f', '敏子 トシコ f', '典子 ノリコ f', '順子 ジュンコ f', '悦子 エツコ f', '昌子 マサコ f', '千代子 チヨコ f',
      '美智子 ミチコ f', '富美子 フミコ f', '八重子 ヤエコ f', '照子 テルコ f', '孝子 タカコ f', '友美 トモミ f', '彩 アヤ f', '舞 マイ f', '麻衣 マイ f',
      '綾子 アヤコ f', '奈緒 ナオ f', '瞳 ヒトミ f', '優子 ユウコ f', '理恵 リエ f', '亜紀 アキ f', '早苗 サナエ f', '加代子 カヨコ f', '喜久子 キクコ f',
      '茂 シゲル m', '清 キヨシ m', '進 ススム m', '博 ヒロシ m', '誠 マコト m', '隆 タカシ m', '浩 ヒロシ m', '健一 ケンイチ m', '正雄 マサオ m',
      '昭夫 アキオ m', '大輔 ダイスケ m', '直樹 ナオキ m', '翔太 ショウタ m', '和夫 カズオ m', '勝 マサル m', '実 ミノル m', '修 オサム m', '弘 ヒロシ m',
      '豊 ユタカ m', '哲也 テツヤ m', '健太 ケンタ m', '拓也 タクヤ m', '秀樹 ヒデキ m', '義雄 ヨシオ m', '俊夫 トシオ m']) n;

-- More people live where more people live.
create table generating.place as
select row_number() over (order by generating.luck(id, 1), times) - 1 as i, zip, prefecture, city, town
  from customers_postal_area_view
  cross join lateral generate_series(1, case prefecture when '東京都' then 8 when '神奈川県' then 7 when '大阪府' then 6 when '埼玉県' then 4
                                        when '愛知県' then 3 when '千葉県' then 3 when '兵庫県' then 2 when '福岡県' then 2 else 1 end) times
 where street = '' and office = '' and town <> '' and town !~ '[0-90-9~、()ー\-]';
create unique index on generating.place (i);

create table generating.product as
select row_number() over (order by generating.luck(n, 2)) - 1 as i, b.code || '-' || lpad(n::text, 4, '0') as sku,
       b.name || ' ' || g.grade || s.size as name, b.rate, b.cool,
       10 * (80 + floor(520 * generating.luck(n, 3) ^ 2)::bigint) as price
  from (select row_number() over () as b, split_part(t, ' ', 1) as code, split_part(t, ' ', 2) as name, split_part(t, ' ', 3)::int as rate,
               split_part(t, ' ', 4) as cool
          from unnest(array['HF 黒酢にんにく 8 AMBIENT', 'HF 青汁 8 AMBIENT', 'HF グルコサミン 8 AMBIENT', 'HF ルテイン 8 AMBIENT',
               'HF DHA・EPA 8 AMBIENT', 'HF 乳酸菌 8 AMBIENT', 'HF ブルーベリー 8 AMBIENT', 'HF ウコン 8 AMBIENT', 'HF 高麗人参 8 AMBIENT',
               'HF ごぼう茶 8 AMBIENT', 'HF 生はちみつ 8 AMBIENT', 'HF 甘酒 8 AMBIENT', 'CH ヨーグルト 8 CHILLED', 'CH 豆乳 8 CHILLED',
               'FZ 冷凍弁当 8 FROZEN', 'CS ローション 10 AMBIENT', 'CS クリーム 10 AMBIENT', 'CS 美容液 10 AMBIENT', 'CS 洗顔フォーム 10 AMBIENT',
               'CS シャンプー 10 AMBIENT', 'CS 育毛剤 10 AMBIENT', 'CS 入浴剤 10 AMBIENT', 'GD 腹巻き 10 AMBIENT', 'BK 健康の本 10 AMBIENT',
               'BK 料理の本 10 AMBIENT']) t) b
  cross join (select * from unnest(array['', '特選', '徳用', '薬用', '国産']) with ordinality as x(grade, g)) g
  cross join (select * from unnest(array['小', '中', '大', '7日分', '30日分', '90日分', '6個組', '12個組']) with ordinality as x(size, s)) s
  cross join lateral (select (b.b - 1) * 40 + (g.g - 1) * 8 + s.s as n) number;

--> products.products (sku, name, kind, temperature, weight_grams, stock_keeping, active, registered_at)
select sku, name, 'GOODS', cool, 40 + floor(900 * generating.luck(i, 4))::int, true, true, started - interval '4 years'
  from generating.product, generating.plan
union all
select 'INS-01', '総合カタログ', 'INSERT', 'AMBIENT', 180, false, true, started - interval '4 years' from generating.plan;
--> products.prices (sku, valid_from, amount)
select sku, date '2019-10-01', price from generating.product union all select 'INS-01', date '2019-10-01', 0;
--> products.taxClasses (sku, valid_from, tax_class)
select sku, date '2019-10-01', case rate when 8 then 'REDUCED' else 'STANDARD' end from generating.product
union all select 'INS-01', date '2019-10-01', 'STANDARD';
--> insertRules.rules (code, sku, name, applies_to, goods_from, valid_from, active)
select 'R-01', 'INS-01', 'すべてのお荷物に総合カタログ', 'EVERY_PARCEL', null, cast(started as date) - 1460, true from generating.plan;

analyze generating.family, generating.given, generating.place, generating.product, generating.plan;
