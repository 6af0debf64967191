package jp.otodoke.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.util.Map;
import jp.otodoke.mothers.BareRows;
import jp.otodoke.running.RunningOtodoke;

/** A cycle of direct debits, played by the API: mandates, claims, the request, and a result by which one of a hundred failed. */
final class DebitCycle {
    private static final Charset KANA = Charset.forName("windows-31j");
    private static final int LENGTH = 120;
    private static final int CODE = 111;

    private final RunningOtodoke otodoke;
    private final HttpClient http = HttpClient.newHttpClient();

    DebitCycle(RunningOtodoke otodoke) {
        this.otodoke = otodoke;
    }

    /** @return seconds that the result took */
    double play(int claims) throws IOException, InterruptedException {
        var api = otodoke.api();
        BareRows.customers(otodoke.database(), claims);
        BareRows.dues(otodoke.database(), claims);
        Clients.inParallel(claims, number -> {
            try {
                api.post("/mandates", mandate(number)).orFail();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        var id = api.post("/direct-debits", Map.of("debitDate", "2026-12-28"))
                .orFail()
                .json()
                .get("id")
                .asString();
        var request = http.send(
                request("/direct-debits/" + id + "/request-file?framing=NONE").build(), BodyHandlers.ofByteArray());
        var result = result(new String(request.body(), KANA));

        long begin = System.nanoTime();
        upload("/direct-debits/" + id + "/result-file", result);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static Map<String, Object> mandate(int number) {
        return Map.of(
                "customer",
                "C%08d".formatted(number),
                "bankCode",
                "9999",
                "branchCode",
                "002",
                "accountType",
                "1",
                "accountNumber",
                "%07d".formatted(number),
                "holderKana",
                BareRows.nameOfDue(number));
    }

    private static byte[] result(String request) {
        var records = new StringBuilder();
        long[] all = new long[2];
        long[] failed = new long[2];
        for (int at = 0; at < request.length(); at += LENGTH) {
            var record = request.substring(at, at + LENGTH);
            if (record.charAt(0) == '2') {
                long amount = Long.parseLong(record.substring(80, 90));
                boolean fails = ++all[0] % 100 == 0;
                all[1] += amount;
                failed[0] += fails ? 1 : 0;
                failed[1] += fails ? amount : 0;
                record = record.substring(0, CODE) + (fails ? '1' : '0') + record.substring(CODE + 1);
            } else if (record.charAt(0) == '8') {
                record = "8%06d%012d%06d%012d%06d%012d"
                        .formatted(all[0], all[1], all[0] - failed[0], all[1] - failed[1], failed[0], failed[1]);
            }
            records.append(record).append(" ".repeat(LENGTH - record.length())).append("\r\n");
        }
        return records.toString().getBytes(KANA);
    }

    private void upload(String path, byte[] file) throws IOException, InterruptedException {
        var boundary = "----otodoke";
        var answer = http.send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString("--" + boundary
                                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"result.txt\"\r\n"
                                        + "Content-Type: application/octet-stream\r\n\r\n"),
                                BodyPublishers.ofByteArray(file),
                                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(otodoke.address() + "/api/v1" + path))
                .header("Authorization", "Bearer demo-token");
    }
}
