package jp.otodoke.partners.shop;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds order files as a shop writes them: a row is the plain one with some cells changed. */
final class ShopFiles {
    static final Charset CP932 = Charset.forName("windows-31j");

    static final String GENERIC_HEADER = "order_no,ordered_at,customer_no,name,kana,phone,email,postal_code,prefecture,"
            + "city,line1,line2,ship_name,ship_kana,ship_phone,ship_postal_code,ship_prefecture,ship_city,ship_line1,"
            + "ship_line2,payment_method,delivery_date,time_slot,sku,quantity,unit_price,shipping,fee,note";

    private static final String EC_CUBE_HEADER = "注文ID,注文番号,会員ID,お名前(姓),お名前(名),お名前(セイ),お名前(メイ),会社名,郵便番号,"
            + "都道府県(ID),都道府県(名称),住所1,住所2,メールアドレス,TEL,性別(ID),性別(名称),誕生日,ショップ用メモ欄,小計,値引き,送料,税金,合計,"
            + "支払合計,対応状況(ID),対応状況(名称),支払方法(ID),支払方法(名称),受注日,入金日,注文詳細ID,商品名,商品コード,価格,個数,税率,"
            + "明細区分(ID),明細区分(名称),出荷ID,配送先_お名前(姓),配送先_お名前(名),配送先_お名前(セイ),配送先_お名前(メイ),配送先_会社名,"
            + "配送先_郵便番号,配送先_都道府県(ID),配送先_都道府県(名称),配送先_住所1,配送先_住所2,配送先_TEL,お届け時間(名称),お届け希望日,"
            + "送料,発送日,出荷伝票番号,配達用メモ";

    private static final String SHOPIFY_HEADER =
            "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,"
                    + "Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,"
                    + "Lineitem price,Lineitem sku,Billing Name,Billing Address1,Billing Address2,Billing City,Billing Zip,"
                    + "Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Address1,Shipping Address2,"
                    + "Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Cancelled at,"
                    + "Payment Method,Id,Lineitem discount";

    private final String[] header;
    private final Map<String, String> plain;
    private final String lineBreak;
    private final List<String> lines = new ArrayList<>();

    private ShopFiles(String header, Map<String, String> plain, String lineBreak) {
        this.header = header.split(",");
        this.plain = plain;
        this.lineBreak = lineBreak;
        lines.add(header);
    }

    static ShopFiles generic() {
        return new ShopFiles(
                GENERIC_HEADER,
                cells(
                        "order_no=G-1",
                        "ordered_at=2026-11-26T10:00:00+09:00",
                        "name=見本 花子",
                        "kana=ミホン ハナコ",
                        "phone=03-0000-0001",
                        "email=hanako@example.jp",
                        "postal_code=100-0001",
                        "prefecture=東京都",
                        "city=千代田区",
                        "line1=千代田1-1",
                        "payment_method=CASH_ON_DELIVERY",
                        "sku=HF-001",
                        "quantity=2",
                        "unit_price=3000",
                        "shipping=550",
                        "fee=330"),
                "\n");
    }

    static ShopFiles ecCube() {
        return new ShopFiles(
                EC_CUBE_HEADER,
                cells(
                        "注文ID=1",
                        "注文番号=5001",
                        "会員ID=77",
                        "お名前(姓)=見本",
                        "お名前(名)=花子",
                        "お名前(セイ)=ミホン",
                        "お名前(メイ)=ハナコ",
                        "郵便番号=1000001",
                        "都道府県(名称)=東京都",
                        "住所1=千代田区千代田1-1",
                        "メールアドレス=hanako@example.jp",
                        "TEL=0300000001",
                        "小計=6000",
                        "値引き=0",
                        "送料=0",
                        "税金=444",
                        "合計=6000",
                        "支払合計=6000",
                        "対応状況(ID)=1",
                        "対応状況(名称)=新規受付",
                        "支払方法(名称)=クレジットカード",
                        "受注日=2026-11-26 08:20:00",
                        "商品名=健康茶",
                        "商品コード=HF-001",
                        "価格=3000",
                        "個数=2",
                        "税率=8",
                        "明細区分(ID)=1",
                        "明細区分(名称)=商品",
                        "出荷ID=1",
                        "配送先_お名前(姓)=見本",
                        "配送先_お名前(名)=花子",
                        "配送先_郵便番号=1000001",
                        "配送先_都道府県(名称)=東京都",
                        "配送先_住所1=千代田区千代田1-1",
                        "配送先_TEL=0300000001"),
                "\r\n");
    }

    static ShopFiles shopify() {
        return new ShopFiles(
                SHOPIFY_HEADER,
                cells(
                        "Name=#1001",
                        "Email=hanako@example.jp",
                        "Financial Status=paid",
                        "Fulfillment Status=unfulfilled",
                        "Currency=JPY",
                        "Subtotal=6000",
                        "Shipping=550",
                        "Total=6550",
                        "Discount Amount=0",
                        "Created at=2026-11-26 09:58:00 +0900",
                        "Lineitem quantity=2",
                        "Lineitem name=健康茶",
                        "Lineitem price=3000",
                        "Lineitem sku=HF-001",
                        "Billing Name=見本 花子",
                        "Billing Address1=千代田1-1",
                        "Billing City=千代田区",
                        "Billing Zip='100-0001",
                        "Billing Province=JP-13",
                        "Billing Country=JP",
                        "Billing Phone=+81300000001",
                        "Shipping Name=見本 花子",
                        "Shipping Address1=千代田1-1",
                        "Shipping City=千代田区",
                        "Shipping Zip='100-0001",
                        "Shipping Province=JP-13",
                        "Shipping Country=JP",
                        "Shipping Phone=+81300000001",
                        "Payment Method=shopify_payments",
                        "Lineitem discount=0"),
                "\n");
    }

    /** A row like the plain one except for these cells, written {@code name=value}. */
    ShopFiles row(String... changes) {
        var cells = new LinkedHashMap<>(plain);
        cells.putAll(cells(changes));
        lines.add(line(cells));
        return this;
    }

    /** A row in which only these cells stand. */
    ShopFiles bare(String... cells) {
        lines.add(line(cells(cells)));
        return this;
    }

    ShopFiles raw(String line) {
        lines.add(line);
        return this;
    }

    String text() {
        return lines.stream().map(line -> line + lineBreak).collect(Collectors.joining());
    }

    byte[] utf8() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    byte[] cp932() {
        return text().getBytes(CP932);
    }

    private String line(Map<String, String> cells) {
        return Arrays.stream(header)
                .map(name -> '"' + cells.getOrDefault(name, "").replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> cells(String... cells) {
        Map<String, String> all = new LinkedHashMap<>();
        for (var cell : cells) {
            int equals = cell.indexOf('=');
            all.put(cell.substring(0, equals), cell.substring(equals + 1));
        }
        return all;
    }
}
