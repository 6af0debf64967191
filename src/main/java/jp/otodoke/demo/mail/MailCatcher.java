package jp.otodoke.demo.mail;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server on 127.0.0.1 that stores mail instead of delivering it, for demo and tests. */
public class MailCatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MailCatcher.class);
    private static final int IDLE_MILLIS = 30_000;

    private final CaughtMails caught;
    private final ServerSocket server;

    /** @param port 0 for any free one */
    public MailCatcher(CaughtMails caught, int port) throws IOException {
        this.caught = caught;
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        daemon("mail-catcher", this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                daemon("mail-catcher-client", () -> talk(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    log.warn("Failed to respond to a mail client", e);
                }
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            client.setSoTimeout(IDLE_MILLIS);
            // As Latin-1 the bytes pass through unchanged.
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            new Conversation(in, client.getOutputStream()).hold();
        } catch (IOException e) {
            log.debug("A mail client disconnected", e);
        }
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private final class Conversation {
        private final BufferedReader in;
        private final OutputStream out;
        private final List<String> recipients = new ArrayList<>();

        Conversation(BufferedReader in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        void hold() throws IOException {
            say("220 otodoke");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("QUIT")) {
                    say("221 bye");
                    return;
                }
                answer(line, command);
            }
        }

        private void answer(String line, String command) throws IOException {
            if (command.startsWith("RCPT TO:")) {
                recipients.add(line.substring("RCPT TO:".length())
                        .replaceAll(".*<(.*)>.*", "$1")
                        .strip());
            }
            if (command.startsWith("DATA")) {
                say("354 go on");
                caught.store(recipients, content());
                recipients.clear();
            }
            say("250 ok");
        }

        private byte[] content() throws IOException {
            var content = new ByteArrayOutputStream();
            for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                var text = line.startsWith(".") ? line.substring(1) : line;
                content.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            return content.toByteArray();
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
