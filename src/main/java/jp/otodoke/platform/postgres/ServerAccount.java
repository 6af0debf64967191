package jp.otodoke.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account that runs the server. PostgreSQL refuses to run as root, so root either uses a user namespace or
 * hands the data folder to another account.
 *
 * @param prefix precedes each command
 */
record ServerAccount(List<String> prefix) {
    private static final Logger log = LoggerFactory.getLogger(ServerAccount.class);

    static ServerAccount forFolder(Path folder) throws IOException {
        if (!isRoot()) {
            return new ServerAccount(List.of());
        }
        var owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
        if (!owner.equals("root")) {
            return runAs(owner);
        }
        if (succeeds(List.of("unshare", "-U", "true"))) {
            return new ServerAccount(List.of("unshare", "-U"));
        }
        return handOver(folder);
    }

    private static ServerAccount handOver(Path folder) throws IOException {
        var account = Stream.of("postgres", "nobody")
                .filter(name -> succeeds(List.of("setpriv", "--reuid=" + name, "--clear-groups", "true")))
                .findFirst()
                .orElseThrow(
                        () -> new IOException("PostgreSQL does not run as root: neither unshare -U nor setpriv to the"
                                + " account postgres or nobody is possible here. Start Otodoke as another user."));
        log.info(
                "PostgreSQL does not run as root and user namespaces are not allowed here:"
                        + " it runs as {} and {} now belongs to that account",
                account,
                folder);
        CommandRunner.run(List.of("chown", "-R", account, folder.toString()));
        return runAs(account);
    }

    private static ServerAccount runAs(String account) {
        return new ServerAccount(List.of("setpriv", "--reuid=" + account, "--clear-groups"));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean succeeds(List<String> command) {
        try {
            CommandRunner.run(command);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void run(List<String> command) throws IOException {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        CommandRunner.run(whole);
    }
}
