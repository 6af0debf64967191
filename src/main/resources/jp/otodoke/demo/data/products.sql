-- What the firm sells: sku, name, kind, temperature, grams, tax class, price with tax, pieces to keep.
-- No pieces means that no stock is kept; weight of choice is how often a customer takes it.
create temp table demo_product (
    sku text, name text, kind text, temperature text, grams int, tax_class text, price bigint, pieces int, choice int
) on commit drop;

insert into demo_product values
    ('HF-001', '国産黒酢にんにく 62粒', 'GOODS', 'AMBIENT', 60, 'REDUCED', 3000, 1800, 60),
    ('HF-002', '青汁ゴールド 30包', 'GOODS', 'AMBIENT', 120, 'REDUCED', 3780, 900, 45),
    ('HF-003', '青汁ゴールド 90包', 'GOODS', 'AMBIENT', 340, 'REDUCED', 9720, 300, 14),
    ('HF-004', '飲むコラーゲン 10本', 'GOODS', 'AMBIENT', 620, 'REDUCED', 2980, 600, 30),
    ('HF-005', 'グルコサミンプラス 270粒', 'GOODS', 'AMBIENT', 110, 'REDUCED', 4860, 500, 28),
    ('HF-006', 'ルテインの恵み 31粒', 'GOODS', 'AMBIENT', 40, 'REDUCED', 2160, 700, 26),
    ('HF-007', 'DHA・EPA 120粒', 'GOODS', 'AMBIENT', 90, 'REDUCED', 3456, 450, 22),
    ('HF-008', '乳酸菌 30包', 'GOODS', 'AMBIENT', 80, 'REDUCED', 2700, 650, 30),
    ('HF-009', 'ブルーベリーエキス 60粒', 'GOODS', 'AMBIENT', 50, 'REDUCED', 1980, 400, 18),
    ('HF-010', 'ウコンの力粒 90粒', 'GOODS', 'AMBIENT', 60, 'REDUCED', 1620, 380, 12),
    ('HF-011', '葉酸と鉄のサプリ 60粒', 'GOODS', 'AMBIENT', 40, 'REDUCED', 1836, 260, 10),
    ('HF-012', 'マルチビタミン 180粒', 'GOODS', 'AMBIENT', 100, 'REDUCED', 2480, 320, 15),
    ('HF-013', '国産生はちみつ 250g', 'GOODS', 'AMBIENT', 420, 'REDUCED', 2592, 240, 12),
    ('HF-014', 'ごぼう茶 30包', 'GOODS', 'AMBIENT', 90, 'REDUCED', 1404, 500, 16),
    ('HF-015', 'どくだみ茶 30包', 'GOODS', 'AMBIENT', 90, 'REDUCED', 1296, 360, 9),
    ('HF-016', '甘酒 6本', 'GOODS', 'AMBIENT', 1100, 'REDUCED', 1944, 220, 9),
    ('HF-017', '玄米がゆ 8食', 'GOODS', 'AMBIENT', 2100, 'REDUCED', 2376, 180, 8),
    ('HF-018', '高麗人参エキス 60粒', 'GOODS', 'AMBIENT', 60, 'REDUCED', 5940, 0, 0),
    ('HF-019', '発酵生姜の粒 90粒', 'GOODS', 'AMBIENT', 70, 'REDUCED', 2268, 300, 10),
    ('HF-020', '雪国まいたけ粉末 100g', 'GOODS', 'AMBIENT', 130, 'REDUCED', 1512, 150, 4),
    ('CH-001', '手づくりヨーグルト 6個', 'GOODS', 'CHILLED', 980, 'REDUCED', 1860, 160, 8),
    ('CH-002', '冷蔵 豆乳ドリンク 12本', 'GOODS', 'CHILLED', 2600, 'REDUCED', 2940, 140, 6),
    ('CH-003', '朝しぼり青汁 14本', 'GOODS', 'CHILLED', 1500, 'REDUCED', 4200, 120, 5),
    ('FZ-001', '冷凍 有機ケール 10袋', 'GOODS', 'FROZEN', 1200, 'REDUCED', 3980, 120, 4),
    ('FZ-002', '冷凍 管理栄養士の弁当 7食', 'GOODS', 'FROZEN', 2300, 'REDUCED', 4980, 130, 5),
    ('CS-001', '薬用美白ローション 150mL', 'GOODS', 'AMBIENT', 210, 'STANDARD', 3850, 700, 34),
    ('CS-002', '保湿クリーム 30g', 'GOODS', 'AMBIENT', 90, 'STANDARD', 4400, 550, 28),
    ('CS-003', 'クレンジングオイル 200mL', 'GOODS', 'AMBIENT', 260, 'STANDARD', 2530, 480, 20),
    ('CS-004', '泡洗顔フォーム 150mL', 'GOODS', 'AMBIENT', 200, 'STANDARD', 1980, 520, 20),
    ('CS-005', '美容液 プラセンタ 30mL', 'GOODS', 'AMBIENT', 110, 'STANDARD', 6600, 320, 16),
    ('CS-006', 'オールインワンジェル 75g', 'GOODS', 'AMBIENT', 160, 'STANDARD', 3960, 600, 30),
    ('CS-007', 'UVミルク SPF50 40mL', 'GOODS', 'AMBIENT', 70, 'STANDARD', 2420, 260, 10),
    ('CS-008', 'ハンドクリーム ゆず 50g', 'GOODS', 'AMBIENT', 70, 'STANDARD', 1100, 620, 18),
    ('CS-009', '薬用育毛剤 120mL', 'GOODS', 'AMBIENT', 190, 'STANDARD', 5500, 300, 14),
    ('CS-010', '白髪用カラートリートメント 200g', 'GOODS', 'AMBIENT', 260, 'STANDARD', 3300, 420, 18),
    ('CS-011', 'アミノ酸シャンプー 300mL', 'GOODS', 'AMBIENT', 360, 'STANDARD', 2200, 360, 14),
    ('CS-012', 'アミノ酸トリートメント 300g', 'GOODS', 'AMBIENT', 360, 'STANDARD', 2200, 340, 12),
    ('CS-013', 'リップバーム 10g', 'GOODS', 'AMBIENT', 30, 'STANDARD', 880, 420, 10),
    ('CS-014', 'シートマスク 30枚', 'GOODS', 'AMBIENT', 420, 'STANDARD', 2750, 280, 10),
    ('CS-015', '薬用入浴剤 ひのき 480g', 'GOODS', 'AMBIENT', 540, 'STANDARD', 1650, 240, 8),
    ('GD-001', '足つぼマット', 'GOODS', 'AMBIENT', 800, 'STANDARD', 3980, 110, 4),
    ('GD-002', '発芽玄米用タッパー', 'GOODS', 'AMBIENT', 300, 'STANDARD', 1280, 90, 2),
    ('GD-003', '腹巻き 男女兼用', 'GOODS', 'AMBIENT', 120, 'STANDARD', 2480, 210, 6),
    ('GD-004', '業務用 低周波治療器', 'GOODS', 'AMBIENT', 3200, 'STANDARD', 168000, 12, 0),
    ('BK-001', '書籍「腸から始める毎日」', 'GOODS', 'AMBIENT', 280, 'STANDARD', 1540, 400, 8),
    ('BK-002', '書籍「七十歳からの食卓」', 'GOODS', 'AMBIENT', 320, 'STANDARD', 1650, 380, 7),
    ('BK-003', '書籍「ひざ痛をほどく体操」', 'GOODS', 'AMBIENT', 260, 'STANDARD', 1430, 300, 6),
    ('BK-004', '家庭の薬膳カレンダー', 'GOODS', 'AMBIENT', 420, 'STANDARD', 1320, 500, 6),
    ('CD-001', 'CD「眠りの調べ」', 'GOODS', 'AMBIENT', 110, 'STANDARD', 2750, 180, 4),
    ('CD-002', 'CD「般若心経を聴く」', 'GOODS', 'AMBIENT', 110, 'STANDARD', 2750, 160, 3),
    ('NL-001', '会報誌「おとどけ便り」', 'NEWSLETTER', 'AMBIENT', 120, 'STANDARD', 440, 3000, 5),
    ('SET-01', '美白はじめてセット', 'SET', 'AMBIENT', 470, 'STANDARD', 7480, null, 14),
    ('SET-02', '健康三点セット', 'SET', 'AMBIENT', 260, 'REDUCED', 7980, null, 12),
    ('SV-001', 'ギフト包装', 'SERVICE', 'AMBIENT', 0, 'STANDARD', 330, null, 0),
    ('SV-002', '栄養相談 30分', 'SERVICE', 'AMBIENT', 0, 'STANDARD', 3300, null, 0),
    ('INS-01', 'ごあいさつ状', 'INSERT', 'AMBIENT', 10, 'STANDARD', 0, null, 0),
    ('INS-02', '総合カタログ', 'INSERT', 'AMBIENT', 180, 'STANDARD', 0, null, 0),
    ('INS-03', 'お礼の品 美容液サンプル', 'INSERT', 'AMBIENT', 15, 'STANDARD', 0, null, 0),
    ('INS-04', '年末のごあいさつはがき', 'INSERT', 'AMBIENT', 5, 'STANDARD', 0, null, 0);

--> products.products (sku, name, kind, temperature, weight_grams, stock_keeping, active, registered_at)
select p.sku, p.name, p.kind, p.temperature, p.grams, p.pieces is not null, true, c.started - interval '1 year'
  from demo_product p, demo_clock c;

--> products.prices (sku, valid_from, amount)
select sku, date '2019-10-01', price from demo_product;

--> products.taxClasses (sku, valid_from, tax_class)
select sku, date '2019-10-01', tax_class from demo_product;

--> products.components (set_sku, component_sku, quantity)
values
    ('SET-01', 'CS-001', 1), ('SET-01', 'CS-004', 1), ('SET-01', 'CS-013', 1), ('SET-01', 'CS-008', 1),
    ('SET-02', 'HF-001', 1), ('SET-02', 'HF-008', 1), ('SET-02', 'HF-006', 1);

--> insertRules.rules (code, sku, name, applies_to, goods_from, valid_from, active)
select r.code, r.sku, r.name, r.applies_to, r.goods_from, cast(c.started as date) - 7, r.active
  from demo_clock c,
       (values ('R-01', 'INS-01', '初回のお客様にごあいさつ状', 'FIRST_ORDER', cast(null as bigint), true),
               ('R-02', 'INS-02', 'すべてのお荷物に総合カタログ', 'EVERY_PARCEL', null, true),
               ('R-03', 'INS-03', '商品代金 10,000円以上にお礼の品', 'GOODS_FROM', 10000, true),
               ('R-04', 'INS-04', '年末のごあいさつ(準備中)', 'EVERY_PARCEL', null, false))
       r(code, sku, name, applies_to, goods_from, active);

--> products.wrappingFees (valid_from, amount)
values ('2019-10-01', 330);
