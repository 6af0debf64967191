package jp.otodoke.demo.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.WorkInFlight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Files in the partners' {@code in} folders that have not been fetched yet. */
@Component
class FilesInFlight implements WorkInFlight {
    private final DemoSftp sftp;
    private final ObjectProvider<DeadPartners> dead;

    FilesInFlight(DemoSftp sftp, ObjectProvider<DeadPartners> dead) {
        this.sftp = sftp;
        this.dead = dead;
    }

    @Override
    public List<String> moving() {
        var moving = new ArrayList<String>();
        if (sftp.on()) {
            sftp.inFolders().forEach((partner, folder) -> {
                if (reachable(partner)) {
                    waiting(folder).forEach(name -> moving.add(partner + ": " + name + " to be taken"));
                }
            });
        }
        return moving;
    }

    /** Files on a server that is down move only after somebody starts it again. */
    private boolean reachable(String partner) {
        return dead.stream().noneMatch(d -> d.isDead(partner));
    }

    private static List<String> waiting(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.endsWith(".tmp"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
