package jp.otodoke.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.UnitTest;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@UnitTest
class CappedProtocolTests {
    private static final int MOST = 5;
    private static final int PATIENCE_MILLIS = 10_000;

    private final Tomcat server = new Tomcat();
    private final List<Socket> sockets = new ArrayList<>();

    private final Path folder;

    CappedProtocolTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() throws IOException, LifecycleException {
        for (var socket : sockets) {
            socket.close();
        }
        server.stop();
        server.destroy();
    }

    @Test
    void anAddressHasOnlySomeConnections() throws Exception {
        start("");
        connect(MOST);

        assertThat(answers(connect(1).get(0))).as("one more").isFalse();
        assertThat(answers(sockets.get(0))).as("one of the first").isTrue();
    }

    @Test
    void aConnectionThatEndsMakesRoomForAnother() throws Exception {
        start("");
        connect(MOST);
        sockets.get(0).close();

        boolean answered = false;
        for (int i = 0; i < 100 && !answered; i++) {
            Thread.sleep(50);
            answered = answers(connect(1).get(0));
        }
        assertThat(answered).isTrue();
    }

    @Test
    void aNamedProxyStandsForManyAndHasNoLimit() throws Exception {
        start("10.0.0.1/32, 127.0.0.1/32");
        connect(MOST);

        assertThat(answers(connect(1).get(0))).isTrue();
    }

    private void start(String proxies) throws LifecycleException {
        var connector = new Connector(CappedProtocol.class.getName());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        ((CappedProtocol) connector.getProtocolHandler()).limit(new ConnectionLimit(MOST, proxies));
        server.setBaseDir(folder.toString());
        server.setConnector(connector);
        server.addContext("", folder.toString());
        server.start();
    }

    /** Each is accepted before the next one comes. */
    private List<Socket> connect(int count) throws IOException {
        var opened = new ArrayList<Socket>();
        for (int i = 0; i < count; i++) {
            var socket = new Socket("127.0.0.1", server.getConnector().getLocalPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            opened.add(socket);
            sockets.add(socket);
            if (sockets.size() <= MOST) {
                assertThat(answers(socket)).isTrue();
            }
        }
        return opened;
    }

    private static boolean answers(Socket socket) {
        try {
            socket.getOutputStream()
                    .write("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read(new byte[4096]) > 0;
        } catch (IOException closed) {
            return false;
        }
    }
}
