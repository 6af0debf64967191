package jp.otodoke.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.OtodokeWebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Connections that announce a body and send a few bytes of it, as somebody does who wants the server to stop. */
@OtodokeWebTest
class SlowBodyTests {
    /** More than there are request threads. */
    private static final int CONNECTIONS = 260;

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Socket> sockets = new ArrayList<>();

    @Autowired
    SlowBodyTests(@LocalServerPort int port) {
        this.port = port;
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    void healthAndPagesAnswerWhileAnonymousBodiesDrip() throws Exception {
        begin("/login", "application/x-www-form-urlencoded", "");

        answers("/actuator/health");
        answers("/login");
    }

    @Test
    void healthAndPagesAnswerWhileUploadsDrip() throws Exception {
        begin("/api/v1/imports/orders", "multipart/form-data; boundary=x", "Authorization: Bearer demo-token\r\n");

        answers("/actuator/health");
        answers("/login");
    }

    @Test
    void whatIsLeftOfABodyIsNotWaitedForOnceItIsRefused() throws Exception {
        begin("/api/v1/orders", "application/json", "");

        answers("/actuator/health");
    }

    private void begin(String path, String type, String headers) throws IOException {
        var request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + headers
                + "Content-Length: 1000000\r\n\r\n0123456789";
        for (int i = 0; i < CONNECTIONS; i++) {
            var socket = new Socket("127.0.0.1", port);
            sockets.add(socket);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void answers(String path) throws Exception {
        for (int i = 0; i < 3; i++) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }
}
