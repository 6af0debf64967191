package jp.otodoke.demo.simulators;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The shop: on request it delivers a file with a few orders of invented people. */
@Component("simulatedShop")
@Simulated
public class SimulatedShop {
    private static final int MOST = 1000;
    private static final long FREE_SHIPPING_FROM = 10_000;
    private static final long SHIPPING = 550;
    private static final long COD_FEE = 330;
    private static final int DELIVERY_DATE_DAYS_AHEAD = 5;
    private static final String COLUMNS =
            "order_no,ordered_at,customer_no,name,kana,phone,email,postal_code,prefecture,city,line1,line2,"
                    + "ship_name,ship_kana,ship_phone,ship_postal_code,ship_prefecture,ship_city,ship_line1,ship_line2,"
                    + "payment_method,delivery_date,time_slot,sku,quantity,unit_price,shipping,fee,note";

    private record Name(String kanji, String kana) {}

    private record Place(String postalCode, String prefecture, String city, String line1) {}

    private record Goods(String sku, long price) {}

    private static final List<Name> FAMILIES = List.of(
            new Name("見本", "ミホン"),
            new Name("試験", "シケン"),
            new Name("青空", "アオゾラ"),
            new Name("若葉", "ワカバ"),
            new Name("朝日", "アサヒ"),
            new Name("春野", "ハルノ"),
            new Name("月島", "ツキシマ"));
    private static final List<Name> GIVEN = List.of(
            new Name("花子", "ハナコ"),
            new Name("太郎", "タロウ"),
            new Name("京子", "キョウコ"),
            new Name("健一", "ケンイチ"),
            new Name("さくら", "サクラ"));
    private static final List<Place> PLACES = List.of(
            new Place("100-0001", "東京都", "千代田区", "千代田1-1"),
            new Place("150-0002", "東京都", "渋谷区", "渋谷2-3-4"),
            new Place("530-0001", "大阪府", "大阪市北区", "梅田1-2-3"),
            new Place("460-0008", "愛知県", "名古屋市中区", "栄3-4-5"),
            new Place("812-0011", "福岡県", "福岡市博多区", "博多駅前2-3-4"),
            new Place("980-0811", "宮城県", "仙台市青葉区", "一番町1-2-3"));

    private final JdbcClient jdbc;
    private final AnswerFiles answers;
    private final BusinessClock clock;

    SimulatedShop(JdbcClient jdbc, AnswerFiles answers, BusinessClock clock) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.clock = clock;
    }

    /** Delivers one file with this many orders and returns their numbers. */
    @Transactional
    public List<String> order(int count) {
        if (count < 1 || count > MOST) {
            throw new InvalidInput("count", "invalid", BilingualText.of("ui.problem.whole-number", 1, MOST));
        }
        List<Goods> goods = jdbc.sql("select sku, price from sim_goods order by sku")
                .query(Goods.class)
                .list();
        if (goods.isEmpty()) {
            throw new InvalidInput("count", "invalid", BilingualText.of("demo.problem.no-products"));
        }
        List<Long> numbers = jdbc.sql("select nextval('sim_shop_order_seq') from generate_series(1, ?)")
                .param(count)
                .query(Long.class)
                .list();
        var file = new CsvLines(COLUMNS);
        List<String> orders = numbers.stream()
                .map(number -> write(file, Math.toIntExact(number), goods))
                .toList();
        answers.put(SimulatedPartner.SHOP, "generic", file.text(), false);
        return orders;
    }

    /** An order of one or two lines; the number determines buyer and goods. */
    private String write(CsvLines file, int number, List<Goods> goods) {
        LocalDate today = clock.today();
        String orderNo = "SIM-%s-%d".formatted(DateTimeFormatter.BASIC_ISO_DATE.format(today), number);
        List<Goods> wanted = number % 3 == 0
                ? List.of(goods.get(number % goods.size()), goods.get((number + 1) % goods.size()))
                : List.of(goods.get(number % goods.size()));
        boolean cod = number % 2 == 0;
        long sum = wanted.stream().mapToLong(Goods::price).sum();
        Name family = FAMILIES.get(number % FAMILIES.size());
        Name given = GIVEN.get(number % GIVEN.size());
        Place place = PLACES.get(number % PLACES.size());
        OffsetDateTime now =
                OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.SECONDS), BusinessClock.TOKYO);
        for (Goods line : wanted.stream().distinct().toList()) {
            file.add(
                    orderNo,
                    now,
                    "",
                    family.kanji() + " " + given.kanji(),
                    family.kana() + " " + given.kana(),
                    "03-0000-%04d".formatted(number % 10_000),
                    "sim%d@example.jp".formatted(number),
                    place.postalCode(),
                    place.prefecture(),
                    place.city(),
                    place.line1() + "-" + number,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    cod ? "CASH_ON_DELIVERY" : "BANK_TRANSFER",
                    number % 4 == 0 ? today.plusDays(DELIVERY_DATE_DAYS_AHEAD) : "",
                    number % 4 == 0 ? "1416" : "",
                    line.sku(),
                    1,
                    line.price(),
                    sum >= FREE_SHIPPING_FROM ? 0 : SHIPPING,
                    cod ? COD_FEE : 0,
                    "");
        }
        return orderNo;
    }
}
