package jp.otodoke.running;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented people who order: mostly cash on delivery, some by card, some by transfer. */
public final class Shoppers {
    private static final String PRODUCTS =
            """
            sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock
            HF-001,青汁三十包,GOODS,REDUCED,3000,true,1000000
            HF-002,黒酢カプセル,GOODS,REDUCED,2480,true,1000000
            CO-001,保湿クリーム,GOODS,STANDARD,4200,true,1000000
            """;
    private static final List<String> GOODS = List.of("HF-001", "HF-002", "CO-001");
    private static final List<Integer> PRICES = List.of(3000, 2480, 4200);
    private static final String HEADER =
            "order_no,ordered_at,customer_no,name,kana,phone,email,postal_code,prefecture,city,"
                    + "line1,line2,ship_name,ship_kana,ship_phone,ship_postal_code,ship_prefecture,ship_city,ship_line1,ship_line2,"
                    + "payment_method,delivery_date,time_slot,sku,quantity,unit_price,shipping,fee,note\r\n";
    private static final List<Map<String, String>> PLACES = List.of(
            place("100-0001", "東京都", "千代田区", "千代田"),
            place("530-0001", "大阪府", "大阪市北区", "梅田"),
            place("460-0008", "愛知県", "名古屋市中区", "栄"),
            place("812-0011", "福岡県", "福岡市博多区", "博多駅前"));
    private static final String[] FAMILIES = {"佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤"};
    private static final String[] KANA = {"サトウ", "スズキ", "タカハシ", "タナカ", "イトウ", "ワタナベ", "ヤマモト", "ナカムラ", "コバヤシ", "カトウ"};

    private final String channel;
    private final String orderedAt;
    private int remarkEvery = Integer.MAX_VALUE;

    public Shoppers(String channel, String orderedAt) {
        this.channel = channel;
        this.orderedAt = orderedAt;
    }

    /** From now on every so many-th order has a remark, which a person has to read. */
    public Shoppers withRemarks(int every) {
        remarkEvery = every;
        return this;
    }

    public static void stockUp(Api api) throws IOException {
        api.upload("/imports/products", "products.csv", PRODUCTS.strip().replace("\n", "\r\n") + "\r\n")
                .orFail();
    }

    /** The same orders, from 1 on, as a file of a shop in the neutral format; what is paid by card is paid there. */
    public String file(int count) {
        var rows = new StringBuilder(HEADER);
        for (int number = 1; number <= count; number++) {
            var place = PLACES.get(number % PLACES.size());
            var order = String.join(
                    ",",
                    channel + number,
                    orderedAt,
                    "",
                    family(number) + " " + given(number),
                    KANA[number % KANA.length] + " コ",
                    phone(channel, number),
                    "",
                    place.get("postalCode"),
                    place.get("prefecture"),
                    place.get("city"),
                    place.get("line1") + (1 + number % 9) + "-" + number,
                    ",,,,,,,,",
                    method(number),
                    ",");
            if (number % 3 == 0) {
                rows.append(order).append(row(number, 1)).append(order).append(row(number + 1, 2));
            } else {
                rows.append(order).append(row(number, 1 + number % 2));
            }
        }
        return rows.toString();
    }

    private static String row(int number, int quantity) {
        var goods = number % GOODS.size();
        return ",%s,%d,%d,550,330,\r\n".formatted(GOODS.get(goods), quantity, PRICES.get(goods));
    }

    /** Of ten orders seven are cash on delivery, two by card and one by transfer. */
    public static String method(int number) {
        return switch (number % 10) {
            case 3, 7 -> "CREDIT_CARD";
            case 5 -> "BANK_TRANSFER";
            default -> "CASH_ON_DELIVERY";
        };
    }

    public Api.Answer order(Api api, int number) throws IOException {
        return api.post("/orders", body(number));
    }

    /** An order of one piece of this. */
    public Api.Answer orderOf(String sku, Api api, int number) throws IOException {
        var order = new LinkedHashMap<>(body(number));
        order.put("lines", List.of(Map.of("sku", sku, "quantity", 1)));
        return api.post("/orders", order);
    }

    private Map<String, Object> body(int number) {
        var order = new LinkedHashMap<String, Object>();
        order.put("channel", channel);
        order.put("channelOrderId", Integer.toString(number));
        order.put("orderedAt", orderedAt);
        order.put("customer", customer(number));
        order.put("payment", payment(number));
        if (number % remarkEvery == 0) {
            order.put("note", "のし希望");
        }
        order.put(
                "lines",
                number % 3 == 0
                        ? List.of(line(number, 1), line(number + 1, 2))
                        : List.of(line(number, 1 + number % 2)));
        return order;
    }

    private static Map<String, Object> payment(int number) {
        return method(number).equals("CREDIT_CARD")
                ? Map.of("method", "CREDIT_CARD", "token", "tok_visa")
                : Map.of("method", method(number));
    }

    private static Map<String, Object> line(int number, int quantity) {
        return Map.of("sku", GOODS.get(number % GOODS.size()), "quantity", quantity);
    }

    private Map<String, Object> customer(int number) {
        var address = new LinkedHashMap<String, String>(PLACES.get(number % PLACES.size()));
        address.put("line1", address.get("line1") + (1 + number % 9) + "-" + number);
        address.put("line2", "");
        return Map.of(
                "name",
                family(number) + " " + given(number),
                "kana",
                KANA[number % KANA.length] + " コ",
                "phone",
                phone(channel, number),
                "address",
                address);
    }

    /** What nobody but the shop's people may read of who ordered: name, kana, phone as written and as dialled, street. */
    public static List<String> personalData(String channel, int number) {
        var phone = phone(channel, number);
        return List.of(
                family(number) + " " + given(number),
                family(number) + given(number),
                KANA[number % KANA.length],
                phone,
                phone.replace("-", ""),
                PLACES.get(number % PLACES.size()).get("line1"));
    }

    private static String family(int number) {
        return FAMILIES[number % FAMILIES.length];
    }

    private static String given(int number) {
        return "一二三四五六七八九十".charAt(number / 10 % 10) + "子";
    }

    private static String phone(String channel, int number) {
        return "090-%04d-%04d".formatted(channel.hashCode() & 0xfff, number);
    }

    private static Map<String, String> place(String postalCode, String prefecture, String city, String line1) {
        return Map.of("postalCode", postalCode, "prefecture", prefecture, "city", city, "line1", line1);
    }
}
