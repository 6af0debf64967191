package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.otodoke.running.RunningOtodoke;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The inbox with 100,000 open tasks about the demo's orders: the whole page over HTTP, as a signed-in person gets it, one
 * request after the other.
 */
@Tag("bench")
class InboxBench {
    private static final int TASKS = Integer.getInteger("otodoke.bench.tasks", 100_000);
    private static final int ROUNDS = Integer.getInteger("otodoke.bench.rounds", 200);
    private static final int WARM_UP = 60;
    private static final long GOAL_MILLIS = 150;

    /** Five groups, twelve kinds, due from ten days ago to ten days ahead, each tenth taken, each twentieth laid aside. */
    private static final String OPEN =
            """
            with orders_of as (select order_number, total, person_key(buyer_name) || ' ' || person_key(buyer_kana) as persons,
                                      row_number() over (order by order_number) as n from orders),
                 size as (select greatest(count(*), 1) as n from orders_of),
                 opened as (
                    insert into task (key, type, group_name, reason, reason_en, decisions, created_at, due_at, priority, effective_due_at, yen,
                                      attention, subject_kind, subject_key, shown_kind, shown_key, persons, assignee, snoozed_until, snooze_reason)
                    select 'bench:' || i,
                           (array['review-order', 'payment-declined', 'stock-missing', 'order-on-hold', 'delivery-trouble',
                                  'instruction-rejected', 'parcel-overdue', 'shipment-short', 'deposit-unmatched', 'refund-due',
                                  'file-refused', 'record-rejected'])[1 + i % 12],
                           (array['orders', 'orders', 'shipping', 'accounting', 'operations'])[1 + i % 5],
                           '備考があります「' || i || ' 時ごろお届けください」', 'There is a remark: "' || i || '"', array['APPROVE', 'CANCEL'],
                           t.due - interval '2 days', t.due, 0, t.due - make_interval(hours => i % 30), o.total,
                           i % 40 = 0, 'ORDER', o.order_number, 'ORDER', o.order_number, o.persons, case when i % 10 = 0 then 'manager' end,
                           case when i % 20 = 1 then t.due + interval '20 days' end, case when i % 20 = 1 then 'あとで' end
                      from generate_series(1, :tasks) i
                      cross join size
                      cross join lateral (select cast(:now as timestamptz)
                                               + make_interval(mins => (i * 7919) % 28800 - 14400) as due) t
                      join orders_of o on o.n = 1 + i % size.n
                    returning id, subject_key)
            insert into task_subject select id, 'ORDER', subject_key from opened
            """;

    private static final List<String> ADDRESSES = List.of(
            "/inbox",
            "/inbox?group=all",
            "/inbox?group=accounting",
            "/inbox?group=all&type=delivery-trouble",
            "/inbox?group=all&show=late&sort=dueAt,desc",
            "/inbox?group=all&assignee=me",
            "/inbox?group=all&sort=yen,desc",
            "/inbox?group=all&sort=assignee,asc",
            "/inbox?group=all&show=snoozed",
            "/inbox?group=all&q=" + URLEncoder.encode("12345", StandardCharsets.UTF_8),
            "/inbox?group=all&q=" + URLEncoder.encode("佐藤", StandardCharsets.UTF_8),
            "/inbox?group=all&q=" + URLEncoder.encode("やまだ はなこ", StandardCharsets.UTF_8),
            "/inbox?group=all&page=1000",
            "/inbox/counts");

    private final HttpClient person =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void showsAHundredThousandTasks() throws IOException, InterruptedException {
        try (var otodoke =
                new RunningOtodoke("inbox", "2026-11-26T09:00:00+09:00", "-Xmx1000m").with("OTODOKE_DEMO_DATA", "on")) {
            otodoke.start();
            var opened = open(otodoke.database(), TASKS);
            otodoke.database().sql("vacuum analyze task").update();
            line("%d tasks opened", opened);
            signIn(otodoke.address());
            for (var address : ADDRESSES) {
                measure(otodoke.address(), address);
            }
        }
    }

    static int open(JdbcClient database, int tasks) {
        return database.sql(OPEN)
                .param("tasks", tasks)
                .param("now", "2026-11-26T09:00:00+09:00")
                .update();
    }

    private void measure(String home, String address) throws IOException, InterruptedException {
        for (int n = 0; n < WARM_UP; n++) {
            millis(home + address);
        }
        var times = new double[ROUNDS];
        for (int n = 0; n < ROUNDS; n++) {
            times[n] = millis(home + address);
        }
        var sorted =
                IntStream.range(0, ROUNDS).mapToDouble(n -> times[n]).sorted().toArray();
        line(
                "%-48s p50 %6.1f ms   p99 %6.1f ms%s",
                address,
                sorted[ROUNDS / 2],
                sorted[ROUNDS * 99 / 100],
                sorted[ROUNDS * 99 / 100] > GOAL_MILLIS ? "   above the goal" : "");
    }

    private double millis(String address) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var answer = person.send(HttpRequest.newBuilder(URI.create(address)).build(), text());
        assertThat(answer.statusCode()).isEqualTo(200);
        return (System.nanoTime() - begin) / 1e6;
    }

    private void signIn(String home) throws IOException, InterruptedException {
        var form =
                person.send(HttpRequest.newBuilder(URI.create(home + "/login")).build(), text());
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
        assertThat(token.find()).isTrue();
        var body = "username=manager&password=demo&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        var answer = person.send(
                HttpRequest.newBuilder(URI.create(home + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                text());
        assertThat(answer.headers().firstValue("Location")).get().asString().doesNotContain("login");
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
