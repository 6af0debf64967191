package jp.otodoke.demo.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The partners' own view of the folders they share with Otodoke. */
@Component
@Simulated
class PartnerFolders {
    private final Path home;

    PartnerFolders(@Value("${otodoke.home:.otodoke}") Path home) {
        this.home = home.resolve("partners");
    }

    /** Complete files from Otodoke that the partner has not fetched yet, oldest first. */
    List<Path> unread(SimulatedPartner simulatedPartner) {
        Path out = folder(simulatedPartner, "out");
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (var files = Files.list(out)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".csv"))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(PartnerFolders::writtenAt).thenComparing(Path::getFileName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves a file that the partner has processed out of the way. */
    void archive(Path file) {
        try {
            Path read = Files.createDirectories(file.resolveSibling(".read"));
            Files.move(file, read.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // Another node was processing the same file and has moved it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(SimulatedPartner simulatedPartner, String name, byte[] content) {
        try {
            Path in = Files.createDirectories(folder(simulatedPartner, "in"));
            Path written = Files.write(in.resolve(name + ".tmp"), content);
            Files.move(written, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file of this type is still waiting for Otodoke to fetch it. */
    boolean waiting(SimulatedPartner simulatedPartner, String type) {
        Path in = folder(simulatedPartner, "in");
        if (!Files.isDirectory(in)) {
            return false;
        }
        try (var files = Files.list(in)) {
            return files.anyMatch(f -> f.getFileName().toString().startsWith(type + "_"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(SimulatedPartner simulatedPartner, String name) {
        return home.resolve(simulatedPartner.code()).resolve(name);
    }

    private static long writtenAt(Path file) {
        return file.toFile().lastModified();
    }
}
