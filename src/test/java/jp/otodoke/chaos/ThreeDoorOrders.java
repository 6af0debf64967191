package jp.otodoke.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Orders of ambient, chilled and frozen goods to one, two or three doors each, as a shop's file has them. */
final class ThreeDoorOrders {
    static final Map<String, Integer> PRICES =
            Map.of("TD-AMBIENT-1", 1000, "TD-AMBIENT-2", 2200, "TD-CHILLED", 1500, "TD-FROZEN", 3100);

    private static final List<String> SKUS = PRICES.keySet().stream().sorted().toList();
    private static final List<Place> PLACES = List.of(
            new Place("1000001", "東京都", "千代田区"),
            new Place("0600001", "北海道", "札幌市中央区"),
            new Place("8120011", "福岡県", "福岡市博多区"));
    private static final List<String> COLUMNS = List.of(
            "注文番号",
            "お名前(姓)",
            "お名前(名)",
            "お名前(セイ)",
            "お名前(メイ)",
            "郵便番号",
            "都道府県(名称)",
            "住所1",
            "TEL",
            "小計",
            "合計",
            "支払合計",
            "対応状況(名称)",
            "支払方法(名称)",
            "受注日",
            "商品名",
            "商品コード",
            "価格",
            "個数",
            "税率",
            "明細区分(名称)",
            "出荷ID",
            "配送先_お名前(姓)",
            "配送先_お名前(名)",
            "配送先_お名前(セイ)",
            "配送先_お名前(メイ)",
            "配送先_郵便番号",
            "配送先_都道府県(名称)",
            "配送先_住所1",
            "配送先_TEL");

    private record Place(String postalCode, String prefecture, String city) {}

    private record Line(int door, String sku) {
        int price() {
            return ThreeDoorOrders.price(sku);
        }
    }

    private final Random random;
    private int number;
    private int placed;

    ThreeDoorOrders(Random random) {
        this.random = random;
    }

    /** How many there have been so far. */
    int placed() {
        return placed;
    }

    /**
     * @param pieces of each article that arrive
     * @param delivery its number, as the same content again would be the same receipt
     */
    static String stock(int pieces, int delivery) {
        var file = new StringBuilder(
                "sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock,temperature,warehouse\r\n");
        for (var sku : SKUS) {
            boolean ambient = sku.contains("AMBIENT");
            file.append("%s,%s %d,GOODS,REDUCED,%d,true,%d,%s,%s\r\n"
                    .formatted(
                            sku,
                            sku,
                            delivery,
                            price(sku),
                            pieces,
                            ambient ? "AMBIENT" : sku.substring("TD-".length()),
                            ambient ? "MAIN" : "COOL"));
        }
        return file.toString();
    }

    /** @param day on which they are ordered */
    String file(String day, int orders) {
        var file = new StringBuilder(String.join(",", COLUMNS) + "\r\n");
        for (int i = 0; i < orders; i++) {
            placed++;
            order(file, day);
        }
        return file.toString();
    }

    private void order(StringBuilder file, String day) {
        int order = ++number;
        var doors = List.of(++number, ++number, ++number);
        var goods = new LinkedHashMap<Line, Integer>();
        for (int i = 0; i < 3 + random.nextInt(4); i++) {
            goods.merge(
                    new Line(doors.get(random.nextInt(3)), SKUS.get(random.nextInt(SKUS.size()))),
                    1 + random.nextInt(2),
                    Integer::sum);
        }
        int total = goods.entrySet().stream()
                .mapToInt(line -> line.getKey().price() * line.getValue())
                .sum();
        var method = List.of("代金引換", "クレジットカード").get(random.nextInt(2));
        goods.forEach((line, quantity) -> {
            file.append(String.join(
                            ",",
                            "TD-" + order,
                            person(order),
                            "%1$d,%1$d,%1$d,新規受付,%2$s,%3$s 01:00:00".formatted(total, method, day),
                            "%1$s,%1$s,%2$d,%3$d,8,商品,%4$d".formatted(line.sku(), line.price(), quantity, line.door()),
                            person(line.door())))
                    .append("\r\n");
        });
    }

    private static int price(String sku) {
        return Objects.requireNonNull(PRICES.get(sku));
    }

    private static String person(int number) {
        var place = PLACES.get(number % PLACES.size());
        return "届先,%1$d子,トドケサキ,ハナコ,%2$s,%3$s,%4$s%1$d-1,090-1111-%5$04d"
                .formatted(number, place.postalCode(), place.prefecture(), place.city(), number);
    }
}
