package jp.otodoke.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.otodoke.NodesTest;
import jp.otodoke.running.Api.Answer;
import jp.otodoke.running.Books;
import jp.otodoke.running.RunningOtodoke;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A firm's December: orders by every method, fees that are debited, transferred or not paid, slips, the carrier's cash, refunds,
 * and the closing. The application is killed in the middle of each import, and the file is sent again.
 */
@NodesTest
@Tag("chaos")
class MonthTests {
    private static final Logger log = LoggerFactory.getLogger(MonthTests.class);
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final int FEE = 3_300;
    private static final int MEMBERS = 60;
    private static final int STRANGERS = 400;

    private final Random random = new Random(Long.getLong("otodoke.chaos.seed", System.nanoTime()));
    private final List<String> orders = new ArrayList<>();
    private final List<String> members = new ArrayList<>();
    private final List<String> fees = new ArrayList<>();

    @Test
    void theBooksOfAMonthCloseWhateverDies() throws IOException {
        try (var firm = new RunningOtodoke("month", "2026-12-01T09:00:00+09:00")) {
            firm.start();
            order(firm);
            charge(firm);
            long bankBefore = balance(firm, "BANK");

            long transferred = transfers(firm);
            assertThat(balance(firm, "BANK") - bankBefore).isEqualTo(transferred);
            debit(firm);
            slips(firm);
            cash(firm);
            refund(firm);
            close(firm);
        }
    }

    private void order(RunningOtodoke firm) throws IOException {
        firm.api()
                .upload(
                        "/imports/products",
                        "products.csv",
                        "sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock\n"
                                + "M-1,健康食品,GOODS,REDUCED,2980,true,5000\nM-2,化粧水,GOODS,STANDARD,1980,true,5000\n")
                .orFail();
        var methods = List.of("BANK_TRANSFER", "CASH_ON_DELIVERY", "CONVENIENCE_STORE");
        for (int i = 0; i < MEMBERS; i++) {
            var answer = firm.api()
                    .post(
                            "/orders",
                            Map.of(
                                    "channel", "WEB",
                                    "channelOrderId", "M-" + i,
                                    "customer", member(i),
                                    "payment", Map.of("method", methods.get(i % methods.size())),
                                    "lines",
                                            List.of(
                                                    Map.of("sku", "M-1", "quantity", 2),
                                                    Map.of("sku", "M-2", "quantity", 1))))
                    .orFail()
                    .json();
            orders.add(answer.path("orderNumber").asString());
            members.add(answer.path("customerNumber").asString());
        }
        advance(firm, "P1D");
    }

    private static Map<String, Object> member(int i) {
        return Map.of(
                "name", "会員 花子" + i,
                "kana", "カイイン ハナコ" + kana(i),
                "phone", "03-7000-%04d".formatted(i),
                "email", "member%d@example.jp".formatted(i),
                "address",
                        Map.of(
                                "postalCode", "100-0001",
                                "prefecture", "東京都",
                                "city", "千代田区",
                                "line1", "千代田1-" + (i + 1),
                                "line2", ""));
    }

    private static String kana(int i) {
        return IntStream.of(i / 10, i % 10)
                .mapToObj(digit -> "アカサタナハマヤラワ".substring(digit, digit + 1))
                .reduce("", String::concat);
    }

    private void charge(RunningOtodoke firm) throws IOException {
        for (int i = 0; i < MEMBERS; i++) {
            var charged = firm.api()
                    .post(
                            "/receivables",
                            Map.of(
                                    "customer",
                                    members.get(i),
                                    "kind",
                                    "DUE",
                                    "amount",
                                    FEE,
                                    "taxRate",
                                    10,
                                    "dueDate",
                                    "2026-12-28"))
                    .orFail()
                    .json();
            fees.add(charged.path("id").asString());
            if (i % 2 == 0) {
                firm.api()
                        .post(
                                "/mandates",
                                Map.of(
                                        "customer",
                                        members.get(i),
                                        "bankCode",
                                        "9999",
                                        "branchCode",
                                        "002",
                                        "accountType",
                                        "1",
                                        "accountNumber",
                                        "%07d".formatted(i + 1),
                                        "holderKana",
                                        "カイイン ハナコ" + kana(i)))
                        .orFail();
            }
        }
    }

    /** A third of those without a mandate transfer: with the number, with their name misspelt, or too little. */
    private long transfers(RunningOtodoke firm) throws IOException {
        var rows = new ArrayList<String>();
        long total = 0;
        for (int i = 1; i < MEMBERS; i += 2) {
            long amount = i % 10 == 1 ? FEE - 300 : FEE;
            var remitter = i % 10 == 3 ? "ｶｲｲﾝ ﾊﾅｺ" : fees.get(i) + " ｶｲｲﾝ";
            rows.add(transfer(rows.size() + 1, amount, remitter));
            total += amount;
        }
        for (int i = 0; i < STRANGERS; i++) {
            rows.add(transfer(rows.size() + 1, 1_000 + i, "ﾌﾒｲ %04d".formatted(i)));
            total += 1_000 + i;
        }
        var file = new StringBuilder(record(
                200, "1010" + "081205".repeat(3) + "9999" + "%-15s001%-15s1".formatted("ﾃｽﾄ", "ﾎﾝﾃﾝ") + "1234567"));
        rows.forEach(file::append);
        file.append(record(200, "8%06d%012d%06d%012d".formatted(rows.size(), total, 0, 0)))
                .append(record(200, "9"));
        imported(firm, "/deposits/imports?format=zengin-01", file.toString());
        return total;
    }

    private static String transfer(int number, long amount, String remitter) {
        return record(
                200,
                "2%06d081205081205%010d%010d%010d%-48s%-15s%-15s0"
                        .formatted(number, amount, 0, 0, remitter, "ﾃｽﾄ", "ﾆｼ"));
    }

    private static String record(int length, String text) {
        return text + " ".repeat(length - text.length()) + "\r\n";
    }

    /** Every third account has no money in it. */
    private void debit(RunningOtodoke firm) throws IOException {
        var cycle = firm.api()
                .post("/direct-debits", Map.of("debitDate", "2026-12-28"))
                .orFail()
                .json()
                .path("id")
                .asString();
        var request = firm.api().file("/direct-debits/" + cycle + "/request-file?framing=CRLF", CP932);
        var answer = new StringBuilder();
        long[] sums = new long[4];
        int row = 0;
        for (var line : request.split("\r\n")) {
            if (line.startsWith("2")) {
                boolean failed = row++ % 3 == 2;
                sums[failed ? 2 : 0]++;
                sums[failed ? 3 : 1] += Long.parseLong(line.substring(80, 90));
                answer.append(line, 0, 111).append(failed ? "1" : "0").append(line.substring(112));
            } else if (line.startsWith("8")) {
                answer.append(line, 0, 19)
                        .append("%06d%012d%06d%012d".formatted(sums[0], sums[1], sums[2], sums[3]))
                        .append(line.substring(55));
            } else {
                answer.append(line);
            }
            answer.append("\r\n");
        }
        imported(firm, "/direct-debits/" + cycle + "/result-file", answer.toString());
        assertThat(balance(firm, "DEBIT_AGENCY")).isEqualTo(sums[1]);
        assertThat(firm.api()
                        .get("/direct-debits/" + cycle)
                        .orFail()
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DONE");
    }

    private void slips(RunningOtodoke firm) throws IOException {
        var file = new StringBuilder(
                "種別,収納日,収納時刻,バーコード情報,ユーザー使用欄１,ユーザー使用欄２,印紙フラグ,金額,コンビニ本部コード,コンビニ名," + "コンビニ店舗コード,振込日,データ作成日\r\n");
        long total = 0;
        for (int i = 2; i < MEMBERS; i += 3) {
            var slip = payment(firm, i).path("slip").path("barcode").asString();
            long amount = Long.parseLong(slip.substring(37, 43));
            total += amount;
            file.append("01,20261203,%02d%02d,EAN%s,000000,0000000000,0,%d,020,\"ローソン\",0000001,0,20261203\r\n"
                    .formatted(10 + i % 10, i % 60, slip, amount));
        }
        imported(firm, "/payments/imports?format=dsk-cvs", file.toString());
        assertThat(balance(firm, "CONVENIENCE_AGENCY")).isEqualTo(total);
        advance(firm, "P5D");
    }

    private JsonNode payment(RunningOtodoke firm, int order) throws IOException {
        var found = firm.api().get("/orders/" + orders.get(order)).orFail().json();
        for (var payment : found.path("payments")) {
            if (payment.has("slip")) {
                return payment;
            }
        }
        throw new AssertionError("No slip: " + found);
    }

    private void cash(RunningOtodoke firm) throws IOException {
        advance(firm, "P5D");
        var file = new StringBuilder("carrier,tracking_no,result,amount,fee,paid_on\r\n");
        long total = 0;
        for (int i = 1; i < MEMBERS; i += 3) {
            var order = firm.api().get("/orders/" + orders.get(i)).orFail().json();
            long amount = order.path("payment").path("charged").asLong();
            file.append("%s,%s,PAID,%d,330,2026-12-12\r\n"
                    .formatted(
                            order.at("/shipments/0/carrier").asString(),
                            order.at("/shipments/0/trackingNumber").asString(),
                            amount));
            total += amount;
        }
        imported(firm, "/payments/imports?format=cod-settlement", file.toString());
        assertThat(balance(firm, "CARRIER") + balance(firm, "FEES")).isEqualTo(total);
    }

    /** A delivered order that was transferred twice goes back by transfer, to the account that its fees are debited from. */
    private void refund(RunningOtodoke firm) throws IOException {
        var order = orders.get(0);
        var row = transfer(1, 1_500, order + " ｶｲｲﾝ");
        imported(
                firm,
                "/deposits/imports?format=zengin-01",
                record(
                                200,
                                "1010" + "081213".repeat(3) + "9999" + "%-15s001%-15s1".formatted("ﾃｽﾄ", "ﾎﾝﾃﾝ")
                                        + "1234567")
                        + row
                        + record(200, "8%06d%012d%06d%012d".formatted(1, 1_500, 0, 0))
                        + record(200, "9"));
        var deposit = firm.database()
                .sql("select id from deposit where amount = 1500")
                .query(Long.class)
                .single();
        firm.api()
                .post(
                        "/deposits/" + deposit + "/confirm",
                        Map.of("allocations", List.of(Map.of("orderNumber", order, "amount", 1_500))))
                .orFail();
        firm.api()
                .post(
                        "/refunds",
                        Map.of("orderNumber", order, "amount", 1_500, "route", "TRANSFER", "reason", "二重のお振込"))
                .orFail();
        var file = firm.api()
                .post("/transfer-files", Map.of())
                .orFail()
                .json()
                .path("id")
                .asString();
        assertThat(firm.api().get("/transfer-files/" + file + "/file").orFail().body())
                .contains("0000001500");
    }

    private void close(RunningOtodoke firm) throws IOException {
        firm.api().post("/clock", Map.of("to", "2027-01-05T09:00:00+09:00")).orFail();
        idle(firm);
        firm.api().post("/ledger/months/2026-12/close", Map.of()).orFail();
        var trial = firm.api().get("/ledger/trial-balance").orFail().json();
        assertThat(trial.path("balance").asLong()).isZero();
        var journal = firm.api()
                .get("/exports/journal?format=freee&month=2026-12")
                .orFail()
                .body();
        assertThat(journal)
                .isEqualTo(firm.api()
                        .get("/exports/journal?format=freee&month=2026-12")
                        .orFail()
                        .body());
        long debits = journal.lines().skip(1).mapToLong(MonthTests::debit).sum();
        long posted = firm.database()
                .sql("select sum(debit) from ledger_closing_balance where month = '2026-12'")
                .query(Long.class)
                .single();
        assertThat(debits).as("what the journal says of the month").isPositive().isLessThanOrEqualTo(posted);
        assertThat(new Books(firm).brokenInvariants()).isEmpty();
    }

    private static long debit(String line) {
        return Long.parseLong(line.split(",", -1)[5]);
    }

    /** The application dies at some moment of the import; the file is sent again until it is taken. */
    private void imported(RunningOtodoke firm, String path, String content) throws IOException {
        var file = Files.write(Files.createTempFile("month", ".txt"), content.getBytes(CP932));
        try {
            var dying = CompletableFuture.runAsync(() -> send(firm, path, file));
            KillTests.pause(random.nextInt(1_500));
            firm.kill();
            dying.join();
            firm.start();
            var answer = firm.api().upload(path, file).orFail();
            log.info("{}: {}", path, answer.body());
            assertThat(firm.api().upload(path, file).status()).as("once more").isBetween(200, 299);
            idle(firm);
        } finally {
            Files.delete(file);
        }
    }

    private static void send(RunningOtodoke firm, String path, Path file) {
        try {
            firm.api().upload(path, file);
        } catch (IOException killed) {
            log.info("{} was cut off: {}", path, killed.toString());
        }
    }

    private static void advance(RunningOtodoke firm, String time) throws IOException {
        firm.api().post("/clock", Map.of("advance", time)).orFail();
        idle(firm);
    }

    private static void idle(RunningOtodoke firm) throws IOException {
        Answer answer;
        do {
            answer = firm.api().get("/demo/idle?timeout=60");
        } while (answer.status() == 503);
        answer.orFail();
    }

    private static long balance(RunningOtodoke firm, String account) throws IOException {
        for (var sums : firm.api().get("/ledger/trial-balance").orFail().json().path("accounts")) {
            if (sums.path("account").asString().equals(account)) {
                return sums.path("balance").asLong();
            }
        }
        throw new AssertionError("No account " + account);
    }
}
