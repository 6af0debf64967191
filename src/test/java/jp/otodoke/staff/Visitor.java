package jp.otodoke.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Somebody with a browser of their own: keeps cookies, follows nothing by itself. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies;
    private final HttpClient http;
    private final String root;
    private final Map<String, String> headers = new TreeMap<>();

    Visitor(int port) {
        this(port, new CookieManager());
    }

    private Visitor(int port, CookieManager cookies) {
        this.cookies = cookies;
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
        this.root = "http://localhost:" + port;
    }

    /** The same browser, now talking to another node. */
    Visitor at(int port) {
        return new Visitor(port, cookies);
    }

    /** As if a proxy had passed the request on from that address. */
    Visitor from(String address) {
        headers.put("X-Forwarded-For", address);
        return this;
    }

    /** A program with this token. */
    Visitor bearing(String token) {
        headers.put("Authorization", "Bearer " + token);
        return this;
    }

    /** @return where it leads to; empty where it leads nowhere */
    String signIn(String username, String password) {
        return to(post("/login", "/login", "username", username, "password", password));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)));
    }

    /** A response that goes on for a while; done once it has ended. */
    CompletableFuture<HttpResponse<String>> begin(String path) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofString());
    }

    /** Opens a stream of events and reads none of them. */
    int listen(String path) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Accept", "text/event-stream")
                .build();
        return http.sendAsync(request, BodyHandlers.ofInputStream()).join().statusCode();
    }

    String page(String path) {
        return get(path).body();
    }

    /** @param form the page that the form stands on */
    HttpResponse<String> post(String form, String path, String... fields) {
        var token = TOKEN.matcher(page(form));
        var body = new StringBuilder(token.find() ? "_csrf=" + encoded(token.group(1)) : "");
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("OTODOKE"))
                .map(c -> c.getValue())
                .findFirst()
                .orElse("");
    }

    /** The path of a redirect. */
    static String to(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> {
                    var uri = URI.create(address);
                    return uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
                })
                .orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            return http.send(
                    request.header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36")
                            .header("Accept-Language", "ja")
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
