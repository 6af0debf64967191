package jp.otodoke.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The partners' SFTP server apart from all nodes; it can be dead for a while. */
public final class RunningSftp implements AutoCloseable {
    private static final List<String> PARTNERS =
            List.of("warehouse", "warehouse-cool", "carrier", "bank", "agency", "shop");

    private final Path homes;
    private final int port;
    private SshServer server;

    /** @param node whose folder holds the partners' homes, where the simulated partners look */
    public RunningSftp(RunningOtodoke node) {
        this.homes = node.home().resolve("partners");
        this.server = open(0);
        this.port = server.getPort();
        for (var partner : PARTNERS) {
            node.with(
                    "OTODOKE_" + partner.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL",
                    "sftp://" + partner + ":demo@127.0.0.1:" + port + "/");
        }
        node.with("OTODOKE_SFTP_SERVER", "off");
    }

    private SshServer open(int port) {
        try {
            var opened = SshServer.setUpDefaultServer();
            var folders = new VirtualFileSystemFactory();
            for (var partner : PARTNERS) {
                var home = homes.resolve(partner);
                Files.createDirectories(home.resolve("in/.done"));
                Files.createDirectories(home.resolve("in/.refused"));
                Files.createDirectories(home.resolve("out"));
                folders.setUserHomeDir(partner, home);
            }
            opened.setHost("127.0.0.1");
            opened.setPort(port);
            opened.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(homes.resolveSibling("sftp-host-key")));
            opened.setPasswordAuthenticator((user, password, session) -> "demo".equals(password));
            opened.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
            opened.setFileSystemFactory(folders);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void die() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void live() {
        server = open(port);
    }

    @Override
    public void close() {
        die();
    }
}
