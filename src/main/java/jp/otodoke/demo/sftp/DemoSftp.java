package jp.otodoke.demo.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.otodoke.partners.exchange.CompletedUploads;
import jp.otodoke.partners.exchange.Partner;
import jp.otodoke.partners.exchange.Partners;
import jp.otodoke.partners.exchange.routes.LocalPartnerServer;
import jp.otodoke.partners.exchange.routes.PartnerAddress;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The SFTP server of demo and tests on 127.0.0.1: one user per partner, whose home has the folders {@code in} (to
 * Otodoke) and {@code out} (from Otodoke). Of several nodes with the same {@code OTODOKE_HOME} one runs the
 * server; when it ends another one takes over.
 */
@Component
public class DemoSftp implements LocalPartnerServer, AutoCloseable {
    public static final String PASSWORD = "demo";
    private static final Logger log = LoggerFactory.getLogger(DemoSftp.class);

    private final List<String> users;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path homes;
    private final boolean on;
    private final @Nullable SftpServerLock serverLock;
    private final int port;

    DemoSftp(
            @Value("${otodoke.home:.otodoke}") Path home,
            @Value("${otodoke.sftp.port:2222}") int wantedPort,
            @Value("${otodoke.sftp.server:on}") String serving,
            @Value("${otodoke.routes:on}") String routes,
            Partners partners,
            CompletedUploads uploads,
            ObjectProvider<DeadPartners> dead)
            throws IOException {
        users = partners.bySftp().stream().map(Partner::code).toList();
        homes = home.toAbsolutePath().resolve("partners");
        on = !routes.equals("off");
        if (!on || serving.equals("off")) {
            serverLock = null;
            port = wantedPort;
            return;
        }
        prepareFolders();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(home.resolve("sftp-host-key")));
        server.setPasswordAuthenticator((user, password, session) -> {
            if (dead.stream().anyMatch(d -> d.isDead(user))) {
                // Closing the connection is as close to unreachable as one of several partners on one port can
                // get: a rejected password would point to the wrong cause.
                session.getIoSession().close(true);
                return false;
            }
            return users.contains(user) && PASSWORD.equals(password);
        });
        server.setSubsystemFactories(List.of(sftp(uploads)));
        server.setFileSystemFactory(folders());
        serverLock = new SftpServerLock(home.toAbsolutePath());
        port = serverLock.tryLock() ? open(wantedPort) : serverLock.portOfOther();
        if (server.isStarted()) {
            serverLock.announce(port);
        } else {
            serverLock.takeOverLater(() -> open(port));
        }
    }

    private void prepareFolders() throws IOException {
        for (var user : users) {
            Files.createDirectories(homes.resolve(user).resolve("in/.done"));
            Files.createDirectories(homes.resolve(user).resolve("in/.refused"));
            Files.createDirectories(homes.resolve(user).resolve("out"));
        }
    }

    private VirtualFileSystemFactory folders() {
        var folders = new VirtualFileSystemFactory();
        users.forEach(user -> folders.setUserHomeDir(user, homes.resolve(user)));
        return folders;
    }

    private static SftpSubsystemFactory sftp(CompletedUploads uploads) {
        var sftp = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new NameableFiles())
                .build();
        sftp.addSftpEventListener(new UploadWatch(uploads));
        return sftp;
    }

    private int open(int wantedPort) {
        try {
            server.setPort(wantedPort);
            server.start();
            log.debug("The partners' SFTP server is on port {}", server.getPort());
            return server.getPort();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The SFTP server of the demo can't listen on port " + wantedPort
                            + " (choose another with OTODOKE_SFTP_PORT): " + e.getMessage(),
                    e);
        }
    }

    /** Closes the partner's connections, as a dying server does. */
    public void disconnect(String partner) {
        server.getActiveSessions().stream()
                .filter(session -> partner.equals(session.getUsername()))
                .forEach(session -> session.close(true));
    }

    @Override
    public PartnerAddress addressOf(String partner) {
        return new PartnerAddress("127.0.0.1", port(), "", partner, PASSWORD);
    }

    public int port() {
        return port;
    }

    /** The parent folder of the partners' homes. */
    public Path homes() {
        return homes;
    }

    boolean on() {
        return on;
    }

    /** Where files for Otodoke are placed, by partner. */
    Map<String, Path> inFolders() {
        var folders = new TreeMap<String, Path>();
        users.forEach(user -> folders.put(user, homes.resolve(user).resolve("in")));
        return folders;
    }

    @Override
    public void close() throws IOException {
        if (serverLock != null) {
            serverLock.close();
            server.stop(true);
        }
    }
}
