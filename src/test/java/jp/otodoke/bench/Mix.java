package jp.otodoke.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people at their desks ask for, about customers, orders and products that exist; the same in every run. */
final class Mix {
    private static final Pattern CONFIRMED = Pattern.compile("name=\"confirmed\" value=\"(\\w+)\"");

    /** One request of a kind. */
    interface Request {
        void send() throws IOException, InterruptedException;
    }

    record Kind(String name, int weight, Request request) {}

    private record Person(String number, String name, String kana, String phone, String postalCode) {}

    private record Seat(Desk desk, String csrf) {}

    private final List<Seat> operators = new ArrayList<>();
    private final List<Desk> managers = new ArrayList<>();
    private final Random random = new Random(1);
    private final List<Person> people;
    private final List<String> orders;
    private final List<String> goods;

    /** @param operators as many people sign in, each with a session of their own, and a third as many managers */
    Mix(int operators, String address, JdbcClient database) throws IOException, InterruptedException {
        for (int i = 0; i < operators; i++) {
            var desk = Desk.of("operator", address);
            this.operators.add(new Seat(desk, Desk.csrf(desk.get("/orders/new"))));
        }
        for (int i = 0; i < operators / 3; i++) {
            managers.add(Desk.of("manager", address));
        }
        this.people = database.sql(
                        """
                        select number, name, kana, phone, postal_code from customer tablesample system (1) repeatable (1)
                         where state = 'ACTIVE' and not attention limit 3000
                        """)
                .query(Person.class)
                .list();
        this.orders = database.sql("select order_number from orders tablesample system (1) repeatable (1) limit 5000")
                .query(String.class)
                .list();
        this.goods = database.sql("select sku from product where kind = 'GOODS' and temperature = 'AMBIENT' order by 1")
                .query(String.class)
                .list();
    }

    /** Of twenty requests so many are of each kind. */
    List<Kind> kinds() {
        return List.of(
                new Kind("customer search", 6, () -> any(operators)
                        .desk()
                        .fragment("/customers?q=" + Desk.encoded(typed()))),
                new Kind("order page", 5, () -> any(operators).desk().get("/orders/" + any(orders))),
                new Kind("inbox", 4, () -> any(operators)
                        .desk()
                        .get("/inbox" + any(List.of("", "", "?page=1", "?type=row-rejected")))),
                new Kind("dashboard", 2, () -> any(managers).get(any(List.of("/processes", "/processes/order")))),
                new Kind("home page", 1, () -> any(managers).get("/")),
                new Kind("order entry save", 2, this::enter));
    }

    /** The phone as dialled or its beginning, the name in full or the family's only, its kana, the number. */
    private String typed() {
        var person = any(people);
        return switch (random.nextInt(8)) {
            case 0, 1 -> person.phone().replace("-", "");
            case 2 -> person.phone().substring(0, 9);
            case 3 -> person.name();
            case 4 -> person.name().replaceFirst(" .*", "");
            case 5 -> person.kana();
            case 6 -> person.postalCode();
            default -> person.number();
        };
    }

    /** Enter twice: the confirmation to read out comes back, then the order is taken. */
    private void enter() throws IOException, InterruptedException {
        var seat = any(operators);
        var form = new ArrayList<>(List.of(
                "_csrf", seat.csrf(),
                "token", UUID.randomUUID().toString(),
                "channel", "PHONE",
                "customer", any(people).number(),
                "lines[0].sku", any(goods),
                "lines[0].quantity", "1",
                "lines[1].sku", any(goods),
                "lines[1].quantity", "2",
                "method", "CASH_ON_DELIVERY"));
        var answer = seat.desk().post("/orders/new", form);
        // The day may end while the order is read out: then it is read out once more.
        for (int readOut = 0; readOut < 2 && !taken(answer); readOut++) {
            var read = CONFIRMED.matcher(answer.body());
            if (!read.find()) {
                throw new IOException("No confirmation to read out: " + answer.statusCode());
            }
            var confirmed = new ArrayList<>(form);
            confirmed.addAll(List.of("confirmed", read.group(1)));
            answer = seat.desk().post("/orders/new", confirmed);
        }
        if (!taken(answer)) {
            throw new IOException("The order was not taken: " + answer.statusCode());
        }
    }

    private static boolean taken(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").matches(".*/orders/A\\d+.*");
    }

    String anyCustomer() {
        return any(people).number();
    }

    String anyGoods() {
        return any(goods);
    }

    private synchronized <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
