package jp.otodoke.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import jp.otodoke.OtodokeWebTest;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrdersPlaced;
import jp.otodoke.orders.Preparation;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@OtodokeWebTest
class IdempotencyTests {
    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient jdbc;
    private final Elapsed elapsed;
    private final Given given;
    private final Corrupt corrupt;
    private final ConfigurableApplicationContext context;
    private final int port;
    private final String key = UUID.randomUUID().toString();
    private final String email = key + "@example.jp";

    @Autowired
    IdempotencyTests(
            JdbcClient jdbc,
            Elapsed elapsed,
            Given given,
            Corrupt corrupt,
            ConfigurableApplicationContext context,
            @LocalServerPort int port) {
        this.context = context;
        this.jdbc = jdbc;
        this.elapsed = elapsed;
        this.given = given;
        this.corrupt = corrupt;
        this.port = port;
    }

    @Test
    void answersARepeatedRequestAsTheFirst() throws Exception {
        var first = send(customer("山田 花子"));
        var again = send(customer("山田 花子"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherRequest() throws Exception {
        send(customer("山田 花子"));

        var other = send(customer("山田 太郎"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void repeatsARefusalToo() throws Exception {
        var first = send(request("/customers", "{\"name\": \"\"}"));
        var again = send(request("/customers", "{\"name\": \"\"}"));

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue(StoredResponse.REPLAYED)).hasValue("true");
    }

    @Test
    void doesTheWorkOfTwoAtOnceOnce() throws Exception {
        var one = http.sendAsync(customer("山田 花子"), HttpResponse.BodyHandlers.ofString());
        var two = http.sendAsync(customer("山田 花子"), HttpResponse.BodyHandlers.ofString());

        assertThat(one.get().statusCode()).isEqualTo(201);
        assertThat(two.get().body()).isEqualTo(one.get().body());
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void takesOverFromANodeThatWasKilled() throws Exception {
        send(customer("山田 花子"));
        elapsed.killedWhileAnswering(key);

        var again = send(customer("山田 花子"));

        assertThat(again.statusCode()).isLessThan(500);
        assertThat(again.headers().firstValue(StoredResponse.REPLAYED)).isEmpty();
    }

    @Test
    void knowsAnUploadByItsContent() throws Exception {
        var sku = "IDEM-" + key.substring(0, 8);
        var csv = "sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock\n" + sku
                + ",お茶,GOODS,REDUCED,1080,true,5\n";

        var first = send(upload("one", csv));
        var again = send(upload("two", csv));
        var other = send(upload("one", csv.replace("1080", "1090")));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue(StoredResponse.REPLAYED)).hasValue("true");
        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void commitsTheWorkAndItsAnswerTogether() throws Exception {
        send(customer("山田 花子"));

        assertThat(jdbc.sql(
                                """
                                select (select xmin::text from customer where email = ?)
                                     = (select xmin::text from idempotent_request where idempotency_key = ?)""")
                        .params(email, key)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void placesAnOrderOnceThatCannotBePreparedAsItIsPlaced() throws Exception {
        var sku = given.product(ProductMother.tea(), 100);
        corrupt.allocationOfRefused(sku);
        try {
            placesOnce(sku);
        } finally {
            corrupt.allocationsAccepted();
        }
    }

    @Test
    void placesAnOrderOnceThatAStepOfItsPreparationRefuses() throws Exception {
        var refusing = GenericApplicationListener.forEventType(
                PayloadApplicationEvent.class, event -> refuse(event.getPayload()));
        context.addApplicationListener(refusing);
        try {
            placesOnce(given.product(ProductMother.tea(), 100));
        } finally {
            context.removeApplicationListener(refusing);
        }
    }

    private static void refuse(Object event) {
        if (event instanceof OrdersPlaced placed && placed.preparation() == Preparation.NOW) {
            throw Refusal.conflict("shipping.refused.unknown-warehouse", "TYPO");
        }
    }

    private void placesOnce(String sku) throws Exception {
        var first = send(order(sku));
        var again = send(order(sku));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).contains("RECEIVED");
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(first.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue(StoredResponse.REPLAYED)).hasValue("true");
        assertThat(jdbc.sql("select count(*) from order_line where sku = ?")
                        .param(sku)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private HttpRequest order(String sku) {
        return request(
                "/orders",
                """
                {"channel": "WEB", "payment": {"method": "CASH_ON_DELIVERY"},
                 "customer": {"name": "山田 花子", "kana": "ヤマダ ハナコ", "phone": "03-1234-5678", "email": "%s",
                   "address": {"postalCode": "100-0001", "prefecture": "東京都", "city": "千代田区", "line1": "千代田1-1"}},
                 "lines": [{"sku": "%s", "quantity": 2}]}"""
                        .formatted(email, sku));
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest customer(String name) {
        return request(
                "/customers",
                """
                {"name": "%s", "kana": "ヤマダ ハナコ", "phone": "03-1234-5678", "email": "%s",
                 "address": {"postalCode": "100-0001", "prefecture": "東京都", "city": "千代田区", "line1": "千代田1-1"}}"""
                        .formatted(name, email));
    }

    private HttpRequest request(String path, String json) {
        return to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest upload(String border, String csv) {
        var body = "--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"products.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + border + "--\r\n";
        return to("/imports/products")
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer demo-token")
                .header("Idempotency-Key", key);
    }

    private int customers() {
        return jdbc.sql("select count(*) from customer where email = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
